import type { Change, ComparedReference, ComparedUnit } from './compare.js';
import type { Rendered } from './rendering.js';

/** `note 3`, `in the text`: where a reader finds what is printed. */
export function standing(unit: Rendered | undefined): string {
  if (!unit) return 'nothing';
  if (unit.kind === 'in-text') return 'in the text';
  return unit.kind === 'authored' ? `author’s note ${unit.number}` : `note ${unit.number}`;
}

/** What a style prints of a citation that its sentence says already. */
export const nothingPrinted = 'nothing: the sentence says it all';

const changes: Record<Change, string> = {
  same: 'unchanged',
  renumbered: 'renumbered',
  changed: 'changed',
  moved: 'moved',
};

const listChanges: Record<ComparedReference['change'], string> = {
  same: 'unchanged',
  reordered: 'at another place of the list',
  changed: 'changed',
  added: 'listed only now',
  removed: 'no longer listed',
};

export function changeWords({ change, one, other }: ComparedUnit): string {
  if (change === 'moved') return `${standing(one)} → ${standing(other)}`;
  if (change === 'renumbered') return `renumbered: ${standing(one)} → ${standing(other)}`;
  return changes[change];
}

export const listChangeWords = ({ change }: ComparedReference): string => listChanges[change];

type Counts = Partial<Record<Change | ComparedReference['change'], number>>;

type Words = readonly [one: string, many: string];

export const citationWords: Words = ['citation or note', 'citations and notes'];
export const referenceWords: Words = ['reference', 'references'];

/** `24 citations and notes: 20 changed, 3 renumbered, 1 unchanged`. */
export function summarised(total: number, [one, many]: Words, counts: Counts): string {
  const kinds: [kind: keyof Counts, words: string][] = [
    ['moved', 'moved between note and text'],
    ['changed', 'changed'],
    ['added', 'listed only now'],
    ['removed', 'no longer listed'],
    ['renumbered', 'renumbered'],
    ['reordered', 'at another place'],
    ['same', 'unchanged'],
  ];
  const told = kinds.flatMap(([kind, words]) => (counts[kind] ? [`${counts[kind]} ${words}`] : []));
  if (told.length === 0) return `No ${many}`;
  return `${total} ${total === 1 ? one : many}: ${told.join(', ')}`;
}
