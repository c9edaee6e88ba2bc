import type { OctavoDocument } from '../document/document.js';
import { formulaCharactersOf } from '../document/formula-characters.js';
import { textCharacters } from '../document/text-characters.js';
import { type FontFace, scriptOf } from '../template/index.js';

/** Which of a template's fonts a Document needs: all, but those for what it does not hold. */
export function neededFonts(
  document: OctavoDocument,
  fonts: readonly FontFace[],
): (face: FontFace) => boolean {
  const uses = new Set(fonts.flatMap(({ use }) => use ?? []));
  if (uses.size === 0) return () => true;
  const needed = new Set<string>();
  if (uses.has('formulas') && formulaCharactersOf(document) !== '') needed.add('formulas');
  const isPlain = [...uses].every((use) => use === 'formulas');
  const characters = isPlain
    ? ''
    : [...textCharacters(document), JSON.stringify(document.metadata)].join('');
  for (const use of uses) if (scriptOf(use)?.test(characters)) needed.add(use);
  return ({ use }) => use === undefined || needed.has(use);
}
