import type { ColumnSequence } from './column-sequence.js';
import { fillColumn } from './fill-column.js';
import { fillAtAnyPrice } from './last-resort.js';
import { Offers } from './offers.js';
import type { Setting } from './setting.js';
import { type ColumnStart, type FloatCursor, type State, StatesAtItem } from './states.js';

/**
 * Where pages differ far into a text, a plan that is so many columns behind another at the same
 * item is given up: it has left as many empty, and would be told apart to the end.
 */
const widestLag = 8;

/**
 * The cheapest way through all columns, from `start` to the end of the text and its notes:
 * dynamic programming over the items, after Plass, *Optimal Pagination Techniques for Automatic
 * Typesetting Systems* (Stanford 1981), with what is left of the notes and floats as part of the state.
 *
 * @param start The first column, or that of a page to be set anew.
 * @param atAnyPrice Whether faults are allowed where nothing else goes; else there may be no plan.
 * @returns The last state; its `previous` lead back to the start.
 */
export function solve(
  start: ColumnStart,
  setting: Setting,
  atAnyPrice: boolean,
): State | undefined {
  return new Search(start, setting, atAnyPrice).toEnd();
}

class Search {
  private readonly end: number;
  /** From the start's item to the end of the text. */
  private readonly states: (StatesAtItem | undefined)[];
  private readonly allNotes: number;
  private readonly allFloats: number;
  private readonly offers = new Offers();
  /**
   * What the cheapest way costs to each item in each class of column with all notes and floats
   * before it placed: most columns lead to such a state, and to one that is cheaper already.
   */
  private readonly wholeCosts: Float64Array;

  constructor(
    private readonly start: ColumnStart,
    private readonly setting: Setting,
    private readonly atAnyPrice: boolean,
  ) {
    const { measurements, columns } = setting;
    this.end = measurements.itemCount;
    this.allNotes = measurements.settledNote(measurements.called(this.end));
    this.allFloats = measurements.floats.length;
    const length = this.end + 1 - start.item;
    this.states = new Array(length);
    this.wholeCosts = new Float64Array(length * columns.count).fill(Infinity);
    const { note, line } = measurements.settled(start.note, start.line);
    const first = new StatesAtItem();
    const floats = { next: start.float, head: 0, foot: 0 };
    first.reach(undefined, start.column, start.item, note, line, floats, 0, 0, undefined);
    this.states[0] = first;
  }

  toEnd(): State | undefined {
    const { start, states, end } = this;
    for (let item = start.item; item <= end; item += 1) {
      const here = states[item - start.item];
      if (here === undefined) continue;
      this.goOnFrom(here, item);
      // Those on the way to the end are held by it.
      if (item < end) states[item - start.item] = undefined;
    }
    return states[end - start.item]?.cheapestWith(this.allNotes, this.allFloats);
  }

  private goOnFrom(here: StatesAtItem, item: number): void {
    const { setting, offers } = this;
    const isComplete = ({ note, float }: State) => this.isComplete(item, note, float);
    const last = here.leastColumn(isComplete) + widestLag;
    let filled: State | undefined;
    for (let state = here.next(); state !== undefined; state = here.next()) {
      if (state.column > last || isComplete(state)) continue;
      if (filled === undefined || !isFilledAlike(filled, state, setting.columns)) {
        offers.clear();
        const matters = fillColumn(state, setting, offers);
        filled = matters ? undefined : state;
      }
      if (!this.takeOffers(state) && this.atAnyPrice) {
        filled = undefined;
        offers.clear();
        fillAtAnyPrice(state, setting, offers);
        this.takeOffers(state);
      }
    }
  }

  /** @returns Whether the column of a state can be filled without a fault. */
  private takeOffers(from: State): boolean {
    const { offers, states, start } = this;
    const after = this.setting.columns.after(from.column);
    let found = false;
    for (let at = 0; at < offers.count; at += 1) {
      const to = offers.to[at] as number;
      const note = offers.notes[at] as number;
      const line = offers.lines[at] as number;
      const floats = offers.floats[at] as FloatCursor;
      const isComplete = this.isComplete(to, note, floats.next);
      if (after < 0 && !isComplete) continue;
      const faults = offers.faults[at];
      if (faults !== undefined && !this.atAnyPrice) continue;
      found ||= faults === undefined;
      const column = isComplete ? 0 : after;
      const cost = offers.costs[at] as number;
      if (this.isDearer(to, note, line, floats.next, column, from.cost + cost)) continue;
      const slack = offers.slacks[at] as number;
      states[to - start.item] ??= new StatesAtItem();
      const there = states[to - start.item] as StatesAtItem;
      there.reach(from, column, to, note, line, floats, slack, cost, faults);
    }
    return found;
  }

  /** Whether a cheaper way to a state is known, as far as that is told at a glance. */
  private isDearer(
    to: number,
    note: number,
    line: number,
    float: number,
    column: number,
    cost: number,
  ): boolean {
    const { measurements, columns } = this.setting;
    if (line > 0 || note !== measurements.settledNote(measurements.called(to))) return false;
    if (float !== measurements.floatsBefore(to)) return false;
    const slot = (to - this.start.item) * columns.count + column;
    if (cost > (this.wholeCosts[slot] as number)) return true;
    this.wholeCosts[slot] = cost;
    return false;
  }

  private isComplete(to: number, note: number, float: number): boolean {
    return to === this.end && note >= this.allNotes && float >= this.allFloats;
  }
}

/** Whether columns that differ in their place on the page alone are filled in the same ways. */
const isFilledAlike = (one: State, other: State, columns: ColumnSequence): boolean =>
  one.note === other.note &&
  one.line === other.line &&
  one.float === other.float &&
  columns.areAlike(one.column, other.column);
