import type { ColumnSequence } from './column-sequence.js';
import { type Measurements, type NoteCursor, rounding } from './measurements.js';
import type { ChosenFault, State } from './states.js';
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
  slack: number,
  cost: number,
  faults?: readonly ChosenFault[],
) => void;

/**
 * Every way to fill the column of a state without a fault: items up to each allowed break, with
 * all their notes, or, where they do not fit whole, with the last note cut at each allowed line.
 *
 * A note is cut only where it does not fit. Carried notes come first; while one is not at its end,
 * no other starts.
 */
export function fillColumn(state: State, setting: Setting, offer: Offer): void {
  new ColumnFiller(state, setting, offer).fill();
}

/** Text that asks for a new page lets pass the columns left on this one. */
export function waitsForPage(state: State, { measurements, columns }: Setting): boolean {
  return measurements.items[state.item]?.forced === 'page' && !columns.startsPage(state.column);
}

export function shortColumnCost(slack: number, { measurements, weights }: Setting): number {
  const lines = Math.max(0, slack) / measurements.leading;
  return weights.shortColumn * lines * lines;
}

class ColumnFiller {
  private readonly measurements: Measurements;
  private readonly height: number;
  private readonly cursor: NoteCursor;
  private readonly waits: boolean;
  /** The next item asks for a page of its own. */
  private readonly startsPage: boolean;

  constructor(
    private readonly state: State,
    private readonly setting: Setting,
    private readonly offer: Offer,
  ) {
    this.measurements = setting.measurements;
    this.height = setting.columns.heightOf(state.column);
    this.cursor = { note: state.note, line: state.line };
    this.waits = waitsForPage(state, setting);
    this.startsPage = this.measurements.items[state.item]?.forced === 'page';
  }

  fill(): void {
    const { item, column } = this.state;
    const carries = this.cursor.note < this.measurements.called(item);
    if (carries) this.offerWithNotes(item, 0);
    if (!this.waits) this.fillWithText();
    if (carries) return;
    if (this.waits) this.offerEmpty(0);
    else if (this.setting.columns.tallerFollows(column, this.startsPage)) {
      this.offerEmpty(shortColumnCost(this.height, this.setting));
    }
  }

  private fillWithText(): void {
    const { measurements, height, state } = this;
    let text = 0;
    for (let to = state.item + 1; to <= measurements.itemCount; to += 1) {
      text += measurements.itemHeight(to - 1, to - 1 === state.item);
      if (text > height + rounding) return;
      const next = measurements.items[to];
      if (next === undefined || next.forced !== undefined || next.breakBefore < Infinity) {
        this.offerWithNotes(to, text);
      }
      if (next?.forced !== undefined) return;
    }
  }

  private offerEmpty(cost: number): void {
    this.offer(this.state.item, this.cursor.note, this.cursor.line, this.height, cost);
  }

  private offerWithNotes(to: number, text: number): void {
    const { measurements, cursor } = this;
    const called = measurements.called(to);
    const room = this.height - text;
    const slack = room - measurements.noteArea(cursor, called, 0);
    if (slack < -rounding) {
      this.offerCuts(to, room);
      return;
    }
    const isEnd = to === measurements.itemCount;
    const free = (isEnd && !this.setting.lastColumnCounts) || this.isForced(to);
    const cost = this.breakCost(to) + (free ? 0 : shortColumnCost(slack, this.setting));
    this.offer(to, measurements.settledNote(called), 0, slack, cost);
  }

  /** The last note begins, or goes on, and is carried further. */
  private offerCuts(to: number, room: number): void {
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
      const cost = this.breakCost(to) + cutCost + carried + breakBefore + endCost;
      this.offer(to, last, line, slack, cost);
    }
  }

  /** The text itself ends the column here, however short. */
  private isForced(to: number): boolean {
    return (
      this.measurements.items[to]?.forced !== undefined && (to > this.state.item || this.waits)
    );
  }

  /** The break before a column of notes alone was paid by the column before. */
  private breakCost(to: number): number {
    const next = this.measurements.items[to];
    if (to === this.state.item || next === undefined || next.forced !== undefined) return 0;
    return next.breakBefore;
  }
}
