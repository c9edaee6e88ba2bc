import { type Approach, type Measurements, type NoteCursor, rounding } from './measurements.js';
import { NoteCuts } from './note-cuts.js';
import type { Offers } from './offers.js';
import {
  type ColumnRoom,
  floatsCost,
  type Setting,
  shortColumnCost,
  waitingFloats,
  waitsForPage,
} from './setting.js';
import type { ColumnStart, FloatCursor } from './states.js';

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
  const isAnyOffered = () => offers.count > before || offers.dearestRefused > -Infinity;
  let matters = false;
  for (let head = waiting; head >= 0 && !isAnyOffered(); head -= 1) {
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
  private cuts: NoteCuts | undefined;

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
      const own = (to === item ? topHeights[to] : heights[to]) as number;
      height = Number.isNaN(own) ? measurements.heightWith(to, height) : height + own;
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
          this.noteCuts.offer(to, room, this.noFloats, breakCost);
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
        height = measurements.heightWith(to, empty ? undefined : height, approach);
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
      this.noteCuts.offer(to, room, floats, cost);
      return;
    }
    const isEnd = to === measurements.itemCount && floats.next >= measurements.floats.length;
    const free = (isEnd && !setting.lastColumnCounts) || this.isForced(to);
    const short = free ? 0 : shortColumnCost(slack, setting);
    this.offers.add(to, measurements.settledNote(called), 0, floats, slack, cost + short);
  }

  /** Most columns hold their notes whole. */
  private get noteCuts(): NoteCuts {
    this.cuts ??= new NoteCuts(this.state, this.setting, this.offers, this.waiting > 0, (to) =>
      this.isForced(to),
    );
    return this.cuts;
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
