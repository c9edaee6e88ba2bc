import fc from 'fast-check';
import type { Flow, FlowItem, PageModel } from '../../../src/pages/pagination/index.js';

/** Bounds of generated flows: small ones for exhaustive search, larger ones for invariants. */
export interface Bounds {
  items: number;
  notes: number;
  noteLines: number;
  height: [number, number];
}

export const large: Bounds = { items: 80, notes: 14, noteLines: 16, height: [3, 14] };
/** Few enough for every plan to be tried. */
export const small: Bounds = { items: 8, notes: 3, noteLines: 7, height: [2, 6] };
export const smallWithFloats: Bounds = { ...small, items: 7, notes: 2, noteLines: 6 };

const plainBreak = fc.constantFrom(0, 0, 0, 25, 60);

function itemArbitrary(tall: number): fc.Arbitrary<FlowItem & { calls: number }> {
  const drawn = fc.record({
    height: fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, fc.integer({ min: 0, max: tall })),
    gap: fc.constantFrom(0, 0, 0, 1, 0.5, 2),
    shareLeft: fc.constantFrom(undefined, undefined, undefined, 0, 0.5),
    rise: fc.constantFrom(undefined, undefined, undefined, 0.5, 2),
    breakBefore: fc.oneof({ weight: 4, arbitrary: plainBreak }, fc.constant(Infinity)),
    calls: fc.constantFrom(0, 0, 0, 1, 2),
    notes: fc.constant([]),
    repeat: fc.constantFrom(undefined, undefined, undefined, 1),
    repeatBelow: fc.constantFrom(undefined, undefined, undefined, undefined, 1),
    forced: fc.oneof(
      { weight: 12, arbitrary: fc.constant(undefined) },
      fc.constantFrom('column' as const, 'page' as const),
    ),
  });
  return drawn.map(({ shareLeft, ...item }) => ({
    ...item,
    ...(shareLeft !== undefined && { leastGap: item.gap * shareLeft }),
  }));
}

interface FloatDraft {
  at: number;
  items: number;
  height: number;
  gap: number;
  leastGap?: number;
  breakBefore: number;
}

/** Makes floats of some items, which then stay in one piece and ask for no page of their own. */
function withFloats(items: FlowItem[], drafts: readonly FloatDraft[]): FlowItem[] {
  const made = items.map((item) => ({ ...item }));
  let free = 0;
  const sorted = drafts.toSorted((a, b) => a.at - b.at);
  for (const { at, items: count, height, ...after } of sorted) {
    const end = at + count;
    if (at < free || end > made.length) continue;
    free = end;
    for (let i = at; i < end; i += 1) {
      const own = made[i] as FlowItem;
      delete own.forced;
      if (i > at) own.breakBefore = Infinity;
      if (i === at) own.float = { items: count, height };
    }
    const next = made[end];
    if (next && !next.forced) next.withoutFloats = after;
  }
  return made;
}

/** Flows of which some items may leave their places. */
export function floatingFlowArbitrary(bounds: Bounds): fc.Arbitrary<Flow> {
  const draft = fc.record({
    at: fc.nat(bounds.items - 1),
    items: fc.constantFrom(1, 1, 2),
    height: fc.integer({ min: 1, max: bounds.height[0] + 1 }),
    gap: fc.constantFrom(0, 0, 1),
    leastGap: fc.constantFrom(undefined, undefined, 0),
    breakBefore: fc.constantFrom(0, 0, 25, Infinity),
  });
  const drafts = fc.array(draft, { minLength: 1, maxLength: Math.ceil(bounds.items / 4) + 1 });
  return fc
    .tuple(flowArbitrary(bounds), drafts)
    .map(([flow, floats]) => ({ ...flow, items: withFloats([...flow.items], floats) }));
}

/** Flows whose items call the notes in order, until none is left. */
export function flowArbitrary(bounds: Bounds): fc.Arbitrary<Flow> {
  const line = fc.record({
    height: fc.constantFrom(1, 1, 1, 0.5, 2),
    gap: fc.constantFrom(0, 0, 0.5),
    breakBefore: fc.oneof({ weight: 6, arbitrary: plainBreak }, fc.constant(Infinity)),
    notes: fc.constant([]),
  });
  const items = fc.array(itemArbitrary(bounds.height[1] + 1), {
    minLength: 1,
    maxLength: bounds.items,
  });
  const notes = fc.array(fc.array(line, { maxLength: bounds.noteLines }), {
    maxLength: bounds.notes,
  });
  return fc.tuple(items, notes).map(([drafts, noteLines]) => {
    let next = 0;
    const called = drafts.map(({ calls, ...item }, i) => {
      const isLast = i === drafts.length - 1;
      const count = isLast ? noteLines.length - next : Math.min(calls, noteLines.length - next);
      const own = Array.from({ length: count }, (_, k) => next + k);
      next += count;
      return { ...item, notes: own };
    });
    return { items: called, notes: noteLines.map((lines) => ({ items: lines })) };
  });
}

/** Models whose first page, and every second one, may differ from the rest. */
export function modelArbitrary({ height }: Bounds): fc.Arbitrary<PageModel> {
  const tall = fc.integer({ min: height[0], max: height[1] });
  const columns = fc.integer({ min: 1, max: 3 });
  const shape = columns.chain((count) =>
    fc.oneof(
      { weight: 3, arbitrary: tall.map((each) => new Array<number>(count).fill(each)) },
      fc.array(tall, { minLength: count, maxLength: count }),
    ),
  );
  return fc
    .record({
      first: shape,
      recto: shape,
      verso: shape,
      mirrored: fc.boolean(),
      levelEnds: fc.boolean(),
      grid: fc.constantFrom(undefined, 1, 2, 3),
    })
    .map(({ first, recto, verso, mirrored, levelEnds, grid }) => ({
      shapeOf: (page) => (page === 0 ? first : mirrored && page % 2 === 1 ? verso : recto),
      noteSeparator: 1,
      continuedSeparator: 0.5,
      levelEnds,
      leading: 1,
      grid,
    }));
}

/** The same with the notes of each page together at its foot, in up to three columns. */
export function noteAreaModelArbitrary(bounds: Bounds): fc.Arbitrary<PageModel> {
  return fc
    .tuple(modelArbitrary(bounds), fc.integer({ min: 1, max: 3 }))
    .map(([model, noteColumns]) => ({ ...model, noteColumns }));
}

/** Flows of which some notes are marked. */
export function markedFlowArbitrary(bounds: Bounds): fc.Arbitrary<Flow> {
  const marks = fc.array(fc.boolean(), { minLength: bounds.notes, maxLength: bounds.notes });
  return fc.tuple(flowArbitrary(bounds), marks).map(([flow, marked]) => ({
    ...flow,
    notes: flow.notes.map((note, i) => (marked[i] ? { ...note, marked: true } : note)),
  }));
}
