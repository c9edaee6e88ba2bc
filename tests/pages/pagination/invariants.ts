import fc from 'fast-check';
import { expect } from 'vitest';
import {
  type Column,
  defaultWeights,
  type Flow,
  type FlowItem,
  type NoteArea,
  type NotePart,
  type PageModel,
  type PagePlan,
  paginate,
  spacesOf,
} from '../../../src/pages/pagination/index.js';
import { modelArbitrary, small } from './arbitrary.js';
import { leastCost, leastPageCost } from './exhaustive.js';
import { lineOfGrid, unshrunk } from './line-of-grid.js';

/** The items of all floats that left their places. */
function itemsGone(flow: Flow, plan: PagePlan): Set<number> {
  const starts = plan.columns.flatMap(({ head, foot }) => [...head, ...foot]);
  return new Set(starts.flatMap((at) => range(at, at + (flow.items[at]?.float?.items ?? 0))));
}

/** What holds before an item: floats right before it that are gone, up to one that is not, count for nothing. */
function approachTo(item: number, from: number, flow: Flow, gone: ReadonlySet<number>) {
  const own = flow.items[item] as FlowItem;
  if (!gone.has(item - 1)) return own;
  let first = item;
  while (gone.has(first - 1)) first -= 1;
  const keptFloat = range(from, first).some((at) => {
    const { float } = flow.items[at] as FlowItem;
    return float !== undefined && at + float.items === first;
  });
  return keptFloat ? unshrunk(flow.items[first] as FlowItem) : (own.withoutFloats ?? own);
}

function heightOf(
  { from, to, notes, head, foot }: Column,
  flow: Flow,
  model: PageModel,
  gone: ReadonlySet<number>,
): number {
  const floated = [...head, ...foot].reduce(
    (sum, start) => sum + (flow.items[start]?.float?.height ?? Number.NaN),
    0,
  );
  const own = itemsOf({ from, to }, gone);
  const text = own.reduce((sum, i, at) => {
    const { height, rise = 0, repeat = 0 } = flow.items[i] as FlowItem;
    if (at === 0) return height + repeat;
    const { gap, leastGap } = approachTo(i, from, flow, gone);
    const comes = leastGap !== undefined && model.grid !== undefined;
    if (!comes) return sum + gap + height;
    return lineOfGrid(sum + rise, { gap, leastGap }, model.grid as number) - rise + height;
  }, 0);
  const outside = floated + (to > from ? (flow.items[to]?.repeatBelow ?? 0) : 0);
  const area = linesHeight(notes, flow);
  const [first] = notes;
  if (first === undefined) return text + outside;
  return text + outside + area + (first.from > 0 ? model.continuedSeparator : model.noteSeparator);
}

const itemsOf = ({ from, to }: Pick<Column, 'from' | 'to'>, gone: ReadonlySet<number>) =>
  range(from, to).filter((i) => !gone.has(i));

/** The spaces that are told make columns as high as they are. */
function checkSpaces(flow: Flow, model: PageModel, plan: PagePlan, gone: ReadonlySet<number>) {
  const spaces = new Map(spacesOf(plan, flow, model).map(({ item, gap }) => [item, gap]));
  for (const column of plan.columns) {
    const own = itemsOf(column, gone);
    const told = own.reduce((sum, i, at) => {
      const { height, gap, repeat = 0 } = flow.items[i] as FlowItem;
      return sum + height + (at === 0 ? repeat : (spaces.get(i) ?? gap));
    }, 0);
    const around = { ...column, notes: [], head: [], foot: [] };
    const below = column.to > column.from ? (flow.items[column.to]?.repeatBelow ?? 0) : 0;
    expect(told + below).toBeCloseTo(heightOf(around, flow, model, gone), 6);
  }
}

/** What holds for every plan, faults left aside that it tells of itself. */
export function expectInvariants(flow: Flow, model: PageModel, plan: PagePlan): void {
  const faultsOf = (kind: string) => plan.faults.filter((fault) => fault.kind === kind);
  // Every item once and in order.
  expect(plan.columns.flatMap(({ from, to }) => range(from, to))).toEqual(
    range(0, flow.items.length),
  );
  checkNotes(flow, model, plan);
  const gone = itemsGone(flow, plan);
  checkSpaces(flow, model, plan, gone);
  plan.columns.forEach((column, index) => {
    checkColumn(column, flow, model, plan, gone);
    checkBreakAfter(column, plan.columns[index + 1], flow, plan, gone);
  });
  checkFloats(flow, plan);
  // Every note starts where it is called.
  const late = faultsOf('note-late').map(({ note }) => note);
  for (const column of plan.columns) {
    const { from, to } = column;
    const area = plan.areas.find(({ page }) => page === column.page);
    const notes = model.noteColumns === undefined ? column.notes : (area?.columns ?? []).flat();
    for (const note of flow.items.slice(from, to).flatMap((item) => item.notes)) {
      if (flow.notes[note]?.items.length === 0) continue;
      expect(notes.some((part) => part.note === note && part.from === 0)).toBe(
        !late.includes(note),
      );
    }
  }
}

