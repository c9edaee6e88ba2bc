import type { PageFloat } from './floats.js';
import type { Flow, PagePlan } from './model.js';

/** Lines that part a moved call from the beginning of its page, which may come a little later. */
const linesBelow = 2;

/** Lines from one moved call to the next: some may not be parted from each other. */
const linesBetween = 3;

/** Rounds in which calls that came to another page are given up. */
const rounds = 3;

/** A flow, and the same without the notes of its floats. */
interface Flows {
  flow: Flow;
  quiet: Flow;
}

/** The items that call the notes of a float, one for each; empty where none are to. */
type Calls = ReadonlyMap<number, readonly number[]>;

/**
 * Sets a flow around floats whose pages are known so that notes which they call begin on these:
 * the items from where it was written on call them, one after another, or, where the text has that
 * on another page, those from near its head on. They pass by no other note.
 *
 * @param pages The page of each float.
 * @param paginate Sets a flow around the floats.
 */
export function callBeside(
  { flow, quiet }: Flows,
  floats: readonly PageFloat[],
  pages: readonly number[],
  paginate: (flow: Flow) => PagePlan,
): PagePlan {
  const room = paginate(quiet);
  let callers = floats.flatMap(({ notes }, float) => (notes?.length ? [float] : []));
  for (let round = 0; round < rounds && callers.length > 0; round += 1) {
    const calls = new Map<number, readonly number[]>();
    for (const float of callers.toReversed()) {
      const own = floats[float] as PageFloat;
      for (const items of placesOfCalls(own, room, pages[float])) {
        calls.set(float, items);
        if (isInOrder(moveCalls(flow, floats, calls))) break;
        calls.delete(float);
      }
    }
    const plan = paginate(moveCalls(flow, floats, calls));
    const there = [...calls].filter(([float, [item]]) => pageOf(plan, item) === pages[float]);
    if (there.length === calls.size) return plan;
    callers = there.map(([float]) => float);
  }
  return paginate(flow);
}

/**
 * Items that may call the notes of a float on its page, the best first: one after another, so that
 * long notes need not begin in one column, or one for all.
 */
function placesOfCalls(
  { item, notes = [] }: PageFloat,
  room: PagePlan,
  page: number | undefined,
): number[][] {
  const columns = room.columns.filter((column) => column.page === page && column.to > column.from);
  const [first, last] = [columns[0], columns.at(-1)];
  if (!first || !last) return [];
  const head = Math.min(first.from + linesBelow, first.to - 1);
  const start = item >= first.from && item < last.to ? item : head;
  return [
    notes.map((_, index) => Math.min(start + linesBetween * index, last.to - 1)),
    notes.map(() => start),
  ];
}

/** How many notes that floats call do not begin on their pages. */
export function notesAway(
  { columns, areas }: PagePlan,
  floats: readonly PageFloat[],
  pages: readonly number[],
): number {
  const begin = new Map<number, number>();
  const parts = [
    ...columns.flatMap(({ page, notes }) => notes.map((part) => ({ ...part, page }))),
    ...areas.flatMap(({ page, columns }) => columns.flat().map((part) => ({ ...part, page }))),
  ];
  for (const { note, from, page } of parts) if (from === 0) begin.set(note, page);
  const isAway = (float: number) => (note: number) =>
    begin.has(note) && begin.get(note) !== pages[float];
  return floats.reduce((sum, { notes }, float) => {
    return sum + (notes ?? []).filter(isAway(float)).length;
  }, 0);
}

export const withoutNotesOf = (floats: readonly PageFloat[], flow: Flow): Flow =>
  moveCalls(flow, floats, new Map(floats.map((_, float) => [float, []])));

function pageOf({ columns }: PagePlan, item: number | undefined): number | undefined {
  if (item === undefined) return undefined;
  return columns.find(({ from, to }) => item >= from && item < to)?.page;
}

function moveCalls({ items, notes }: Flow, floats: readonly PageFloat[], calls: Calls): Flow {
  const own = new Set([...calls.keys()].flatMap((float) => floats[float]?.notes ?? []));
  const called = items.map((item) => item.notes.filter((note) => !own.has(note)));
  for (const [float, to] of [...calls].toSorted(([one], [other]) => other - one)) {
    const moved = floats[float]?.notes ?? [];
    for (let at = moved.length - 1; at >= 0; at -= 1) {
      called[to[at] ?? -1]?.unshift(moved[at] as number);
    }
  }
  return { notes, items: items.map((item, index) => ({ ...item, notes: called[index] ?? [] })) };
}

/** Notes are taken in the order that they were written in. */
function isInOrder({ items }: Flow): boolean {
  const called = [...new Set(items.flatMap((item) => item.notes))];
  return called.every((note, index) => index === 0 || note > (called[index - 1] as number));
}
