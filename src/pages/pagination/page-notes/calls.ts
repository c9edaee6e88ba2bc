import type { Measurements } from '../measurements.js';

/**
 * Which items a page may end before that all notes up to one are called on: notes are named by the
 * first that is not called yet, past those without lines.
 */
export class Calls {
  private readonly firsts: Int32Array;
  private readonly lasts: Int32Array;
  /** The last note with lines before each. */
  private readonly before: Int32Array;
  /** Heights of all notes before each, without gaps. */
  private readonly heights: Float64Array;

  constructor(private readonly measurements: Measurements) {
    const count = measurements.noteOrder.length;
    this.firsts = new Int32Array(count + 1).fill(-1);
    this.lasts = new Int32Array(count + 1).fill(-1);
    for (let item = 0; item <= measurements.itemCount; item += 1) {
      const note = this.nextNote(item);
      if (this.firsts[note] === -1) this.firsts[note] = item;
      this.lasts[note] = item;
    }
    this.before = new Int32Array(count + 1).fill(-1);
    this.heights = new Float64Array(count + 1);
    for (let note = 0; note < count; note += 1) {
      const length = measurements.length(note);
      this.before[note + 1] = length > 0 ? note : (this.before[note] as number);
      let height = 0;
      for (let line = 0; line < length; line += 1) {
        height += measurements.noteLine(note, line)?.height ?? 0;
      }
      this.heights[note + 1] = (this.heights[note] as number) + height;
    }
  }

  /** The first note with lines that is not called before an item. */
  nextNote(item: number): number {
    return this.measurements.settledNote(this.measurements.called(item));
  }

  /** The note that is next where one more is called than at another; −1 where none is. */
  after(note: number): number {
    const last = this.lasts[note] as number;
    return last < this.measurements.itemCount ? this.nextNote(last + 1) : -1;
  }

  /** The items, first and last, before which a page may end for a note to be the next. */
  firstItem(note: number): number {
    return this.firsts[note] as number;
  }

  lastItem(note: number): number {
    return this.lasts[note] as number;
  }

  /** The last note with lines before one; −1 where there is none. */
  lastBefore(note: number): number {
    return this.before[note] as number;
  }

  /** px of the lines of notes from one (included) to another (excluded), without gaps. */
  leastHeight(from: number, to: number): number {
    return from < to ? (this.heights[to] as number) - (this.heights[from] as number) : 0;
  }
}