/** Notes that wait go on in the very next column that can take a line of them. */
export function expectNoteGoesOn(flow: Flow, model: PageModel, plan: PagePlan): void {
  const lines = flow.notes.flatMap(({ items }, note) => items.map((line) => ({ note, line })));
  let placed = 0;
  for (const { page, column, from, notes } of plan.columns) {
    const called = new Set(flow.items.slice(0, from).flatMap((item) => item.notes));
    const next = lines[placed];
    const here = notes.reduce((sum, part) => sum + part.to - part.from, 0);
    const separator = Math.max(model.noteSeparator, model.continuedSeparator);
    const height = model.shapeOf(page)[column] as number;
    if (next && called.has(next.note) && separator + next.line.height <= height) {
      expect(here).toBeGreaterThan(0);
    }
    placed += here;
  }
}

/** Every line of every note stands once; on each page in the order of calls, marked notes first. */
function checkNotes(flow: Flow, model: PageModel, plan: PagePlan): void {
  const isApart = model.noteColumns !== undefined;
  const placed = isApart
    ? plan.areas.flatMap((area) => inOrderOfCall(area, flow, plan))
    : plan.columns.flatMap(({ notes }) => notes);
  if (isApart) expect(plan.columns.flatMap(({ notes }) => notes)).toEqual([]);
  else expect(plan.areas).toEqual([]);
  const wanted = flow.notes.flatMap(({ items }, note) => items.map((_, line) => [note, line]));
  expect(
    placed.flatMap(({ note, from, to }) => range(from, to).map((line) => [note, line])),
  ).toEqual(wanted);
  for (const area of plan.areas) checkArea(area, flow, model, plan);
}

/** The parts of an area as they were called, having seen that marked notes stand before others. */
function inOrderOfCall({ columns }: NoteArea, flow: Flow, plan: PagePlan): NotePart[] {
  const joined: NotePart[] = [];
  for (const part of columns.flat()) {
    const last = joined.at(-1);
    if (last?.note === part.note && last.to === part.from) last.to = part.to;
    else joined.push({ ...part });
  }
  const isMoved = ({ note, from, to }: NotePart) => {
    const own = flow.notes[note];
    return own?.marked === true && from === 0 && to === own.items.length;
  };
  const carried = (joined[0]?.from ?? 0) > 0 ? 1 : 0;
  const moved = joined.slice(carried).filter(isMoved);
  if (plan.cost < defaultWeights.strayNoteLine) {
    expect(joined.slice(carried, carried + moved.length)).toEqual(moved);
  }
  return joined.toSorted((a, b) => a.note - b.note);
}

/** Its columns are as low as they can be, and cut where they may be. */
function checkArea(area: NoteArea, flow: Flow, model: PageModel, plan: PagePlan): void {
  const [first] = area.columns.flat();
  const separator = (first?.from ?? 0) > 0 ? model.continuedSeparator : model.noteSeparator;
  expect(area.columns.length).toBeLessThanOrEqual(model.noteColumns ?? 0);
  expect(area.columns.every((parts) => parts.length > 0)).toBe(true);
  const heights = area.columns.map((parts) => linesHeight(parts, flow));
  expect(area.height).toBeCloseTo(separator + Math.max(...heights), 6);
  for (const { column, height } of plan.columns.filter(({ page }) => page === area.page)) {
    const allowed = model.shapeOf(area.page)[column] as number;
    const isOver = plan.faults.some(({ kind, page }) => kind === 'overflow' && page === area.page);
    if (!isOver) expect(height + area.height).toBeLessThanOrEqual(allowed + 1e-6);
  }
  if (plan.cost >= defaultWeights.strayNoteLine) return;
  area.columns.forEach((parts, index) => {
    const [last, next] = [parts.at(-1), area.columns[index + 1]?.[0]];
    if (last === undefined || next?.note !== last.note) return;
    const whole = area.columns.flat().filter(({ note }) => note === last.note);
    expect(last.to - (whole[0]?.from ?? 0)).toBeGreaterThanOrEqual(2);
    expect((whole.at(-1)?.to ?? 0) - last.to).toBeGreaterThanOrEqual(2);
    expect(flow.notes[last.note]?.items[last.to]?.breakBefore).toBeLessThan(Infinity);
  });
}

