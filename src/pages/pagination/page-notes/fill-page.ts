import { fillColumn } from '../fill-column.js';
import { leastNoteLines, type NoteCursor, rounding } from '../measurements.js';
import { Offers } from '../offers.js';
import { type ColumnRoom, type Setting, waitingFloats } from '../setting.js';
import type { ColumnStart, Filling, FloatCursor } from '../states.js';
import { columnsOfPage, type PageSetting, textSetting } from './page-setting.js';
import type { PageFilling } from './page-states.js';
import { type NoteEnd, Prospects, tolerance } from './prospects.js';

/**
 * Over a cut note, columns that are emptier in all are looked at only where there is no other way:
 * they cost as much as several cuts.
 */
const mostEmptyLines = 14;

/** A place in a page that columns are filled up to, and the cheapest way there. */
interface Reached {
  item: number;
  float: number;
  cost: number;
  /** The column before was left without anything. */
  isOver: boolean;
  before?: Reached;
  filling?: Filling;
}

/** Who gathers the ways to fill a page. */
export interface PageReach {
  /** What the cheapest way known so far to a page's end costs; Infinity where none is known. */
  knownCost(to: number, notes: NoteCursor, float: number): number;
  /** What a way to an item may cost at most to be of any use. */
  mostCost(to: number): number;
  /** Takes a way to the end of a page. Pages are made out only where they are wanted. */
  reach(to: number, notes: NoteCursor, float: number, cost: number, page: () => PageFilling): void;
  isComplete(to: number, notes: NoteCursor, float: number): boolean;
}

/**
 * Every way to fill a page without a fault: its notes end at each place that they may, and its
 * columns, all as deep as the notes below leave room, at each allowed break. Ways that surely cost
 * more than a known one to the same end are passed over.
 *
 * Carried notes come first; while one is not at its end, no other starts. The text of a page may
 * end before its last column, at the cost of those that are left without any, or pass by columns
 * for a taller one; so it may pass by whole pages. To cut a note that fits gains nothing: its page would only be the emptier.
 *
 * @returns Whether there is any way, be it one that is passed over.
 */
export function fillPage(
  state: ColumnStart & { cost: number },
  setting: PageSetting,
  reach: PageReach,
): boolean {
  return new PageFiller(state, setting, reach).fill();
}

class PageFiller {
  private readonly columns: readonly number[];
  private readonly lowest: number;
  private readonly cursor: NoteCursor;
  /** Whether a later page may hold what this one does not. */
  private readonly mayBeEmpty: boolean;
  private readonly prospects: Prospects;
  private readonly offers = new Offers();
  private found = false;
  /** What the columns over a note that is cut may cost: more only where there is no other way. */
  private mostCutCost: number;

  constructor(
    private readonly state: ColumnStart & { cost: number },
    private readonly setting: PageSetting,
    private readonly pageReach: PageReach,
  ) {
    this.columns = columnsOfPage(state.column, setting.columns);
    const heights = this.columns.map((column) => setting.columns.heightOf(column));
    this.lowest = Math.min(...heights);
    const { shortColumn } = setting.weights;
    this.mostCutCost = (shortColumn * mostEmptyLines ** 2) / this.columns.length;
    this.cursor = { note: state.note, line: state.line };
    const waits = waitingFloats(state, { measurements: setting.text }) > 0;
    this.mayBeEmpty = this.columns.every((column) => setting.columns.tallerFollows(column, false));
    this.prospects = new Prospects(state, heights, setting, waits, this.mayBeEmpty);
  }

  fill(): boolean {
    this.fillOverAll();
    if (!this.found && !this.prospects.hasKnown) {
      this.mostCutCost = Infinity;
      this.fillOverAll();
    }
    return this.found || this.prospects.hasKnown;
  }

  private fillOverAll(): void {
    const { calls, areas } = this.setting;
    const { item } = this.state;
    for (let next = calls.nextNote(item); next >= 0; next = calls.after(next)) {
      const last = calls.lastBefore(next);
      const whole = calls.leastHeight(this.cursor.note + 1, Math.max(0, last));
      const area = whole / areas.columnCount;
      if (area > this.lowest + tolerance) break;
      if (!this.prospects.mayHold(calls.firstItem(next), area)) break;
      this.fillOverNotes(next, last);
    }
  }

  /** @param last The last note with lines of those that the page calls or goes on with. */
  private fillOverNotes(next: number, last: number): void {
    const { measurements, weights, calls } = this.setting;
    const { cursor } = this;
    const first = Math.max(this.state.item, calls.firstItem(next));
    const ends = { first, last: calls.lastItem(next) };
    if (last < cursor.note) {
      this.fillAbove({ notes: cursor, area: 0, cost: 0, ...ends });
      return;
    }
    const start = last === cursor.note ? cursor.line : 0;
    const length = measurements.length(last);
    const cutCost = start > 0 ? weights.splitNoteAgain : weights.splitNote;
    const whole = this.areaTo({ note: next, line: 0 });
    this.fillAboveEnd({ note: next, line: 0 }, 0, ends);
    for (let line = start + leastNoteLines; line <= length - leastNoteLines; line += 1) {
      const breakBefore = measurements.noteLine(last, line)?.breakBefore ?? 0;
      if (breakBefore === Infinity) continue;
      // Level columns may hold the whole of it no higher than a part.
      if (this.areaTo({ note: last, line }) >= whole - rounding) continue;
      const cost = cutCost + weights.carriedLine * (length - line) + breakBefore;
      this.fillAboveEnd({ note: last, line }, cost, ends);
    }
  }

