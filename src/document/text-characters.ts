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

/** Every character of the texts of a Document, in Unicode's composed form (NFC), once. */
export function textCharacters({ body, notes, colophon, references }: OctavoDocument): Set<string> {
  const trees: readonly Nodes[] = [
    ...body.children,
    ...notes.flatMap(({ content }) => content),
    ...references.flatMap(({ content }) => content),
    ...(colophon?.children ?? []),
  ];
  return new Set(trees.flatMap((tree) => [...charactersIn(tree)]));
}
