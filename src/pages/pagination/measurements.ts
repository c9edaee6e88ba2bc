import { beginningsIn } from './beginning-heights.js';
import { gapToGrid } from './grid.js';
import type { Flow, FlowItem, PageModel } from './model.js';

/** Rounding of sums of heights, px. */
export const rounding = 1e-6;

/** Fewest lines of a note on either side of a cut. */
export const leastNoteLines = 2;

/** Where the placing of notes stands: the next line to place is `line` of `note`. */
export interface NoteCursor {
  note: number;
  line: number;
}

/** No note has so many lines. */
const mostLines = 2 ** 20;

/** Names a place among all lines of notes. */
export const notesKey = (note: number, line: number) => note * mostLines + line;

/** Space above an item, and what ending a column before it costs. */
export type Approach = Pick<FlowItem, 'gap' | 'breakBefore' | 'leastGap'>;

/** A float of a flow. */
export interface Float {
  /** The item that it begins with, and how many are its own. */
  item: number;
  items: number;
  /** It calls notes, which stand in the column of their calls: it may not leave this one. */
  calls: boolean;
}

/** A flow with its sums, so that the height of any run of note lines is a few look-ups. */
export class Measurements {
  readonly items: readonly FlowItem[];
  readonly itemCount: number;
  /**
   * What {@link heightWith} adds for items that follow no float, at the top of a column and further
   * down; NaN where the grid has a say in it.
   */
  readonly heights: Float64Array;
  readonly topHeights: Float64Array;
  /** What {@link breakBefore} tells of items that follow no float. */
  readonly breaks: Float64Array;
  /** What is repeated below, where a column ends before each item. */
  readonly repeatsBelow: Float64Array;
  /** Whether the text asks for a new column or page before each item. */
  readonly forcedBreaks: Uint8Array;
  /** Notes called before each item. */
  readonly calledBefore: Int32Array;
  /** Lines of each note. */
  readonly noteLengths: Int32Array;
  /** The flow's notes in order of call, those never called at the end: cursors count in these. */
  readonly noteOrder: readonly number[];
  /** Height of the lines of a note before each line, gaps included. */
  private readonly lineSums: readonly Float64Array[];
  /** Height of all notes before each note, gaps included. */
  readonly noteSums: Float64Array;
  /** The first note from each on that has lines. */
  private readonly nextWithLines: Int32Array;
  /** What {@link beginningHeight} tells, once it is asked. */
  private beginnings: Float64Array | undefined;
  readonly leading: number;
  readonly floats: readonly Float[];
  /** Floats that begin before each item; empty where there are none at all. */
  private readonly floatCounts: Int32Array;
  /** Height of all floats before each float. */
  private readonly floatSums: Float64Array;

  /** @param leavesNotes Nothing is told of notes: they stand elsewhere than in the columns. */
  constructor(
    private readonly flow: Flow,
    private readonly model: PageModel,
    leavesNotes = false,
  ) {
    this.items = flow.items;
    this.itemCount = flow.items.length;
    const { items } = this;
    this.heights = Float64Array.from(items, ({ height, gap, leastGap }) =>
      leastGap === undefined || model.grid === undefined ? gap + height : Number.NaN,
    );
    this.topHeights = Float64Array.from(items, ({ height, repeat = 0 }) => height + repeat);
    // At the end of the text, too, a column may end.
    this.breaks = new Float64Array(this.itemCount + 1);
    this.repeatsBelow = new Float64Array(this.itemCount + 1);
    this.forcedBreaks = new Uint8Array(this.itemCount + 1);
    items.forEach(({ forced, repeatBelow }, item) => {
      this.repeatsBelow[item] = repeatBelow ?? 0;
      this.breaks[item] = this.breakBefore(item);
      this.forcedBreaks[item] = forced === undefined ? 0 : 1;
    });
    this.noteOrder = leavesNotes ? [] : notesInOrderOfCall(flow);
    this.calledBefore = new Int32Array(this.itemCount + 1);
    if (!leavesNotes) this.countCalls();
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
    this.floats = floatsIn(flow.items);
    this.floatCounts = this.floats.length > 0 ? countsOf(flow.items) : new Int32Array(0);
    this.floatSums = new Float64Array(this.floats.length + 1);
    this.floats.forEach(({ item }, float) => {
      const height = flow.items[item]?.float?.height ?? 0;
      this.floatSums[float + 1] = (this.floatSums[float] as number) + height;
    });
  }

  private countCalls(): void {
    const seen = new Set<number>();
    this.items.forEach((item, i) => {
      for (const note of item.notes) seen.add(note);
      this.calledBefore[i + 1] = seen.size;
    });
  }

  /** Floats that begin before an item. */
  floatsBefore(item: number): number {
    return this.floatCounts.length > 0 ? (this.floatCounts[item] as number) : 0;
  }

