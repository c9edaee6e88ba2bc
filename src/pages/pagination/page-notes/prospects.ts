import { type NoteCursor, rounding } from '../measurements.js';
import type { PageSetting } from './page-setting.js';

/** Where the notes of a page end, and what that costs. */
export interface NoteEnd {
  notes: NoteCursor;
  /** px of the area. */
  area: number;
  cost: number;
  /** Items before which the page may end for these notes to be the ones it calls. */
  first: number;
  last: number;
}

/** What the ways known so far to a page's end cost. */
interface KnownCosts {
  /** The cheapest to just this end; Infinity where none is known. */
  knownCost(to: number, notes: NoteCursor, float: number): number;
  /** What a way to an item may cost at most to be of any use, however its notes end. */
  mostCost(to: number): number;
}

/** Heights are sums in another order than those of columns (px). */
export const tolerance = 1e-3;

/** Tells what ways through a page, begun so far, can lead to nothing better than is known. */
export class Prospects {
  /** px of the page's columns from each on, together. */
  private readonly roomFrom: number[];
  /** Where the page may end, the last first, and what a way there may cost to be of any use. */
  private readonly limits: { to: number; known: number; most: number }[] = [];
  private end: NoteEnd | undefined;
  /** A way was found to be of no use: there is another. */
  hasKnown = false;
  /** What a way to the end may cost at most to be of any use, all before it included. */
  mostCost = Infinity;
  private mostKnown = Infinity;

  constructor(
    private readonly start: { item: number; float: number; cost: number },
    private readonly heights: readonly number[],
    private readonly setting: PageSetting,
    private readonly waits: boolean,
    private readonly mayBeEmpty: boolean,
  ) {
    this.roomFrom = heights.map((_, from) =>
      heights.slice(from).reduce((sum, height) => sum + height, 0),
    );
  }

  /** Whether text up to an item may fit over notes at least so high. */
  mayHold(to: number, area: number): boolean {
    const text = this.setting.bounds.leastHeight(this.start.item, to);
    return text + this.heights.length * area <= (this.roomFrom[0] as number) + tolerance;
  }

  /**
   * Sets the end that all ways are to lead to.
   *
   * @param most What a way through the page may cost at most.
   * @returns Whether any way may lead there.
   */
  aim(end: NoteEnd, costs: KnownCosts, most: number): boolean {
    const { text, bounds } = this.setting;
    const { item, float, cost: before } = this.start;
    this.end = end;
    this.limits.length = 0;
    // Where floats wait or begin, more than one state is possible at the same place.
    const isKnown = !this.waits && !this.mayBeEmpty && text.floatsBefore(end.last) === float;
    // A page without anything leads nowhere.
    const mayStay = end.area > 0 || this.mayBeEmpty || this.waits;
    const first = mayStay ? end.first : Math.max(end.first, item + 1);
    const room = (this.roomFrom[0] as number) - this.heights.length * end.area + tolerance;
    const isFree = this.isFree(item, end);
    // What floats cost by their places has nothing to do with how full columns are.
    const mostOnPage = isKnown ? most : Infinity;
    for (let to = end.last; to >= first; to -= 1) {
      // A page of notes ends before the item that it began with, whatever led there.
      if (text.breaks[to] === Infinity && to > item && isKnown) continue;
      if (bounds.leastHeight(item, to) > room) continue;
      const least = isFree ? 0 : this.leastCost(item, to, 0, end.area);
      // Pages that end sooner are emptier still.
      if (least > most) break;
      const same = isKnown ? costs.knownCost(to, end.notes, float) : Infinity;
      const known = Math.min(same, costs.mostCost(to));
      if (before + end.cost + least <= known + rounding)
        this.limits.push({ to, known, most: mostOnPage });
      else this.hasKnown = true;
    }
    this.mostKnown = this.limits.reduce((sum, { known }) => Math.max(sum, known), 0) + rounding;
    this.mostCost = Math.min(this.mostKnown, before + end.cost + mostOnPage);
    return this.limits.length > 0;
  }

  /** Is told of a way that is not gone on with, for it costs more than {@link mostCost}. */
  passOver(cost: number): void {
    this.hasKnown ||= cost > this.mostKnown;
  }

  /** Whether a column may end short at no cost: the text asks for it, or is at its end. */
  private isFree(item: number, { last }: NoteEnd): boolean {
    const { bounds, text, lastColumnCounts } = this.setting;
    return bounds.asksForBreak(item, last) || (last === text.itemCount && !lastColumnCounts);
  }

  /** What the room costs at least that text cannot fill: it is at its cheapest where all columns share it. */
  private leastCost(item: number, to: number, index: number, area: number): number {
    const { bounds, weights, text } = this.setting;
    const columns = this.heights.length - index;
    const room = (this.roomFrom[index] as number) - columns * area;
    // Floats of columns before may stand in these.
    const waiting = text.floatHeight(this.start.float, text.floatsBefore(item));
    const filled = bounds.mostHeight(item, to) + columns * bounds.repeated + waiting + tolerance;
    const lines = Math.max(0, room - filled) / text.leading;
    return (weights.shortColumn * lines * lines) / columns;
  }

  /**
   * Whether the rest of the page, from a column on, can hold the text that it has to, at a cost
   * that is worth while.
   *
   * @param item Up to which the columns before are filled.
   * @param cost Of all before, those of the page in it.
   */
  mayLead(item: number, cost: number, index: number): boolean {
    const { bounds } = this.setting;
    const end = this.end as NoteEnd;
    const columns = this.heights.length - index;
    const room = (this.roomFrom[index] as number) - columns * end.area + tolerance;
    if (bounds.leastHeight(item, end.first) > room) return false;
    const isFree = this.isFree(item, end);
    for (const { to, known, most } of this.limits) {
      if (to < item) break;
      if (bounds.leastHeight(item, to) > room) continue;
      const least = cost + (isFree ? 0 : this.leastCost(item, to, index, end.area));
      const isNew = least <= known + rounding;
      if (isNew && least - this.start.cost - end.cost <= most) return true;
      this.hasKnown ||= !isNew;
    }
    return false;
  }
}
