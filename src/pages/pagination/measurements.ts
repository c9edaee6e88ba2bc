import type { Flow, FlowItem, PageModel } from './model.js';

/** Rounding of sums of heights, px. */
export const rounding = 1e-6;

/** Where the placing of notes stands: the next line to place is `line` of `note`. */
export interface NoteCursor {
  note: number;
  line: number;
}

/** A flow with its sums, so that the height of any run of note lines is a few look-ups. */
export class Measurements {
  readonly items: readonly FlowItem[];
  readonly itemCount: number;
  /** Notes called before each item. */
  readonly calledBefore: Int32Array;
  /** Lines of each note. */
  readonly noteLengths: Int32Array;
  /** The flow's notes in order of call, those never called at the end: cursors count in these. */
  readonly noteOrder: readonly number[];
  /** Height of the lines of a note before each line, gaps included. */
  private readonly lineSums: readonly Float64Array[];
  /** Height of all notes before each note, gaps included. */
  private readonly noteSums: Float64Array;
  /** The first note from each on that has lines. */
  private readonly nextWithLines: Int32Array;
  readonly leading: number;

  constructor(
    private readonly flow: Flow,
    private readonly model: PageModel,
  ) {
    this.items = flow.items;
    this.itemCount = flow.items.length;
    this.noteOrder = notesInOrderOfCall(flow);
    this.calledBefore = new Int32Array(this.itemCount + 1);
    const seen = new Set<number>();
    flow.items.forEach((item, i) => {
      for (const note of item.notes) seen.add(note);
      this.calledBefore[i + 1] = seen.size;
    });
    const count = this.noteOrder.length;
    this.calledBefore[this.itemCount] = count;
    this.lineSums = this.noteOrder.map((note) => sumsOf(flow.notes[note]?.items ?? []));
    this.noteLengths = Int32Array.from(this.lineSums, (sums) => sums.length - 1);
    this.noteSums = new Float64Array(count + 1);
    this.nextWithLines = new Int32Array(count + 1).fill(count);
    for (let n = 0; n < count; n += 1) {
      this.noteSums[n + 1] = (this.noteSums[n] as number) + this.heightBefore(n, this.length(n));
    }
    for (let n = count - 1; n >= 0; n -= 1) {
      this.nextWithLines[n] = this.length(n) > 0 ? n : (this.nextWithLines[n + 1] as number);
    }
    this.leading = model.leading ?? commonHeight(flow.items);
  }

  length(note: number): number {
    return this.noteLengths[note] as number;
  }

  noteLine(note: number, line: number): FlowItem | undefined {
    return this.flow.notes[this.noteOrder[note] ?? -1]?.items[line];
  }

  called(item: number): number {
    return this.calledBefore[item] as number;
  }

  /** The cursor moved past notes without lines and past the end of a note. */
  settled(note: number, line: number): NoteCursor {
    if (line > 0 && line < this.length(note)) return { note, line };
    return { note: this.settledNote(line > 0 ? note + 1 : note), line: 0 };
  }

  /** The first note from this on that has lines. */
  settledNote(note: number): number {
    return this.nextWithLines[note] as number;
  }

  /** Height of the notes at a column's foot, separator included, from a settled cursor to another place. */
  noteArea(from: NoteCursor, toNote: number, toLine: number): number {
    if (from.note > toNote || (from.note === toNote && from.line >= toLine)) return 0;
    const first = this.noteLine(from.note, from.line);
    const separator = from.line > 0 ? this.model.continuedSeparator : this.model.noteSeparator;
    const start = (this.noteSums[from.note] as number) + this.heightBefore(from.note, from.line);
    const end = (this.noteSums[toNote] as number) + this.heightBefore(toNote, toLine);
    return separator + end - start - (first?.gap ?? 0);
  }

  /** Height an item takes in a column, at its top or further down. */
  itemHeight(item: number, atTop: boolean): number {
    const { height, gap, repeat } = this.items[item] as FlowItem;
    return atTop ? height + (repeat ?? 0) : height + gap;
  }

  private heightBefore(note: number, line: number): number {
    return this.lineSums[note]?.[line] ?? 0;
  }
}

function notesInOrderOfCall(flow: Flow): number[] {
  const order = new Set<number>();
  for (const item of flow.items) for (const note of item.notes) order.add(note);
  for (const note of flow.notes.keys()) order.add(note);
  return [...order];
}

function sumsOf(lines: readonly FlowItem[]): Float64Array {
  const sums = new Float64Array(lines.length + 1);
  lines.forEach(({ height, gap }, i) => {
    sums[i + 1] = (sums[i] as number) + gap + height;
  });
  return sums;
}

/** The height that most items have; of several, the first. */
function commonHeight(items: readonly FlowItem[]): number {
  const counts = new Map<number, number>();
  for (const { height } of items) {
    if (height > 0) counts.set(height, (counts.get(height) ?? 0) + 1);
  }
  let common = 1;
  let most = 0;
  for (const [height, count] of counts) {
    if (count > most) [common, most] = [height, count];
  }
  return common;
}