  private fillAboveEnd(
    notes: NoteCursor,
    cost: number,
    ends: Pick<NoteEnd, 'first' | 'last'>,
  ): void {
    const area = this.areaTo(notes);
    if (area <= this.lowest + rounding) this.fillAbove({ notes, area, cost, ...ends });
  }

  private fillAbove(end: NoteEnd): void {
    const { state, setting, pageReach, prospects } = this;
    const { item, float } = state;
    const cost = state.cost + end.cost;
    if (!prospects.aim(end, pageReach, end.cost > 0 ? this.mostCutCost : Infinity)) return;
    if (!prospects.mayLead(item, cost, 0)) return;
    const { itemCount, floats } = setting.text;
    if (item === itemCount && pageReach.isComplete(itemCount, end.notes, float)) {
      this.endWithNotes(end, cost);
      return;
    }
    const notesEnd = pageReach.isComplete(itemCount, end.notes, floats.length);
    const text = textSetting(setting, end.area, setting.lastColumnCounts || !notesEnd);
    let reached: Reached[] = [{ item, float, cost, isOver: false }];
    this.columns.forEach((_, index) => {
      reached = this.fillNext(reached, index, end, text);
    });
  }

  /** The text is at its end: nothing but notes stands on the page. */
  private endWithNotes({ notes, area }: NoteEnd, cost: number): void {
    const { item, float } = this.state;
    const floats = { next: float, head: 0, foot: 0 };
    const slack = this.heightOf(0) - area;
    const columns: Filling[] = [{ to: item, notes: noNotes, floats, slack, cost: 0 }];
    this.found = true;
    const page = { columns, area, notes, pressed: false };
    this.pageReach.reach(item, notes, float, cost, () => page);
  }

  /** Fills a column after each way to fill those before. Ways to the end of the page are passed on. */
  private fillNext(
    from: readonly Reached[],
    index: number,
    end: NoteEnd,
    text: Setting<ColumnRoom>,
  ): Reached[] {
    const { offers, pageReach, prospects } = this;
    const column = this.columns[index] as number;
    const isLast = index === this.columns.length - 1;
    const floatCount = this.setting.text.floats.length + 1;
    const isTaller = index > 0 && this.heightOf(index) > this.heightOf(index - 1);
    const places = new Map<number, Reached>();
    for (const before of from) {
      offers.clear(prospects.mostCost - before.cost);
      const { item, float } = before;
      fillColumn({ item, float, note: 0, line: 0, column }, text, offers);
      prospects.passOver(before.cost + offers.dearestRefused);
      for (let at = 0; at < offers.count; at += 1) {
        const to = offers.to[at] as number;
        if (to > end.last || (isLast && to < end.first)) continue;
        const { next } = offers.floats[at] as FloatCursor;
        const isOver = to === item && next === float;
        if (before.isOver && !isOver && !isTaller) continue;
        const cost = before.cost + (offers.costs[at] as number);
        if (isLast || pageReach.isComplete(to, end.notes, next)) {
          this.end(before, at, cost, end);
          continue;
        }
        const key = 2 * (to * floatCount + next) + Number(isOver);
        const known = places.get(key);
        if (known !== undefined && known.cost < cost) continue;
        if (!prospects.mayLead(to, cost, index + 1)) continue;
        places.set(key, this.reached(before, at, cost));
      }
    }
    return [...places.values()];
  }

  private reached(before: Reached, offer: number, cost: number): Reached {
    const { to, floats, slacks, costs } = this.offers;
    const filling: Filling = {
      to: to[offer] as number,
      notes: noNotes,
      floats: floats[offer] as FloatCursor,
      slack: slacks[offer] as number,
      cost: costs[offer] as number,
    };
    const [item, float] = [filling.to, filling.floats.next];
    const isOver = item === before.item && float === before.float;
    return { item, float, cost, isOver, before, filling };
  }

  private end(before: Reached, offer: number, cost: number, { notes, area }: NoteEnd): void {
    const { offers, pageReach } = this;
    const to = offers.to[offer] as number;
    const { next } = offers.floats[offer] as FloatCursor;
    if (this.isEmpty(to, next, notes) && !this.mayBeEmpty) return;
    this.found = true;
    pageReach.reach(to, notes, next, cost, () => {
      const columns: Filling[] = [];
      let at: Reached | undefined = this.reached(before, offer, cost);
      for (; at?.filling; at = at.before) columns.unshift(at.filling);
      return { columns, area, notes, pressed: false };
    });
  }

  private areaTo(notes: NoteCursor): number {
    return this.setting.areas.height(this.cursor, notes);
  }

  private heightOf(index: number): number {
    return this.setting.columns.heightOf(this.columns[index] as number);
  }

  private isEmpty(to: number, float: number, { note, line }: NoteCursor): boolean {
    const { state } = this;
    const isSame = to === state.item && float === state.float;
    return isSame && note === state.note && line === state.line;
  }
}

const noNotes: NoteCursor = { note: 0, line: 0 };
