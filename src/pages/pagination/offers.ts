import type { ChosenFault, FloatCursor } from './states.js';

/**
 * Ways to fill a column. Hundreds of thousands are offered for a book and few are kept: they are
 * told in numbers, `notes` and `lines` as settled note cursors, and what held those of one column
 * holds those of the next.
 */
export class Offers {
  count = 0;
  /** The item after the column's last. */
  readonly to: number[] = [];
  readonly notes: number[] = [];
  readonly lines: number[] = [];
  readonly floats: FloatCursor[] = [];
  readonly slacks: number[] = [];
  readonly costs: number[] = [];
  readonly faults: (readonly ChosenFault[] | undefined)[] = [];
  private mostCost = Infinity;
  /** What the dearest costs of those that were too dear to be taken; −Infinity where none was. */
  dearestRefused = -Infinity;

  /** @param mostCost What costs more is of no use. */
  clear(mostCost = Infinity): void {
    this.count = 0;
    this.mostCost = mostCost;
    this.dearestRefused = -Infinity;
  }

  add(
    to: number,
    note: number,
    line: number,
    floats: FloatCursor,
    slack: number,
    cost: number,
    faults?: readonly ChosenFault[],
  ): void {
    if (cost > this.mostCost) {
      this.dearestRefused = Math.max(this.dearestRefused, cost);
      return;
    }
    const at = this.count;
    this.to[at] = to;
    this.notes[at] = note;
    this.lines[at] = line;
    this.floats[at] = floats;
    this.slacks[at] = slack;
    this.costs[at] = cost;
    this.faults[at] = faults;
    this.count = at + 1;
  }
}
