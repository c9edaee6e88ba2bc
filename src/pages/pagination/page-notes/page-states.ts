import { type NoteCursor, notesKey } from '../measurements.js';
import type { ColumnStart, Filling } from '../states.js';

/** What a page is filled with. */
export interface PageFilling {
  /** Its columns, as far as they are used, without notes. */
  columns: Filling[];
  /** px of its note area; nothing where it has none. */
  area: number;
  /** Where the notes stand after it, settled. */
  notes: NoteCursor;
  /** Columns of its notes end where they may not: nothing else was possible. */
  pressed: boolean;
}

/** A page about to be filled, and the cheapest way to get there. */
export interface PageState extends ColumnStart {
  cost: number;
  previous: PageState | undefined;
  /** How the page of `previous` was filled. */
  page: PageFilling | undefined;
  settled: boolean;
}

/** The states at one item. */
export class PagesAtItem {
  private readonly states: PageState[] = [];
  /** By where the notes stand: a long note that may be cut at any line makes many. */
  private readonly byNotes = new Map<number, PageState[]>();
  /** What the cheapest cost, the least first. */
  private readonly leastCosts: number[] = [];

  /** @param most States that are gone on from. */
  constructor(private readonly most = Infinity) {}

  find(note: number, line: number, float: number, column: number): PageState | undefined {
    for (const state of this.byNotes.get(notesKey(note, line)) ?? []) {
      if (state.float === float && state.column === column) return state;
    }
    return undefined;
  }

  /** Takes a way to a state if none so far is cheaper; of equal ones the last. */
  reach(start: ColumnStart, cost: number, previous?: PageState, page?: PageFilling): void {
    const { note, line, float, column } = start;
    const known = this.find(note, line, float, column);
    if (known === undefined || cost < known.cost) this.countCost(cost, known?.cost);
    if (known === undefined) {
      const state = { ...start, cost, previous, page, settled: false };
      this.states.push(state);
      const key = notesKey(note, line);
      const there = this.byNotes.get(key);
      if (there) there.push(state);
      else this.byNotes.set(key, [state]);
      return;
    }
    if (known.cost < cost) return;
    known.settled &&= known.cost === cost;
    known.cost = cost;
    known.previous = previous;
    known.page = page;
  }

  /** The class of the column that comes first, of states that go on. */
  leastColumn(isComplete: (state: PageState) => boolean): number {
    const going = this.states.filter((state) => !isComplete(state));
    return going.reduce((least, { column }) => Math.min(least, column), Infinity);
  }

  get leastCost(): number {
    return this.leastCosts[0] ?? Infinity;
  }

  /** What a state may cost at most to be gone on from. */
  get mostCost(): number {
    return this.leastCosts[this.most - 1] ?? Infinity;
  }

  /** @param instead What the same state has cost so far. */
  private countCost(cost: number, instead: number | undefined): void {
    const costs = this.leastCosts;
    const former = instead === undefined ? -1 : costs.indexOf(instead);
    if (former >= 0) costs.splice(former, 1);
    const next = costs.findIndex((other) => other > cost);
    costs.splice(next < 0 ? costs.length : next, 0, cost);
    if (costs.length > this.most) costs.pop();
  }

  /** The next state to go on from: pages of carried notes lead on to states of the same item. */
  next(): PageState | undefined {
    let first: PageState | undefined;
    for (const state of this.states) {
      if (!state.settled && (first === undefined || comesBefore(state, first))) first = state;
    }
    if (first !== undefined) first.settled = true;
    return first;
  }
}

function comesBefore(a: PageState, b: PageState): boolean {
  return (a.note - b.note || a.line - b.line || a.float - b.float || a.column - b.column) < 0;
}
