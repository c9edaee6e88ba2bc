import type { NoteCursor } from '../measurements.js';
import type { ColumnStart } from '../states.js';
import { fillPage, type PageReach } from './fill-page.js';
import { columnsOfPage, type PageSetting } from './page-setting.js';
import { type PageFilling, type PageState, PagesAtItem } from './page-states.js';
import { fillPageAtAnyPrice } from './pressed-page.js';

/** Plans that are given up: they would be told apart from better ones to the end. */
interface Limits {
  /** Columns that a plan may be behind another at the same item: it has left as many empty. */
  lag: number;
  /** What it may cost more than another. */
  dearer: number;
  /** How many there may be at an item: long notes, which may be cut at any line, make hundreds. */
  plans: number;
}

/** Columns that floats wait past their places, which plans with floats that still wait are to pay yet. */
const lateFloats = 4;

/** No more is ever won back: half a column left empty, and twenty notes cut. */
function usualLimits({ columns, weights, text }: PageSetting): Limits {
  const tallest = Math.max(
    ...Array.from({ length: columns.count }, (_, at) => columns.heightOf(at)),
  );
  const lines = tallest / text.leading / 2;
  const floats = text.floats.length > 0 ? lateFloats * weights.lateFloat : 0;
  const dearer = weights.shortColumn * lines * lines + 20 * weights.splitNote + floats;
  return { lag: 8, dearer, plans: 32 };
}

/** Where the usual ones leave no plan without a fault. */
const widerLimits: Limits = { lag: Infinity, dearer: Infinity, plans: 96 };

/**
 * The cheapest way through all pages, from the first to the end of the text and its notes: dynamic
 * programming over the items, a page a step, with what is left of the notes and floats as part of
 * the state.
 *
 * @returns The last state; its `previous` lead back to the start.
 */
export function solvePages(start: ColumnStart, setting: PageSetting): PageState | undefined {
  const found = new PageSearch(start, setting, usualLimits(setting)).toEnd();
  if (found !== undefined && found.cost < setting.weights.strayNoteLine) return found;
  // A plan that was given up may have been the only one without a fault, or to come to the end.
  return new PageSearch(start, setting, widerLimits).toEnd();
}

class PageSearch {
  private readonly end: number;
  private readonly states: (PagesAtItem | undefined)[];
  /** What the cheapest way costs to each item in each class of column with all notes and floats placed. */
  private readonly wholeCosts: Float64Array;
  private readonly allNotes: number;

  constructor(
    private readonly start: ColumnStart,
    private readonly setting: PageSetting,
    private readonly limits: Limits,
  ) {
    const { measurements, columns, calls } = setting;
    this.end = measurements.itemCount;
    this.allNotes = calls.nextNote(this.end);
    const length = this.end + 1 - start.item;
    this.states = new Array(length);
    this.wholeCosts = new Float64Array(length * columns.count).fill(Infinity);
    this.statesAt(start.item).reach(
      { ...start, ...measurements.settled(start.note, start.line) },
      0,
    );
  }

  toEnd(): PageState | undefined {
    const { start, states, end } = this;
    for (let item = start.item; item <= end; item += 1) {
      const here = states[item - start.item];
      if (here === undefined) continue;
      this.goOnFrom(here);
      // Those on the way to the end are held by it.
      if (item < end) states[item - start.item] = undefined;
    }
    const { floats } = this.setting.text;
    return states[end - start.item]?.find(this.allNotes, 0, floats.length, 0);
  }

  private goOnFrom(here: PagesAtItem): void {
    const { setting } = this;
    const isComplete = (state: PageState) => this.isComplete(state.item, state, state.float);
    const last = here.leastColumn(isComplete) + this.limits.lag;
    const dearest = here.leastCost + this.limits.dearer;
    for (let state = here.next(); state !== undefined; state = here.next()) {
      if (state.column > last || state.cost > Math.min(dearest, here.mostCost)) continue;
      if (isComplete(state)) continue;
      const reach = this.reachFrom(state);
      if (!fillPage(state, setting, reach)) fillPageAtAnyPrice(state, setting, reach);
    }
  }

  private reachFrom(from: PageState): PageReach {
    const { columns, calls, text } = this.setting;
    const after = columns.after(columnsOfPage(from.column, columns).at(-1) as number);
    const classAfter = (to: number, notes: NoteCursor, float: number) =>
      this.isComplete(to, notes, float) ? 0 : after;
    const slotOf = (to: number, notes: NoteCursor, float: number, column: number) => {
      const isWhole = notes.line === 0 && notes.note === calls.nextNote(to);
      if (!isWhole || float !== text.floatsBefore(to)) return -1;
      return (to - this.start.item) * columns.count + column;
    };
    const knownCost = (to: number, notes: NoteCursor, float: number) => {
      const column = classAfter(to, notes, float);
      const slot = slotOf(to, notes, float, column);
      if (slot >= 0) return this.wholeCosts[slot] as number;
      const there = this.states[to - this.start.item];
      return there?.find(notes.note, notes.line, float, column)?.cost ?? Infinity;
    };
    const mostCost = (to: number) => this.states[to - this.start.item]?.mostCost ?? Infinity;
    const reach = (
      to: number,
      notes: NoteCursor,
      float: number,
      cost: number,
      page: () => PageFilling,
    ) => {
      if (cost > mostCost(to) || cost > knownCost(to, notes, float)) return;
      const column = classAfter(to, notes, float);
      const slot = slotOf(to, notes, float, column);
      if (slot >= 0) this.wholeCosts[slot] = cost;
      const { note, line } = notes;
      this.statesAt(to).reach({ item: to, note, line, float, column }, cost, from, page());
    };
    const isComplete = (to: number, notes: NoteCursor, float: number) =>
      this.isComplete(to, notes, float);
    return { knownCost, mostCost, reach, isComplete };
  }

  private statesAt(item: number): PagesAtItem {
    // At the end, none that still goes on is to outdo one that is complete.
    const plans = item === this.end ? Infinity : this.limits.plans;
    const there = this.states[item - this.start.item] ?? new PagesAtItem(plans);
    this.states[item - this.start.item] = there;
    return there;
  }

  private isComplete(to: number, { note }: NoteCursor, float: number): boolean {
    return to === this.end && note >= this.allNotes && float >= this.setting.text.floats.length;
  }
}
