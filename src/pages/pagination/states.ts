import type { NoteCursor } from './measurements.js';
import type { PaginationFault } from './model.js';

/** A fault as it is chosen, before its page is known. */
export type ChosenFault = Pick<PaginationFault, 'kind' | 'item' | 'note'>;

/** What a column is filled with. */
export interface Filling {
  /** The item after the column's last. */
  to: number;
  /** Where the notes stand after it, settled. */
  notes: NoteCursor;
  slack: number;
  cost: number;
  faults?: readonly ChosenFault[];
}

/**
 * A column about to be filled: what comes next, and the cheapest way to get here. Notes called
 * before `item` from the cursor on are carried into it.
 */
export interface State {
  item: number;
  note: number;
  line: number;
  /** Class of the column ({@link ColumnSequence}). */
  column: number;
  cost: number;
  previous: State | undefined;
  /** How the column of `previous` was filled. */
  filling: Filling | undefined;
  settled: boolean;
}

/** The states at one item, of which each is to be settled after those it can be reached from. */
export class StatesAtItem {
  private readonly states: State[] = [];

  /** Takes a way to a state if none so far is cheaper; of equal ones the last, whose columns are fuller. */
  reach(
    from: State | undefined,
    column: number,
    to: number,
    note: number,
    line: number,
    slack: number,
    fillingCost: number,
    faults: readonly ChosenFault[] | undefined,
  ): void {
    const cost = (from?.cost ?? 0) + fillingCost;
    const known = this.find(note, line, column);
    if (known !== undefined && known.cost < cost) return;
    const filling: Filling = { to, notes: { note, line }, slack, cost: fillingCost, faults };
    if (known !== undefined) {
      known.settled &&= known.cost === cost;
      known.cost = cost;
      known.previous = from;
      known.filling = filling;
      return;
    }
    this.states.push({
      item: to,
      note,
      line,
      column,
      cost,
      previous: from,
      filling,
      settled: false,
    });
  }

  /** The next state to go on from: columns of carried notes lead on to states of the same item. */
  next(): State | undefined {
    let first: State | undefined;
    for (const state of this.states) {
      if (!state.settled && (first === undefined || comesBefore(state, first))) first = state;
    }
    if (first !== undefined) first.settled = true;
    return first;
  }

  /** The cheapest state of which all notes up to `note` are placed. */
  cheapestWithNotes(note: number): State | undefined {
    let cheapest: State | undefined;
    for (const state of this.states) {
      if (state.note < note) continue;
      if (cheapest === undefined || state.cost < cheapest.cost) cheapest = state;
    }
    return cheapest;
  }

  private find(note: number, line: number, column: number): State | undefined {
    for (const state of this.states) {
      if (state.note === note && state.line === line && state.column === column) return state;
    }
    return undefined;
  }
}

function comesBefore(a: State, b: State): boolean {
  return (a.note - b.note || a.line - b.line || a.column - b.column) < 0;
}
