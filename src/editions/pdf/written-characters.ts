import type { Nodes } from 'hast';
import type { OctavoDocument } from '../../document/document.js';

function addText(node: Nodes, written: Set<string>): void {
  if (node.type === 'text') for (const character of node.value) written.add(character);
  else if ('children' in node) for (const child of node.children) addText(child, written);
}

/** Every character that the publication's text holds. */
export function writtenCharacters({
  metadata,
  body,
  notes,
  references,
  colophon,
}: OctavoDocument): Set<string> {
  // The front matter in one go: its fields' names and quotes are plain ASCII, which nobody asks for.
  const written = new Set(JSON.stringify(metadata));
  addText(body, written);
  if (colophon) addText(colophon, written);
  for (const { content } of [...notes, ...references]) {
    for (const node of content) addText(node, written);
  }
  return written;
}
