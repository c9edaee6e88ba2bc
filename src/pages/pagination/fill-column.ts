import { lateNotes } from './late-notes.js';
import {
  type Approach,
  leastNoteLines,
  type Measurements,
  type NoteCursor,
  rounding,
} from './measurements.js';
import type { Offers } from './offers.js';
import {
  type ColumnRoom,
  floatsCost,
  type Setting,
  shortColumnCost,
  waitingFloats,
  waitsForPage,
} from './setting.js';
import type { ChosenFault, ColumnStart, FloatCursor } from './states.js';

/**
 * A cut that leaves more lines of the column empty is looked at only where there is no other: it
 * costs as much as seven cuts.
 */
const mostEmptyLines = 8;

/**
 * Every way to fill the column of a state without a fault: items up to each allowed break, with
 * all their notes, or, where they do not fit whole, with the last note cut at each allowed line.
 *
 * A note is cut only where it does not fit. Carried notes come first; while one is not at its end,
 * no other starts. Floats that wait come first too, at the head, as many as the column can take; of
 * those that the text brings, the first ones may keep their places, the next stand at the foot, the
 * rest wait.
 *
 * @returns Whether it matters where in its page the column stands.
 */
export function fillColumn(
  state: ColumnStart,
  setting: Setting<ColumnRoom>,
  offers: Offers,
): boolean {
  const waiting = waitingFloats(state, setting);
  const before = offers.count;
  let matters = false;
  for (let head = waiting; head >= 0 && offers.count === before; head -= 1) {
    matters = new ColumnFiller(state, setting, offers, head, waiting).fill();
  }
  return matters;
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
    private readonly state: ColumnStart,
    private readonly setting: Setting<ColumnRoom>,
    private readonly offers: Offers,
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

  /** @returns Whether it matters where in its page the column stands. */
  fill(): boolean {
    const { head, waiting, carries } = this;
    const { item } = this.state;
    let matters = waiting > 0 || this.startsPage;
    if (this.height < -rounding) return matters;
    if (carries || head > 0) this.offerWithNotes(item, 0, this.noFloats);
    if (!this.waits) {
      // What follows a float that waits longer waits too.
      const left = head < waiting ? this.measurements.floatsBefore(item) : -1;
      if (waiting > 0) {
        this.fillWithText({ to: item, height: 0, empty: true, left, approach: undefined });
      } else {
        matters = this.fillUpToFloat() || matters;
      }
    }
    if (!carries && head === 0) this.offerEmpty();
    return matters;
  }

  /**
   * Text without floats: nearly all of it is, so that this is where the time goes.
   *
   * @returns Whether it came to a float, and went on from there.
   */
  private fillUpToFloat(): boolean {
    const { measurements, height: mostHeight } = this;
    const { heights, topHeights, breaks, forcedBreaks, calledBefore, noteSums } = measurements;
    const { repeatsBelow } = measurements;
    const { weights, lastColumnCounts } = this.setting;
    const { item, note } = this.state;
    const notesBefore = measurements.notesBefore(this.cursor);
    const nextFloat = measurements.nextFloat(item);
    const freeEnd = lastColumnCounts || nextFloat < measurements.itemCount ? -1 : nextFloat;
    let height = 0;
    let to = item;
    while (to < nextFloat) {
      height += (to === item ? topHeights[to] : heights[to]) as number;
      if (height > mostHeight + rounding) return false;
      to += 1;
      const breakCost = breaks[to] as number;
      const isForced = forcedBreaks[to] === 1;
      if (breakCost < Infinity) {
        const called = calledBefore[to] as number;
        const area = called > note ? (noteSums[called] as number) - notesBefore : 0;
        const room = mostHeight - height - (repeatsBelow[to] as number);
        const slack = room - area;
        if (slack < -rounding) {
          this.offerCuts(to, room, this.noFloats, breakCost);
        } else {
          const lines = slack <= 0 || isForced || to === freeEnd ? 0 : slack / measurements.leading;
          const cost = breakCost + weights.shortColumn * lines * lines;
          this.offers.add(to, measurements.settledNote(called), 0, this.noFloats, slack, cost);
        }
      }
      if (isForced) return false;
    }
    if (to === measurements.itemCount) return false;
    this.fillWithText({ to, height, empty: to === item, left: -1, approach: undefined });
    return true;
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
    this.offers.add(state.item, note, line, this.noFloats, this.height, cost);
  }

  private offerWithNotes(to: number, text: number, floats: FloatCursor, approach?: Approach): void {
    const { measurements, cursor, setting } = this;
    const called = measurements.called(to);
    const repeated = to > this.state.item ? (measurements.repeatsBelow[to] as number) : 0;
    const room = this.height - text - repeated;
    const slack = room - measurements.noteArea(cursor, called, 0);
    const cost = this.breakCost(to, approach) + floatsCost(this.state, to, floats, setting);
    if (slack < -rounding) {
      this.offerCuts(to, room, floats, cost);
      return;
    }
    const isEnd = to === measurements.itemCount && floats.next >= measurements.floats.length;
    const free = (isEnd && !setting.lastColumnCounts) || this.isForced(to);
    const short = free ? 0 : shortColumnCost(slack, setting);
    this.offers.add(to, measurements.settledNote(called), 0, floats, slack, cost + short);
  }

  /**
   * The last note begins, or goes on, and is carried further; where it cannot, one before it, if
   * those after it may wait.
   */
  private offerCuts(to: number, room: number, floats: FloatCursor, baseCost: number): void {
    const { measurements, cursor } = this;
    const called = measurements.called(to);
    let last = called - 1;
    while (last >= cursor.note && measurements.length(last) === 0) last -= 1;
    if (last < cursor.note || this.offerCutsOf(last, to, room, floats, baseCost)) return;
    const least = this.mayWait(to);
    for (; last >= least; last -= 1) {
      if (measurements.length(last) === 0) continue;
      if (this.offerWhole(last, to, room, floats, baseCost)) return;
      const before = last - 1;
      if (before >= cursor.note && this.offerCutsOf(before, to, room, floats, baseCost)) return;
    }
  }

  /** @returns Whether a note may be cut at any of its lines. */
  private offerCutsOf(
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
    if (this.waiting > 0) return most;
    for (let item = to - 1; item >= state.item; item -= 1) {
      if (measurements.called(item + 1) === measurements.called(item)) continue;
      if (measurements.beginningHeight(item) > setting.columns.tallest + rounding) continue;
      return measurements.called(item + 1);
    }
    return this.carries ? cursor.note + 1 : measurements.called(state.item);
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