function linesHeight(parts: readonly NotePart[], flow: Flow): number {
  const lines = parts.flatMap(
    (part) => flow.notes[part.note]?.items.slice(part.from, part.to) ?? [],
  );
  return lines.reduce((sum, { height, gap }, i) => sum + height + (i === 0 ? 0 : gap), 0);
}

/** Floats keep their order; none stands before its place, or calls notes elsewhere. */
function checkFloats(flow: Flow, plan: PagePlan): void {
  const starts = flow.items.flatMap(({ float }, i) => (float ? [i] : []));
  const moved = new Set(plan.columns.flatMap(({ head, foot }) => [...head, ...foot]));
  const read = plan.columns.flatMap(({ head, from, to, foot }) => [
    ...head,
    ...range(from, to).filter((i) => starts.includes(i) && !moved.has(i)),
    ...foot,
  ]);
  expect(read).toEqual(starts);
  for (const { from, to, head, foot } of plan.columns) {
    for (const start of head) expect(start).toBeLessThan(from);
    for (const start of foot) expect(range(from, to)).toContain(start);
    for (const start of head) {
      const own = flow.items.slice(start, start + (flow.items[start]?.float?.items ?? 0));
      expect(own.flatMap(({ notes }) => notes)).toEqual([]);
      // The next page that the text asks for comes after it.
      const asked = flow.items.findIndex((item, i) => i > start && item.forced === 'page');
      if (asked >= 0) expect(from).toBeLessThanOrEqual(asked);
    }
  }
}

function checkColumn(
  column: Column,
  flow: Flow,
  model: PageModel,
  plan: PagePlan,
  gone: ReadonlySet<number>,
): void {
  const allowed = model.shapeOf(column.page)[column.column] as number;
  const height = heightOf(column, flow, model, gone);
  const over = plan.faults.some(
    (fault) =>
      fault.kind === 'overflow' && fault.page === column.page && fault.column === column.column,
  );
  const area = plan.areas.find(({ page }) => page === column.page)?.height ?? 0;
  expect(column.height).toBeLessThanOrEqual(allowed);
  if (area <= allowed) expect(column.slack).toBeCloseTo(column.height - height, 6);
  expect(height + area > allowed + 1e-6).toBe(over);
}

function checkBreakAfter(
  column: Column,
  next: Column | undefined,
  flow: Flow,
  plan: PagePlan,
  gone: ReadonlySet<number>,
): void {
  const item: FlowItem | undefined = flow.items[column.to];
  if (next === undefined || item === undefined || column.from === column.to) return;
  if (item.forced === 'page') expect(opensPage(column.to, plan)).toBe(true);
  const { breakBefore } = approachTo(column.to, column.from, flow, gone);
  if (item.forced !== undefined || breakBefore < Infinity) return;
  expect(plan.faults).toContainEqual(
    expect.objectContaining({ kind: 'forbidden-break', item: column.to }),
  );
}

/** Whether no text stands on its page before an item. */
function opensPage(item: number, plan: PagePlan): boolean {
  const own = startOf(item, plan);
  return plan.columns.every(
    ({ page, column, from, to }) => page !== own?.page || from === to || column >= own.column,
  );
}

export function startOf(item: number, plan: PagePlan): Column | undefined {
  return plan.columns.find(({ from, to }) => from === item && to > item);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

/** Whether the paginator finds a plan as cheap as the best of all; false where each has a fault. */
function expectLeastCost(flow: Flow, drawn: PageModel): boolean {
  const model = { ...drawn, levelEnds: false };
  const plan = paginate(flow, model);
  const least =
    model.noteColumns === undefined ? leastCost(flow, model) : leastPageCost(flow, model);
  if (least === Infinity) {
    expect(plan.cost).toBeGreaterThanOrEqual(defaultWeights.strayNoteLine);
    return false;
  }
  expect(plan.faults).toEqual([]);
  expect(plan.cost).toBeCloseTo(least, 6);
  return true;
}

/** Holds small flows against the best of all their plans, and counts those that need no fault. */
export function countFaultless(
  flows: fc.Arbitrary<Flow>,
  { numRuns, seed }: { numRuns: number; seed: number },
  models = modelArbitrary(small),
): number {
  let faultless = 0;
  fc.assert(
    fc.property(flows, models, (flow, model) => {
      if (expectLeastCost(flow, model)) faultless += 1;
    }),
    { numRuns, seed },
  );
  return faultless;
}
