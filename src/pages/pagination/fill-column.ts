import type { ColumnSequence } from './column-sequence.js';
import { type Approach, type Measurements, type NoteCursor, rounding } from './measurements.js';
import type { ChosenFault, FloatCursor, State } from './states.js';
import type { PaginationWeights } from './weights.js';

/** Fewest lines of a note on either side of a cut. */
const leastNoteLines = 2;

/** What {@link fillColumn} needs besides the state. */
export interface Setting {
  measurements: Measurements;
  columns: ColumnSequence;
  weights: PaginationWeights;
  /** Whether the last column of all costs what it is short. */
  lastColumnCounts: boolean;
}

/**
 * Takes a way to fill the column. Hundreds of thousands are offered for a book and few are kept:
 * they are told in numbers, `note` and `line` as a settled {@link NoteCursor}.
 */
export type Offer = (
  to: number,
  note: number,
  line: number,
  floats: FloatCursor,
  slack: number,
  cost: number,
  faults?: readonly ChosenFault[],
) => void;

/**
 * Every way to fill the column of a state without a fault: items up to each allowed break, with
 * all their notes, or, where they do not fit whole, with the last note cut at each allowed line.
 *
 * A note is cut only where it does not fit. Carried notes come first; while one is not at its end,
 * no other starts. Floats that wait come first too, at the head, as many as the column can take; of
 * those that the text brings, the first ones may keep their places, the next stand at the foot, the
 * rest wait.
 */
export function fillColumn(state: State, setting: Setting, offer: Offer): void {
  const waiting = waitingFloats(state, setting);
  if (waiting === 0) {
    new ColumnFiller(state, setting, offer, 0, 0).fill();
    return;
  }
  let found = false;
  const heard: Offer = (...filling) => {
    found = true;
    offer(...filling);
  };
  for (let head = waiting; head >= 0 && !found; head -= 1) {
    new ColumnFiller(state, setting, heard, head, waiting).fill();
  }
}

export function waitingFloats({ item, float }: State, { measurements }: Setting): number {
  return Math.max(0, measurements.floatsBefore(item) - float);
}

/** Text that asks for a new page lets pass the columns left on this one. */
export function waitsForPage(state: State, { measurements, columns }: Setting): boolean {
  return measurements.items[state.item]?.forced === 'page' && !columns.startsPage(state.column);
}

export function shortColumnCost(slack: number, { measurements, weights }: Setting): number {
  const lines = Math.max(0, slack) / measurements.leading;
  return weights.shortColumn * lines * lines;
}

/** What floats cost by standing elsewhere than the text has them, and by waiting longer. */
export function floatsCost(
  state: State,
  to: number,
  { next, head, foot }: FloatCursor,
  { measurements, columns, weights }: Setting,
): number {
  const called = measurements.floatsBefore(to);
  const waiting = called - next;
  if (waiting <= 0) return weights.movedFloat * (head + foot);
  const late = Math.max(0, measurements.floatsBefore(state.item) - next);
  const nextPage = columns.endsPage(state.column) ? weights.floatOnNextPage : 0;
  return (
    weights.movedFloat * (head + foot) +
    (weights.floatInNextColumn + nextPage) * waiting +
    weights.lateFloat * late
  );
}

/** A run of text at the head of a column, as far as it is filled. */
interface Run {
  to: number;
  height: number;
  /** Nothing but floats that left their places. */
  empty: boolean;
  /** The first float that left its place; −1 while all keep theirs. */
  left: number;
  /** What holds before `to` where the floats right before it left their places. */
  approach: Approach | undefined;
}

class ColumnFiller {
  private readonly measurements: Measurements;
  /** px under the floats at the head. */
  private readonly height: number;
  private readonly cursor: NoteCursor;
  private readonly waits: boolean;
  /** The next item asks for a page of its own. */
  private readonly startsPage: boolean;
  private readonly carries: boolean;
  private readonly noFloats: FloatCursor;

  constructor(
    private readonly state: State,
    private readonly setting: Setting,
    private readonly offer: Offer,
    private readonly head: number,
    private readonly waiting: number,
  ) {
    this.measurements = setting.measurements;
    const { item, float, note, line, column } = state;
    const taken = head > 0 ? this.measurements.floatHeight(float, float + head) : 0;
    this.height = setting.columns.heightOf(column) - taken;
    this.cursor = { note, line };
    this.startsPage = this.measurements.items[item]?.forced === 'page';
    // No float goes past the beginning of a page that the text asks for.
    this.waits = waitsForPage(state, setting) || (this.startsPage && waiting > 0);
    this.carries = note < this.measurements.called(item);
    this.noFloats = { next: float + head, head, foot: 0 };
  }

  fill(): void {
    const { head, waiting, carries } = this;
    const { item } = this.state;
    if (this.height < -rounding) return;
    if (carries || head > 0) this.offerWithNotes(item, 0, this.noFloats);
    if (!this.waits) {
      // What follows a float that waits longer waits too.
      const left = head < waiting ? this.measurements.floatsBefore(item) : -1;
      this.fillWithText({ to: item, height: 0, empty: true, left, approach: undefined });
    }
    if (!carries && head === 0) this.offerEmpty();
  }

