import type { Inspected, MadeUp, Measured, MeasuredBlock } from './measured.js';
import type { TagMark } from './pages.js';

/** How many of each a take holds. */
export interface TakeSize {
  blocks: number;
  items: number;
  notes: number;
  floats: number;
}

export function sizeOf({ text, notes, floats }: Measured): TakeSize {
  const items = text.blocks.reduce((sum, { heights }) => sum + heights.length, 0);
  return { blocks: text.blocks.length, items, notes: notes.length, floats: floats.length };
}

const withNotesFrom =
  (first: number) =>
  (block: MeasuredBlock): MeasuredBlock =>
    first === 0
      ? block
      : { ...block, notes: block.notes.map(([item, note]) => [item, note + first]) };

/** What all takes measure, as if they had been set in one. */
export function joinMeasured(takes: readonly Measured[]): Measured {
  const [first] = takes;
  const last = takes.at(-1);
  if (!first || !last) throw new RangeError('no takes');
  if (takes.length === 1) return first;
  const joined: Measured = {
    ...first,
    text: { blocks: [] },
    notes: [],
    floats: [],
    closing: last.closing,
    faults: takes.flatMap(({ faults }) => faults),
  };
  for (const { text, notes, floats } of takes) {
    const firstBlock = joined.text.blocks.length;
    const firstNote = joined.notes.length;
    joined.text.blocks.push(...text.blocks.map(withNotesFrom(firstNote)));
    joined.notes.push(...notes);
    joined.floats.push(
      ...floats.map((float) => ({
        ...float,
        after: float.after + firstBlock,
        notes: float.notes.map((note) => note + firstNote),
      })),
    );
  }
  return joined;
}

/** By id: of a name in two takes, the first is the one that all else refers to. */
export function joinByName<T>(takes: readonly Readonly<Record<string, T>>[]): Record<string, T> {
  // No prototype: a heading may be called “Constructor”.
  const joined: Record<string, T> = Object.create(null);
  for (const take of takes.toReversed()) Object.assign(joined, take);
  return joined;
}

/** What came out of all takes' pages other than planned. */
export function joinInspected(takes: readonly Inspected[]): Inspected {
  return {
    drifts: takes.flatMap(({ drifts }) => drifts),
    overflows: takes.flatMap(({ overflows }) => overflows),
  };
}

/** What became of all takes' pages. */
export function joinMadeUp(takes: readonly MadeUp[]): MadeUp {
  const marks = new Map<string, TagMark>();
  for (const mark of takes.flatMap((take) => take.marks)) {
    if (!marks.has(mark.key)) marks.set(mark.key, mark);
  }
  return {
    ...joinInspected(takes),
    targets: joinByName(takes.map((take) => take.targets)),
    marks: [...marks.values()],
  };
}
