import type { Nodes } from 'hast';
import { visit } from 'unist-util-visit';
import type { OctavoDocument } from './document.js';

/** A Document's nodes stay what they are, from version to version too: each is read once. */
const known = new WeakMap<Nodes, string>();

function charactersIn(tree: Nodes): string {
  const before = known.get(tree);
  if (before !== undefined) return before;
  const characters = new Set<string>();
  visit(tree, 'text', ({ value }) => {
    for (const character of value.normalize('NFC')) characters.add(character);
  });
  const all = [...characters].join('');
  known.set(tree, all);
  return all;
}

const knownOfAll = new WeakMap<OctavoDocument, ReadonlySet<string>>();

/** Every character of the texts of a Document, in Unicode's composed form (NFC), once. */
export function textCharacters(document: OctavoDocument): ReadonlySet<string> {
  const before = knownOfAll.get(document);
  if (before) return before;
  const { body, notes, colophon, references } = document;
  const trees: readonly Nodes[] = [
    ...body.children,
    ...notes.flatMap(({ content }) => content),
    ...references.flatMap(({ content }) => content),
    ...(colophon?.children ?? []),
  ];
  const characters = new Set<string>();
  for (const tree of trees) for (const character of charactersIn(tree)) characters.add(character);
  knownOfAll.set(document, characters);
  return characters;
}
