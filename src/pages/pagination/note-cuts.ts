import { lateNotes } from './late-notes.js';
import { leastNoteLines, type Measurements, type NoteCursor, rounding } from './measurements.js';
import type { Offers } from './offers.js';
import { type ColumnRoom, type Setting, shortColumnCost } from './setting.js';
import type { ChosenFault, ColumnStart, FloatCursor } from './states.js';

/**
 * A cut that leaves more lines of the column empty is looked at only where there is no other: it
 * costs as much as seven cuts.
 */
const mostEmptyLines = 8;

/** The ways to end the notes of a column that does not hold them whole. */
export class NoteCuts {
  private readonly measurements: Measurements;
  private readonly cursor: NoteCursor;
  private readonly carries: boolean;

  /**
   * @param floatsWait Floats wait from columns before.
   * @param isForced Whether the text itself ends the column before an item.
   */
  constructor(
    private readonly state: ColumnStart,
    private readonly setting: Setting<ColumnRoom>,
    private readonly offers: Offers,
    private readonly floatsWait: boolean,
    private readonly isForced: (to: number) => boolean,
  ) {
    this.measurements = setting.measurements;
    this.cursor = { note: state.note, line: state.line };
    this.carries = state.note < this.measurements.called(state.item);
  }

  /**
   * The last note begins, or goes on, and is carried further; where it cannot, one before it, if
   * those after it may wait.
   */
  offer(to: number, room: number, floats: FloatCursor, baseCost: number): void {
    const { measurements, cursor } = this;
    const called = measurements.called(to);
    let last = called - 1;
    while (last >= cursor.note && measurements.length(last) === 0) last -= 1;
    if (last < cursor.note || this.offerCutsIn(last, to, room, floats, baseCost)) return;
    const least = this.mayWait(to);
    for (; last >= least; last -= 1) {
      if (measurements.length(last) === 0) continue;
      if (this.offerWhole(last, to, room, floats, baseCost)) return;
      const before = last - 1;
      if (before >= cursor.note && this.offerCutsIn(before, to, room, floats, baseCost)) return;
    }
  }

  /** @returns Whether a note may be cut at any of its lines. */
  private offerCutsIn(
    last: number,
    to: number,
    room: number,
    floats: FloatCursor,
    baseCost: number,
  ): boolean {
    const { measurements, cursor } = this;
    const { weights } = this.setting;
    const start = last === cursor.note ? cursor.line : 0;
    const cutCost = start > 0 ? weights.splitNoteAgain : weights.splitNote;
    const length = measurements.length(last);
    const end = length - leastNoteLines;
    const first = start + leastNoteLines;
    const late = lateNotes(this.state, to, { note: last, line: 1 }, measurements);
    const waiting = this.waitingCost(last + 1, to, late);
    const slackAt = (line: number) => room - measurements.noteArea(cursor, last, line);
    const offer = (line: number, slack: number): boolean => {
      const breakBefore = measurements.noteLine(last, line)?.breakBefore ?? 0;
      if (breakBefore === Infinity) return false;
      const endCost = this.isForced(to) ? 0 : shortColumnCost(slack, this.setting);
      const carried = weights.carriedLine * (length - line) + waiting;
      const cost = baseCost + cutCost + carried + breakBefore + endCost;
      this.offers.add(to, last, line, floats, slack, cost, late);
      return true;
    };
    const most = mostEmptyLines * measurements.leading;
    const near = firstLine(first, end + 1, (line) => slackAt(line) <= most);
    let found = false;
    for (let line = near; line <= end; line += 1) {
      const slack = slackAt(line);
      if (slack < -rounding) break;
      found = offer(line, slack) || found;
    }
    for (let line = near - 1; line >= first && !found; line -= 1) {
      const slack = slackAt(line);
      found = slack >= -rounding && offer(line, slack);
    }
    return found;
  }

  /** All notes before one that waits stand here whole. */
  private offerWhole(
    next: number,
    to: number,
    room: number,
    floats: FloatCursor,
    baseCost: number,
  ): boolean {
    const { measurements, cursor } = this;
    const slack = room - measurements.noteArea(cursor, next, 0);
    if (slack < -rounding || (this.carries && next <= cursor.note)) return false;
    const late = lateNotes(this.state, to, { note: next, line: 0 }, measurements);
    const endCost = this.isForced(to) ? 0 : shortColumnCost(slack, this.setting);
    const cost = baseCost + this.waitingCost(next, to, late) + endCost;
    this.offers.add(to, next, 0, floats, slack, cost, late);
    return true;
  }

  /** What notes from one on cost that wait until after the column. */
  private waitingCost(next: number, to: number, late: readonly ChosenFault[] = []): number {
    const { measurements, setting } = this;
    const { carriedLine, lateNote } = setting.weights;
    let cost = lateNote * late.length;
    for (let note = next; note < measurements.called(to); note += 1) {
      cost += carriedLine * measurements.length(note);
    }
    return cost;
  }

  /**
   * The first note from which on notes may begin in a later column than this: those that wait since
   * an earlier one, and those that are called where no column is tall enough for all to begin.
   */
  private mayWait(to: number): number {
    const { measurements, cursor, state, setting } = this;
    const most = measurements.called(to);
    if (this.floatsWait) return most;
    for (let item = to - 1; item >= state.item; item -= 1) {
      if (measurements.called(item + 1) === measurements.called(item)) continue;
      if (measurements.beginningHeight(item) > setting.columns.tallest + rounding) continue;
      return measurements.called(item + 1);
    }
    return this.carries ? cursor.note + 1 : measurements.called(state.item);
  }
}

/** The first line of a range of which something holds that holds of all after it; else its end. */
function firstLine(from: number, end: number, holds: (line: number) => boolean): number {
  let [low, high] = [from, Math.max(from, end)];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