  /** The float that begins with an item; −1 where none does. */
  floatAt(item: number): number {
    const float = this.floatsBefore(item);
    return this.floats[float]?.item === item ? float : -1;
  }

  /** The item that the next float begins with, from an item on; the end of the text where none does. */
  nextFloat(item: number): number {
    return this.floats[this.floatsBefore(item)]?.item ?? this.itemCount;
  }

  /** What floats take of a column, from one (included) to another (excluded). */
  floatHeight(from: number, to: number): number {
    return (this.floatSums[to] as number) - (this.floatSums[from] as number);
  }

  /** px from baseline to baseline of the grid; 0 where there is none. */
  get gridStep(): number {
    return this.model.grid ?? 0;
  }

  length(note: number): number {
    return this.noteLengths[note] as number;
  }

  noteLine(note: number, line: number): FlowItem | undefined {
    return this.flow.notes[this.noteOrder[note] ?? -1]?.items[line];
  }

  isMarked(note: number): boolean {
    return this.flow.notes[this.noteOrder[note] ?? -1]?.marked === true;
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
    const end = (this.noteSums[toNote] as number) + this.heightBefore(toNote, toLine);
    return end - this.notesBefore(from);
  }

  /** What is to be taken from the sum of all notes up to a place, for the area of those from a settled cursor on. */
  notesBefore({ note, line }: NoteCursor): number {
    const separator = line > 0 ? this.model.continuedSeparator : this.model.noteSeparator;
    const start = (this.noteSums[note] as number) + this.heightBefore(note, line);
    return start + (this.noteLine(note, line)?.gap ?? 0) - separator;
  }

  /**
   * px from the head of a column's text to the end of an item.
   *
   * @param above px of the text above it; undefined where it stands at the head.
   * @param approach What holds before it: see {@link approachTo}.
   */
  heightWith(item: number, above: number | undefined, approach?: Approach): number {
    if (above === undefined) return this.topHeights[item] as number;
    const { height } = this.items[item] as FlowItem;
    return above + this.gapAbove(item, above, approach) + height;
  }

  /** Space above an item further down in a column, px. */
  gapAbove(item: number, above: number, approach?: Approach): number {
    const own = this.items[item] as FlowItem;
    const { gap, leastGap } = approach ?? own;
    const { grid } = this.model;
    if (leastGap === undefined || grid === undefined) return gap;
    return gapToGrid(above, { gap, leastGap, rise: own.rise ?? 0 }, grid);
  }

  /**
   * What a column must hold at least so that all notes of an item begin there, whatever else is
   * against it, px; 0 where one note at most is called.
   */
  beginningHeight(item: number): number {
    this.beginnings ??= beginningsIn(this);
    return this.beginnings[item] as number;
  }

  /** Cost of ending a column before an item; none at the end of the text or where a break is forced. */
  breakBefore(item: number, approach?: Approach): number {
    const next = this.items[item];
    if (next === undefined || next.forced !== undefined) return 0;
    return (approach ?? next).breakBefore;
  }

  /**
   * What holds before an item that follows floats which have left their places: what holds there
   * without any, or, after a float that has kept its own, what held before the first that has not.
   *
   * @param left The first float of the column that has left its place.
   * @param from The item that the column begins with.
   */
  approachTo(item: number, left: number, from: number): Approach | undefined {
    const first = this.floats[left];
    const kept = this.floats[left - 1];
    const follows = first && kept && kept.item >= from && kept.item + kept.items === first.item;
    // The margin below one that keeps its place stays: the space after it cannot shrink.
    if (follows && this.isRunTo(item, left)) return withoutShrinking(this.items[first.item]);
    return this.items[item]?.withoutFloats;
  }

  /** Whether nothing but floats stands between the beginning of one and an item. */
  private isRunTo(item: number, float: number): boolean {
    let end = this.floats[float]?.item ?? item;
    for (let next = float; this.floats[next]?.item === end && end < item; next += 1) {
      end += this.floats[next]?.items ?? 0;
    }
    return end === item;
  }

  private heightBefore(note: number, line: number): number {
    return this.lineSums[note]?.[line] ?? 0;
  }
}

function withoutShrinking(item: FlowItem | undefined): Approach | undefined {
  return item?.leastGap === undefined ? item : { ...item, leastGap: item.gap };
}

function floatsIn(items: readonly FlowItem[]): Float[] {
  return items.flatMap(({ float }, item): Float[] => {
    if (float === undefined) return [];
    const own = items.slice(item, item + float.items);
    return [{ item, items: own.length, calls: own.some(({ notes }) => notes.length > 0) }];
  });
}

function countsOf(items: readonly FlowItem[]): Int32Array {
  const counts = new Int32Array(items.length + 1);
  items.forEach(({ float }, i) => {
    counts[i + 1] = (counts[i] as number) + (float === undefined ? 0 : 1);
  });
  return counts;
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
