import { type NoteCursor, notesKey } from './measurements.js';
import type { PaginationFault } from './model.js';

/** A fault as it is chosen, before its page is known. */
export type ChosenFault = Pick<PaginationFault, 'kind' | 'item' | 'note'>;

/** Where the placing of floats stands after a column, and what it placed. */
export interface FloatCursor {
  /** The first float that is not placed yet. */
  next: number;
  /** How many of those placed stand at the column's head and foot; the rest kept their places. */
  head: number;
  foot: number;
}

/** What a column is filled with. */
export interface Filling {
  /** The item after the column's last. */
  to: number;
  /** Where the notes stand after it, settled. */
  notes: NoteCursor;
  floats: FloatCursor;
  slack: number;
  cost: number;
  faults?: readonly ChosenFault[];
}

/**
 * A column about to be filled: what comes next. Notes called before `item` from the cursor on are
 * carried into it, and floats from `float` on wait.
 */
export interface ColumnStart {
  item: number;
  note: number;
  line: number;
  /** The first float that is not placed yet. */
  float: number;
  /** Class of the column ({@link ColumnSequence}). */
  column: number;
}

/** The same, and the cheapest way to get there. */
export interface State extends ColumnStart {
  cost: number;
  previous: State | undefined;
  /** How the column of `previous` was filled. */
  filling: Filling | undefined;
  settled: boolean;
}

/** The states at one item, of which each is to be settled after those it can be reached from. */
export class StatesAtItem {
  private readonly states: State[] = [];
  /** By where the notes stand: a long note that may be cut at any line makes hundreds. */
  private readonly byNotes = new Map<number, State[]>();

  /** Takes a way to a state if none so far is cheaper; of equal ones the last, whose columns are fuller. */
  reach(
    from: State | undefined,
    column: number,
    to: number,
    note: number,
    line: number,
    floats: FloatCursor,
    slack: number,
    fillingCost: number,
    faults: readonly ChosenFault[] | undefined,
  ): void {
    const cost = (from?.cost ?? 0) + fillingCost;
    const known = this.find(note, line, floats.next, column);
    if (known !== undefined && known.cost < cost) return;
    const filling: Filling = {
      to,
      notes: { note, line },
      floats,
      slack,
      cost: fillingCost,
      faults,
    };
    if (known !== undefined) {
      known.settled &&= known.cost === cost;
      known.cost = cost;
      known.previous = from;
      known.filling = filling;
      return;
    }
    const state: State = {
      item: to,
      note,
      line,
      float: floats.next,
      column,
      cost,
      previous: from,
      filling,
      settled: false,
    };
    this.states.push(state);
    const key = notesKey(note, line);
    const there = this.byNotes.get(key);
    if (there) there.push(state);
    else this.byNotes.set(key, [state]);
  }

  /** The class of the column that comes first, of states that go on. */
  leastColumn(isComplete: (state: State) => boolean): number {
    const going = this.states.filter((state) => !isComplete(state));
    return going.reduce((least, { column }) => Math.min(least, column), Infinity);
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

  /** The cheapest state of which all notes and floats up to these are placed. */
  cheapestWith(note: number, float: number): State | undefined {
    let cheapest: State | undefined;
    for (const state of this.states) {
      if (state.note < note || state.float < float) continue;
      if (cheapest === undefined || state.cost < cheapest.cost) cheapest = state;
    }
    return cheapest;
  }

  private find(note: number, line: number, float: number, column: number): State | undefined {
    for (const state of this.byNotes.get(notesKey(note, line)) ?? []) {
      if (state.float === float && state.column === column) return state;
    }
    return undefined;
  }
}

function comesBefore(a: State, b: State): boolean {
  return (a.note - b.note || a.line - b.line || a.float - b.float || a.column - b.column) < 0;
}
