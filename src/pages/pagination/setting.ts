import type { ColumnSequence } from './column-sequence.js';
import type { Measurements } from './measurements.js';
import type { ChosenFault, FloatCursor, State } from './states.js';
import type { PaginationWeights } from './weights.js';

/** What is to be known of a column that is filled. */
export type ColumnRoom = Pick<
  ColumnSequence,
  'heightOf' | 'startsPage' | 'endsPage' | 'tallerFollows' | 'tallest'
>;

/** What columns are filled with and by. */
export interface Setting<Columns extends ColumnRoom = ColumnSequence> {
  measurements: Measurements;
  columns: Columns;
  weights: PaginationWeights;
  /** Whether the last column of all costs what it is short. */
  lastColumnCounts: boolean;
}

export function waitingFloats(
  { item, float }: Pick<State, 'item' | 'float'>,
  { measurements }: Pick<Setting, 'measurements'>,
): number {
  return Math.max(0, measurements.floatsBefore(item) - float);
}

/** Text that asks for a new page lets pass the columns left on this one. */
export function waitsForPage(
  state: Pick<State, 'item' | 'column'>,
  { measurements, columns }: Setting<ColumnRoom>,
): boolean {
  return measurements.items[state.item]?.forced === 'page' && !columns.startsPage(state.column);
}

export function shortColumnCost(
  slack: number,
  { measurements, weights }: Pick<Setting, 'measurements' | 'weights'>,
): number {
  const lines = Math.max(0, slack) / measurements.leading;
  return weights.shortColumn * lines * lines;
}

/** What a fault costs wherever it is made. */
export function faultCost({ kind }: ChosenFault, weights: PaginationWeights): number {
  const costs = {
    overflow: weights.overflow,
    'forbidden-break': weights.forbiddenBreak,
    'note-late': weights.lateNote,
  };
  return costs[kind];
}

/** What floats cost by standing elsewhere than the text has them, and by waiting longer. */
export function floatsCost(
  state: Pick<State, 'item' | 'column'>,
  to: number,
  { next, head, foot }: FloatCursor,
  { measurements, columns, weights }: Setting<ColumnRoom>,
): number {
  const called = measurements.floatsBefore(to);
  const waiting = called - next;
  if (head + foot === 0 && waiting <= 0) return 0;
  const between = betweenCost(state.item, to, { head, foot, waiting }, { measurements, weights });
  if (waiting <= 0) return weights.movedFloat * (head + foot) + between;
  const late = Math.max(0, measurements.floatsBefore(state.item) - next);
  const nextPage = columns.endsPage(state.column) ? weights.floatOnNextPage : 0;
  return (
    weights.movedFloat * (head + foot) +
    (weights.floatInNextColumn + nextPage) * waiting +
    weights.lateFloat * late +
    between
  );
}

/** What floats cost by what they come between, or after. */
function betweenCost(
  from: number,
  to: number,
  { head, foot, waiting }: { head: number; foot: number; waiting: number },
  { measurements: { items }, weights }: Pick<Setting, 'measurements' | 'weights'>,
): number {
  const inBox = (head > 0 && items[from]?.inBox) || (foot > 0 && items[to]?.inBox);
  const after = to > from && items[to - 1]?.endsText ? foot + Math.max(0, waiting) : 0;
  return (inBox ? weights.floatInBox : 0) + weights.floatAfterEnd * after;
}
