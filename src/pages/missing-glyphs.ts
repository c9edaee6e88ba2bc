import type { Nodes } from 'hast';
import { visit } from 'unist-util-visit';
import type { Report } from '../diagnostics/report.js';
import type { OctavoDocument } from '../document/document.js';
import { textCharacters } from '../document/text-characters.js';
import { coverageOfAll } from '../template/index.js';
import type { Places } from './findings.js';

/** Of all characters that no font has, so many are named. */
const named = 12;

/** Shown as nothing, or as a space, by any font. */
const invisible = /[\p{DI}\p{White_Space}\p{Cc}\p{Co}]/u;

/** Characters of a text that no font has. */
function missingIn(text: string, covered: ReadonlySet<number>): string[] {
  return [...text.normalize('NFC')].filter(
    (character) => !invisible.test(character) && !covered.has(character.codePointAt(0) ?? 0),
  );
}

interface Missing {
  characters: Set<string>;
  /** The first block, or note from 0, that holds one. */
  block?: number;
  note?: number;
}

function gather(tree: Nodes, covered: ReadonlySet<number>, found: Missing, note?: number): void {
  let block: number | undefined;
  visit(tree, (node) => {
    if (node.type === 'element') {
      const number = node.properties.dataBlock;
      if (number !== undefined) block = Number(number);
    }
    if (node.type !== 'text') return;
    for (const character of missingIn(node.value, covered)) {
      if (found.characters.size === 0) Object.assign(found, { block, note });
      found.characters.add(character);
    }
  });
}

function locate(document: OctavoDocument, covered: ReadonlySet<number>, found: Missing): void {
  gather(document.body, covered, found);
  document.notes.forEach(({ content }, note) => {
    for (const node of content) gather(node, covered, found, note);
  });
}

/** Tells of characters that none of a template's fonts has: some other font stands in, or none. */
export function reportMissingGlyphs(
  document: OctavoDocument,
  fonts: readonly Uint8Array[],
  places: Places,
  report: Report,
): void {
  const covered = coverageOfAll(fonts);
  const found: Missing = { characters: new Set() };
  const isMissing = (character: string) => missingIn(character, covered).length > 0;
  if ([...textCharacters(document)].some(isMissing)) locate(document, covered, found);
  const { title, subtitle = '', abstract = '', authors } = document.metadata;
  const front = [title, subtitle, abstract, ...authors.map(({ name }) => name)].join(' ');
  for (const character of missingIn(front, covered)) found.characters.add(character);
  const { size } = found.characters;
  if (size === 0) return;
  const shown = [...found.characters].slice(0, named).join(' ');
  const place = found.note === undefined ? places.ofBlock(found.block) : places.ofNote(found.note);
  report.add('pages/missing-glyph', place, {
    message: `The fonts of the template lack ${size} of the characters: ${shown}${size > named ? ' …' : ''}`,
    remedy:
      'Add a font that has them to a template of your own; else a font of this machine stands in, or an empty box',
  });
}
