import type { Definition, Root } from 'mdast';
import { normalizeUri } from 'micromark-util-sanitize-uri';
import type { Node } from 'unist';
import { visit } from 'unist-util-visit';
import type { NamedImage } from '../publication/index.js';
import type { Publication, SourceText } from '../publication/publication.js';

/** A source as the Document's `src` spells it: Markdown's own encoding of addresses is the key. */
function named(file: SourceText, { position }: Node, url: string): NamedImage {
  const { line, column } = position?.start ?? {};
  return { source: normalizeUri(url), place: { file: file.shown, line, column } };
}

function sourcesIn(tree: Root, file: SourceText): NamedImage[] {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (definition) => {
    // The first of several definitions counts (CommonMark, link reference definitions).
    if (!definitions.has(definition.identifier)) definitions.set(definition.identifier, definition);
  });
  const found: NamedImage[] = [];
  visit(tree, (node) => {
    if (node.type === 'image') found.push(named(file, node, node.url));
    if (node.type !== 'imageReference') return;
    const definition = definitions.get(node.identifier);
    if (definition) found.push(named(file, node, definition.url));
  });
  return found;
}

/** The images that the manuscript and the colophon name, in order, each with its first place. */
export function imageSources(
  { manuscript, colophon }: Publication,
  text: Root,
  end: Root | undefined,
): NamedImage[] {
  return [...sourcesIn(text, manuscript), ...(end && colophon ? sourcesIn(end, colophon) : [])];
}
