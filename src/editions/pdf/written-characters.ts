import type { Nodes } from 'hast';
import type { OctavoDocument } from '../../document/document.js';

/** A text's characters; most of a book's are the same few, which are told apart by their codes. */
function addCharacters(text: string, written: Set<string>, known: Uint8Array): void {
  for (let index = 0; index < text.length; index++) {
    const code = text.codePointAt(index) as number;
    if (code > 0xffff) index++;
    else if (known[code]) continue;
    else known[code] = 1;
    written.add(String.fromCodePoint(code));
  }
}

function addText(node: Nodes, written: Set<string>, known: Uint8Array): void {
  if (node.type === 'text') addCharacters(node.value, written, known);
  else if ('children' in node) for (const child of node.children) addText(child, written, known);
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
  const known = new Uint8Array(0x10000);
  addText(body, written, known);
  if (colophon) addText(colophon, written, known);
  for (const { content } of [...notes, ...references]) {
    for (const node of content) addText(node, written, known);
  }
  return written;
}
