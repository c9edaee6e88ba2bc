import type { Nodes } from 'hast';
import type { Place } from '../diagnostics/diagnostic.js';
import type { OctavoDocument } from './document.js';
import { placeOf, type ShownFiles } from './places.js';

/** Characters that a Document's text holds, in the order in which they come. */
export interface FoundCharacters {
  characters: Set<string>;
  /** Where the first stands, as far as it is known. */
  place?: Place;
}

type IsSought = (character: string) => boolean;

/** Where the line begins that a character of a text stands in; the text itself, where it is the first. */
function lineOf(text: string, index: number, start: Place): Place {
  const passed = text.slice(0, index).split(/\r\n|\r|\n/).length - 1;
  return passed === 0 || start.line === undefined
    ? start
    : { ...start, line: start.line + passed, column: 1 };
}

function gather(
  node: Nodes,
  around: Place,
  file: string,
  isSought: IsSought,
  found: FoundCharacters,
): void {
  const place = node.position ? placeOf(node, file) : around;
  if (node.type === 'text') {
    let index = 0;
    for (const character of node.value) {
      if (isSought(character)) {
        found.place ??= lineOf(node.value, index, place);
        found.characters.add(character);
      }
      index += character.length;
    }
  }
  if (!('children' in node)) return;
  for (const child of node.children) gather(child, place, file, isSought, found);
}

/** Looks for characters in the text, its notes, its references and the colophon. */
export function soughtCharacters(
  { body, notes, references, colophon }: OctavoDocument,
  { manuscript, colophon: colophonFile = manuscript }: ShownFiles,
  isSought: IsSought,
): FoundCharacters {
  const found: FoundCharacters = { characters: new Set() };
  gather(body, { file: manuscript }, manuscript, isSought, found);
  for (const note of notes) {
    const around = placeOf(note, manuscript);
    for (const node of note.content) gather(node, around, manuscript, isSought, found);
  }
  for (const { content, place = { file: manuscript } } of references) {
    for (const node of content) gather(node, place, manuscript, isSought, found);
  }
  if (colophon) gather(colophon, { file: colophonFile }, colophonFile, isSought, found);
  return found;
}
