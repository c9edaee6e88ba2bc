import { fillColumn, type Offer, type Setting } from './fill-column.js';
import { fillAtAnyPrice } from './last-resort.js';
import { type State, StatesAtItem } from './states.js';

/** Where a plan starts: the first column, or that of a page to be set anew. */
export interface Start {
  item: number;
  note: number;
  line: number;
  float: number;
  column: number;
}

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
 * @param atAnyPrice Whether faults are allowed where nothing else goes; else there may be no plan.
 * @returns The last state; its `previous` lead back to the start.
 */
export function solve(start: Start, setting: Setting, atAnyPrice: boolean): State | undefined {
  const { measurements, columns } = setting;
  const end = measurements.itemCount;
  const states: (StatesAtItem | undefined)[] = new Array(end + 1);
  const startNotes = measurements.settled(start.note, start.line);
  const first = new StatesAtItem();
  const { note, line } = startNotes;
  const floats = { next: start.float, head: 0, foot: 0 };
  first.reach(undefined, start.column, start.item, note, line, floats, 0, 0, undefined);
  states[start.item] = first;
  const allNotes = measurements.settled(measurements.called(end), 0).note;
  const allFloats = measurements.floats.length;
  const isComplete = (to: number, note: number, float: number) =>
    to === end && note >= allNotes && float >= allFloats;
  for (let item = start.item; item <= end; item += 1) {
    const here = states[item];
    if (here === undefined) continue;
    const last = here.leastColumn + widestLag;
    for (let state = here.next(); state !== undefined; state = here.next()) {
      if (state.column > last || isComplete(item, state.note, state.float)) continue;
      const from = state;
      const after = columns.after(state.column);
      let found = false;
      const offer: Offer = (to, note, line, floats, slack, cost, faults) => {
        const complete = isComplete(to, note, floats.next);
        if (after < 0 && !complete) return;
        found = true;
        states[to] ??= new StatesAtItem();
        const column = complete ? 0 : after;
        states[to]?.reach(from, column, to, note, line, floats, slack, cost, faults);
      };
      fillColumn(state, setting, offer);
      if (!found && atAnyPrice) fillAtAnyPrice(state, setting, offer);
    }
    if (item > start.item) states[item] = item === end ? here : undefined;
  }
  return states[end]?.cheapestWith(allNotes, allFloats);
}