  private fillWithText(run: Run): void {
    const { measurements } = this;
    let { to, height, empty, left, approach } = run;
    while (to < measurements.itemCount) {
      const float = measurements.floatAt(to);
      if (float >= 0 && left < 0) this.fillWithText({ to, height, empty, left: float, approach });
      if (float >= 0 && left >= 0) {
        to += measurements.floats[float]?.items ?? 1;
        approach = measurements.approachTo(to, left, this.state.item);
      } else {
        height += measurements.itemHeight(to, empty, approach);
        if (height > this.height + rounding) return;
        to += 1;
        empty = false;
        approach = undefined;
      }
      if (measurements.breakBefore(to, approach) < Infinity) {
        // Nearly all columns are of this kind.
        const keepsAll = left < 0 && measurements.floatsBefore(to) === this.noFloats.next;
        if (keepsAll) this.offerWithNotes(to, height, this.noFloats);
        else this.offerWithFloats({ to, height, empty, left, approach });
      }
      if (measurements.items[to]?.forced !== undefined) return;
    }
  }

  private offerWithFloats({ to, height, empty, left, approach }: Run): void {
    const { measurements, head } = this;
    const called = measurements.floatsBefore(to);
    if (left < 0) {
      const kept = this.noFloats.next === called;
      const floats = kept ? this.noFloats : { next: called, head, foot: 0 };
      this.offerWithNotes(to, height, floats, approach);
      return;
    }
    const mayStand = head === this.waiting;
    const most = mayStand ? called - left : 0;
    for (let foot = 0; foot <= most; foot += 1) {
      const taken = foot > 0 ? measurements.floatHeight(left, left + foot) : 0;
      if (height + taken > this.height + rounding) return;
      if (empty && head + foot === 0 && !this.carries) continue;
      const next = mayStand ? left + foot : this.noFloats.next;
      if (this.leavesCalls(next, called)) continue;
      this.offerWithNotes(to, height + taken, { next, head, foot }, approach);
    }
  }

  /** Whether a float that calls notes would have to wait. */
  private leavesCalls(from: number, to: number): boolean {
    for (let float = from; float < to; float += 1) {
      if (this.measurements.floats[float]?.calls) return true;
    }
    return false;
  }

  private offerEmpty(): void {
    const { setting, state, waiting } = this;
    const free = this.waits && waiting === 0;
    const starts = this.startsPage && waiting === 0;
    if (!free && !setting.columns.tallerFollows(state.column, starts)) return;
    const short = free ? 0 : shortColumnCost(this.height, setting);
    const cost = short + floatsCost(state, state.item, this.noFloats, setting);
    const { note, line } = this.cursor;
    this.offer(state.item, note, line, this.noFloats, this.height, cost);
  }

  private offerWithNotes(to: number, text: number, floats: FloatCursor, approach?: Approach): void {
    const { measurements, cursor, setting } = this;
    const called = measurements.called(to);
    const room = this.height - text;
    const slack = room - measurements.noteArea(cursor, called, 0);
    const cost = this.breakCost(to, approach) + floatsCost(this.state, to, floats, setting);
    if (slack < -rounding) {
      this.offerCuts(to, room, floats, cost);
      return;
    }
    const isEnd = to === measurements.itemCount && floats.next >= measurements.floats.length;
    const free = (isEnd && !setting.lastColumnCounts) || this.isForced(to);
    const short = free ? 0 : shortColumnCost(slack, setting);
    this.offer(to, measurements.settledNote(called), 0, floats, slack, cost + short);
  }

  /** The last note begins, or goes on, and is carried further. */
  private offerCuts(to: number, room: number, floats: FloatCursor, baseCost: number): void {
    const { measurements, cursor } = this;
    const { weights } = this.setting;
    let last = measurements.called(to) - 1;
    while (last >= cursor.note && measurements.length(last) === 0) last -= 1;
    if (last < cursor.note) return;
    const start = last === cursor.note ? cursor.line : 0;
    const cutCost = start > 0 ? weights.splitNoteAgain : weights.splitNote;
    const length = measurements.length(last);
    const end = length - leastNoteLines;
    for (let line = start + leastNoteLines; line <= end; line += 1) {
      const slack = room - measurements.noteArea(cursor, last, line);
      if (slack < -rounding) return;
      const breakBefore = measurements.noteLine(last, line)?.breakBefore ?? 0;
      if (breakBefore === Infinity) continue;
      const endCost = this.isForced(to) ? 0 : shortColumnCost(slack, this.setting);
      const carried = weights.carriedLine * (length - line);
      const cost = baseCost + cutCost + carried + breakBefore + endCost;
      this.offer(to, last, line, floats, slack, cost);
    }
  }

  /** The text itself ends the column here, however short. */
  private isForced(to: number): boolean {
    return (
      this.measurements.items[to]?.forced !== undefined && (to > this.state.item || this.waits)
    );
  }

  /** The break before a column without text was paid by the column before. */
  private breakCost(to: number, approach?: Approach): number {
    return to === this.state.item ? 0 : this.measurements.breakBefore(to, approach);
  }
}
