import type { Definition, ImageReference, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Images by label, `![Map][map]`, become those that their definitions name: to be figures as others are. */
export function imageReferences(root: Root): void {
  let definitions: Map<string, Definition> | undefined;
  visit(root, 'imageReference', (reference, index, parent) => {
    definitions ??= definitionsIn(root);
    const definition = definitions.get(reference.identifier);
    if (!definition || !parent || index === undefined) return;
    parent.children[index] = imageOf(reference, definition);
  });
}

/** Of several of one label, the first. */
function definitionsIn(root: Root): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  visit(root, 'definition', (definition) => {
    if (!definitions.has(definition.identifier)) definitions.set(definition.identifier, definition);
  });
  return definitions;
}

function imageOf({ alt, position, data }: ImageReference, { url, title }: Definition) {
  return { type: 'image' as const, url, title, alt, position, data };
}
