import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Column,
  defaultWeights,
  type Flow,
  type FlowItem,
  type PageModel,
  type PagePlan,
  paginate,
} from '../../../src/pages/pagination/index.js';
import { type Bounds, flowArbitrary, modelArbitrary } from './arbitrary.js';
import { leastCost } from './exhaustive.js';

const large: Bounds = { items: 80, notes: 14, noteLines: 16, height: [3, 14] };
const small: Bounds = { items: 8, notes: 3, noteLines: 7, height: [2, 6] };

function heightOf({ from, to, notes }: Column, flow: Flow, model: PageModel): number {
  const text = flow.items
    .slice(from, to)
    .reduce((sum, item, i) => sum + item.height + (i === 0 ? (item.repeat ?? 0) : item.gap), 0);
  const lines = notes.flatMap(
    (part) => flow.notes[part.note]?.items.slice(part.from, part.to) ?? [],
  );
  const area = lines.reduce((sum, { height, gap }, i) => sum + height + (i === 0 ? 0 : gap), 0);
  const [first] = notes;
  if (first === undefined) return text;
  return text + area + (first.from > 0 ? model.continuedSeparator : model.noteSeparator);
}

function check(flow: Flow, model: PageModel, plan: PagePlan): void {
  const faultsOf = (kind: string) => plan.faults.filter((fault) => fault.kind === kind);
  // Every item once and in order.
  expect(plan.columns.flatMap(({ from, to }) => range(from, to))).toEqual(
    range(0, flow.items.length),
  );
  // Every line of every note once and in order.
  const placed = plan.columns.flatMap(({ notes }) =>
    notes.flatMap(({ note, from, to }) => range(from, to).map((line) => [note, line])),
  );
  const wanted = flow.notes.flatMap(({ items }, note) => items.map((_, line) => [note, line]));
  expect(placed).toEqual(wanted);
  plan.columns.forEach((column, index) => {
    checkColumn(column, flow, model, plan);
    checkBreakAfter(column, plan.columns[index + 1], flow, plan);
  });
  // Every note starts where it is called.
  const late = faultsOf('note-late').map(({ note }) => note);
  for (const { from, to, notes } of plan.columns) {
    for (const note of flow.items.slice(from, to).flatMap((item) => item.notes)) {
      if (flow.notes[note]?.items.length === 0) continue;
      expect(notes.some((part) => part.note === note && part.from === 0)).toBe(
        !late.includes(note),
      );
    }
  }
}

function checkColumn(column: Column, flow: Flow, model: PageModel, plan: PagePlan): void {
  const allowed = model.shapeOf(column.page)[column.column] as number;
  const height = heightOf(column, flow, model);
  const over = plan.faults.some(
    (fault) =>
      fault.kind === 'overflow' && fault.page === column.page && fault.column === column.column,
  );
  expect(column.height).toBeLessThanOrEqual(allowed);
  expect(column.slack).toBeCloseTo(column.height - height, 6);
  expect(height > allowed + 1e-6).toBe(over);
}

function checkBreakAfter(
  column: Column,
  next: Column | undefined,
  flow: Flow,
  plan: PagePlan,
): void {
  const item: FlowItem | undefined = flow.items[column.to];
  if (next === undefined || item === undefined || column.from === column.to) return;
  if (item.forced === 'page') expect(startOf(column.to, plan)?.column).toBe(0);
  if (item.forced !== undefined || item.breakBefore < Infinity) return;
  expect(plan.faults).toContainEqual(
    expect.objectContaining({ kind: 'forbidden-break', item: column.to }),
  );
}

function startOf(item: number, plan: PagePlan): Column | undefined {
  return plan.columns.find(({ from, to }) => from === item && to > item);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

describe('any flow on any pages', () => {
  it('is placed whole, in order, within its columns and with its notes', () => {
    fc.assert(
      fc.property(flowArbitrary(large), modelArbitrary(large), (flow, model) => {
        check(flow, model, paginate(flow, model));
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  it('starts text that asks for a column or page in a new one', () => {
    fc.assert(
      fc.property(flowArbitrary(large), modelArbitrary(large), (flow, model) => {
        const plan = paginate(flow, model);
        flow.items.forEach(({ forced }, i) => {
          if (i === 0 || forced === undefined) return;
          const column = startOf(i, plan);
          expect(column).toBeDefined();
          if (forced === 'page') expect(column?.column).toBe(0);
        });
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  it('gives the same plan for the same flow', () => {
    fc.assert(
      fc.property(flowArbitrary(large), modelArbitrary(large), (flow, model) => {
        expect(paginate(flow, model)).toEqual(paginate(flow, model));
      }),
      { numRuns: 50, seed: 3 },
    );
  });

  it('levels the last page without a fault and without a page more', () => {
    fc.assert(
      fc.property(flowArbitrary(large), modelArbitrary(large), (flow, model) => {
        const plain = paginate(flow, { ...model, balanceLast: false });
        const level = paginate(flow, { ...model, balanceLast: true });
        expect(level.pageCount).toBe(plain.pageCount);
        expect(level.faults.length).toBeLessThanOrEqual(plain.faults.length);
      }),
      { numRuns: 300, seed: 4 },
    );
  });
});

describe('small flows', () => {
  it('cost what the best of all plans costs', () => {
    let faultless = 0;
    fc.assert(
      fc.property(flowArbitrary(small), modelArbitrary(small), (flow, drawn) => {
        const model = { ...drawn, balanceLast: false };
        const plan = paginate(flow, model);
        const least = leastCost(flow, model);
        if (least === Infinity) {
          expect(plan.cost).toBeGreaterThanOrEqual(defaultWeights.strayNoteLine);
        } else {
          faultless += 1;
          expect(plan.faults).toEqual([]);
          expect(plan.cost).toBeCloseTo(least, 6);
        }
      }),
      { numRuns: 3000, seed: 5 },
    );
    expect(faultless).toBeGreaterThan(1000);
  });
});
