import type { Nodes } from 'hast';
import { visit } from 'unist-util-visit';
import type { OctavoDocument } from '../document/document.js';
import { formulaCharactersOf } from '../document/formula-characters.js';
import { type FontFace, scriptOf } from '../template/index.js';

/** Every character of a Document that pages may show, once. */
function charactersOf({ body, notes, colophon, metadata, references }: OctavoDocument): string {
  const characters = new Set<string>();
  const add = (text: string) => {
    for (const character of text) characters.add(character);
  };
  const trees: Nodes[] = [
    body,
    ...notes.flatMap(({ content }) => content),
    ...references.flatMap(({ content }) => content),
    ...(colophon ? [colophon] : []),
  ];
  for (const tree of trees) visit(tree, 'text', ({ value }) => add(value));
  add(JSON.stringify(metadata));
  return [...characters].join('');
}

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
  const characters = isPlain ? '' : charactersOf(document);
  for (const use of uses) if (scriptOf(use)?.test(characters)) needed.add(use);
  return ({ use }) => use === undefined || needed.has(use);
}
