import type { Inspected, MadeUp, Measured, MeasuredBlock } from './measured.js';

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
    joined.text.blocks.push(...text.blocks.map(withNotesFrom(joined.notes.length)));
    joined.notes.push(...notes);
    joined.floats.push(...floats.map((float) => ({ ...float, after: float.after + firstBlock })));
  }
  return joined;
}

/** What became of all takes' pages. */
export function joinInspected(takes: readonly Inspected[]): Inspected {
  // No prototype: a heading may be called “Constructor”.
  const targets: Inspected['targets'] = Object.create(null);
  // Of a name in two takes, the first is the one that all else refers to.
  for (const take of takes.toReversed()) Object.assign(targets, take.targets);
  return {
    targets,
    drifts: takes.flatMap(({ drifts }) => drifts),
    overflows: takes.flatMap(({ overflows }) => overflows),
  };
}

/** The same, with the marks that the pages carry. */
export function joinMadeUp(takes: readonly MadeUp[]): MadeUp {
  const marks = new Map<string, MadeUp['marks'][number]>();
  for (const mark of takes.flatMap((take) => take.marks)) {
    if (!marks.has(mark.key)) marks.set(mark.key, mark);
  }
  return { ...joinInspected(takes), marks: [...marks.values()] };
}
