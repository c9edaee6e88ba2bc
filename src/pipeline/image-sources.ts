import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { NamedImage } from '../publication/index.js';
import type { Publication, SourceText } from '../publication/publication.js';

function sourcesIn(tree: Root, file: SourceText): NamedImage[] {
  const found: NamedImage[] = [];
  visit(tree, 'image', (image) => {
    const { line, column } = image.position?.start ?? {};
    found.push({ source: image.url, place: { file: file.shown, line, column } });
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
