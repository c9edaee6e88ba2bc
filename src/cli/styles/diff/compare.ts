import { diffArrays } from 'diff';
import type { Run } from '../runs.js';
import type { Rendered, RenderedReference, Rendering } from './rendering.js';
import { type ComparedTexts, compareTexts } from './words.js';

/** Two renderings of what the manuscript has at one place. */
export interface ComparedUnit extends ComparedTexts {
  /** Undefined where the style prints nothing there. */
  one?: Rendered;
  other?: Rendered;
  change: Change;
}

/**
 * `same`; `renumbered`: the same text in a note of another number; `changed`: another text, in a
 * note or sentence as before; `moved`: from a note into the text, or the other way.
 */
export type Change = 'same' | 'renumbered' | 'changed' | 'moved';

/** Two renderings of one work in the reference list. */
export interface ComparedReference extends ComparedTexts {
  key: string;
  one?: RenderedReference;
  other?: RenderedReference;
  /** `reordered`: the same text at another place of the list. */
  change: 'same' | 'reordered' | 'changed' | 'added' | 'removed';
}

export interface Comparison {
  /** In the order of the manuscript. */
  units: ComparedUnit[];
  /** In the order of the second style's list; works that it does not list stand last. */
  references: ComparedReference[];
}

/** Pairs two renderings of one manuscript by the places of their citations, and compares each pair. */
export function compareRenderings(one: Rendering, other: Rendering): Comparison {
  return {
    units: pairs(one.units, other.units).map(([a, b]) => compareUnits(a, b)),
    references: compareReferences(one.references, other.references),
  };
}

type Pair<T> = [T | undefined, T | undefined];

/** The first of a place with the first, the second with the second. */
function pairs(one: readonly Rendered[], other: readonly Rendered[]): Pair<Rendered>[] {
  const byPlace = new Map<number, Pair<Rendered>[]>();
  [one, other].forEach((units, side) => {
    const met = new Map<number, number>();
    for (const unit of units) {
      const nth = met.get(unit.offset) ?? 0;
      met.set(unit.offset, nth + 1);
      const here = byPlace.get(unit.offset) ?? [];
      byPlace.set(unit.offset, here);
      const pair: Pair<Rendered> = here[nth] ?? [undefined, undefined];
      pair[side] = unit;
      here[nth] = pair;
    }
  });
  return [...byPlace].sort(([a], [b]) => a - b).flatMap(([, here]) => here);
}

function compareUnits(one: Rendered | undefined, other: Rendered | undefined): ComparedUnit {
  const texts = compareTexts(one?.runs ?? [], other?.runs ?? []);
  const unit = { one, other, ...texts };
  if (!one || !other || (one.kind === 'in-text') !== (other.kind === 'in-text')) {
    return { ...unit, change: 'moved' };
  }
  if (hasChange(texts) || !sameSentence(one, other)) return { ...unit, change: 'changed' };
  return { ...unit, change: one.number === other.number ? 'same' : 'renumbered' };
}

const hasChange = ({ before, after }: ComparedTexts) =>
  [...before, ...after].some(({ changed }) => changed);

/**
 * A name in the sentence may go with the style. Marks and spaces next to other citations do not
 * count: they go with those.
 */
function sameSentence(one: Rendered, other: Rendered): boolean {
  const beside = ({ lead, tail }: Rendered) => [
    lead.replace(/^[\s\p{P}]+/u, ''),
    tail.replace(/[\s\p{P}]+$/u, ''),
  ];
  return one.kind === 'in-text' || String(beside(one)) === String(beside(other));
}

function compareReferences(
  one: readonly RenderedReference[],
  other: readonly RenderedReference[],
): ComparedReference[] {
  const byKey = new Map(one.map((reference) => [reference.key, reference]));
  const listed = other.map((fresh) => compareReference(fresh.key, byKey.get(fresh.key), fresh));
  const kept = new Set(other.map(({ key }) => key));
  const gone = one.filter(({ key }) => !kept.has(key));
  const moved = movedKeys(one, other);
  return [
    ...listed.map((reference) =>
      reference.change === 'same' && moved.has(reference.key)
        ? { ...reference, change: 'reordered' as const }
        : reference,
    ),
    ...gone.map((old) => compareReference(old.key, old, undefined)),
  ];
}

/** The fewest works that must move to turn the one order into the other. */
function movedKeys(
  one: readonly RenderedReference[],
  other: readonly RenderedReference[],
): Set<string> {
  const [old, fresh] = [one, other].map((list) => list.map(({ key }) => key));
  const parts = diffArrays(old ?? [], fresh ?? []);
  return new Set(parts.filter(({ added }) => added).flatMap(({ value }) => value));
}

function compareReference(
  key: string,
  one: RenderedReference | undefined,
  other: RenderedReference | undefined,
): ComparedReference {
  const none: Run[] = [];
  const texts = compareTexts(one?.runs ?? none, other?.runs ?? none);
  const reference = { key, one, other, ...texts };
  if (!one) return { ...reference, change: 'added' };
  if (!other) return { ...reference, change: 'removed' };
  return { ...reference, change: hasChange(texts) ? 'changed' : 'same' };
}

/** How many there are of each kind of change. */
export function countChanges<C extends string>(
  compared: readonly { change: C }[],
): Partial<Record<C, number>> {
  const counts: Partial<Record<C, number>> = {};
  for (const { change } of compared) counts[change] = (counts[change] ?? 0) + 1;
  return counts;
}

/** The end of the text before a unit and the start of the text after it, cut at spaces. */
export function passage({ before, after }: Rendered): [before: string, after: string] {
  const [lead, tail] = [48, 32];
  return [
    before.length > lead ? `…${before.slice(-lead).replace(/^\S*\s/, '')}` : before,
    after.length > tail ? `${after.slice(0, tail).replace(/\s\S*$/, '')}…` : after,
  ];
}
