import type { Measurements, NoteCursor } from './measurements.js';
import type { Column, NotePart, PagePlan, PaginationFault } from './model.js';
import type { ColumnStart, Filling, FloatCursor, State } from './states.js';

/** A column of a page with what fills it. */
export interface FilledColumn<Before = State> {
  page: number;
  column: number;
  height: number;
  before: Before;
  filling: Filling;
}

/** The columns' fillings from first to last. */
export function pathTo(last: State): { before: State; filling: Filling }[] {
  const path: { before: State; filling: Filling }[] = [];
  for (let state = last; state.previous !== undefined && state.filling; state = state.previous) {
    path.push({ before: state.previous, filling: state.filling });
  }
  return path.reverse();
}

export function planOf(
  filled: readonly FilledColumn<Omit<ColumnStart, 'column'>>[],
  cost: number,
  measurements: Measurements,
): PagePlan {
  const columns = filled.map(({ page, column, height, before, filling }): Column => {
    const notes = notePartsBetween(before, filling.notes, measurements);
    const { head, foot } = floatsBetween(before.float, filling.floats, measurements);
    const { to, slack } = filling;
    return { page, column, from: before.item, to, notes, head, foot, height, slack };
  });
  const faults = filled.flatMap(({ page, column, filling }) =>
    (filling.faults ?? []).map((fault): PaginationFault => ({ ...fault, page, column })),
  );
  return { columns, areas: [], pageCount: (filled.at(-1)?.page ?? -1) + 1, faults, cost };
}

function floatsBetween(
  first: number,
  { next, head, foot }: FloatCursor,
  { floats }: Measurements,
): Pick<Column, 'head' | 'foot'> {
  const items = (from: number, to: number) => floats.slice(from, to).map(({ item }) => item);
  return { head: items(first, first + head), foot: items(next - foot, next) };
}

function notePartsBetween(
  from: NoteCursor,
  to: NoteCursor,
  measurements: Measurements,
): NotePart[] {
  const parts: NotePart[] = [];
  for (let n = from.note; n <= to.note && n < measurements.noteOrder.length; n += 1) {
    const first = n === from.note ? from.line : 0;
    const end = n === to.note ? to.line : measurements.length(n);
    if (end > first)
      parts.push({ note: measurements.noteOrder[n] as number, from: first, to: end });
  }
  return parts;
}
