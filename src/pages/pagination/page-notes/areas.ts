import { leastNoteLines, type Measurements, type NoteCursor, notesKey } from '../measurements.js';
import type { NotePart, PageModel } from '../model.js';
import { divideLevel, type LevelLine, leastHeight } from './level.js';

/** Lines `from` to `to` of a note, which is counted in the order of calls. */
interface Part {
  note: number;
  from: number;
  to: number;
}

/** Areas that hold the notes of a page: how high they are, and what stands in each of their columns. */
export class NoteAreas {
  private readonly heights = new Map<number, Map<number, number>>();
  /** How many columns the notes of a page have. */
  readonly columnCount: number;

  /** @param pressed Whether columns may end anywhere, even where notes forbid it. */
  constructor(
    private readonly measurements: Measurements,
    private readonly model: PageModel,
    private readonly pressed = false,
  ) {
    this.columnCount = model.noteColumns ?? 1;
  }

  /** px that the lines between two places take at a page's foot, the separator included. */
  height(from: NoteCursor, to: NoteCursor): number {
    const key = notesKey(from.note, from.line);
    let known = this.heights.get(key);
    if (known === undefined) {
      known = new Map();
      this.heights.set(key, known);
    }
    const end = notesKey(to.note, to.line);
    const found = known.get(end);
    if (found !== undefined) return found;
    const height = this.measure(this.partsOf(from, to));
    known.set(end, height);
    return height;
  }

  /** What stands in each column of the area, level. Columns that are left empty are not told. */
  divide(from: NoteCursor, to: NoteCursor): NotePart[][] {
    const parts = this.partsOf(from, to);
    const lines = this.linesOf(parts);
    const leading = this.measurements.leading;
    const ends = divideLevel(
      lines,
      this.columnCount,
      leastHeight(lines, this.columnCount),
      (short) => (short / leading) ** 2,
    );
    return ends.map((end, column) => this.partsWithin(parts, ends[column - 1] ?? 0, end));
  }

  private measure(parts: readonly Part[]): number {
    const [first] = parts;
    if (first === undefined) return 0;
    const { noteSeparator, continuedSeparator } = this.model;
    const separator = first.from > 0 ? continuedSeparator : noteSeparator;
    return separator + leastHeight(this.linesOf(parts), this.columnCount);
  }

  /**
   * The notes between two places in the order that they stand in: marked ones come first, but
   * for what goes on from the page before; what goes on over the next stays last.
   */
  private partsOf(from: NoteCursor, to: NoteCursor): Part[] {
    const { measurements } = this;
    const parts: Part[] = [];
    const marked: Part[] = [];
    const last = Math.min(to.note, measurements.noteOrder.length - 1);
    for (let note = from.note; note <= last; note += 1) {
      const length = measurements.length(note);
      const start = note === from.note ? from.line : 0;
      const end = note === to.note ? to.line : length;
      if (end <= start) continue;
      const isWhole = start === 0 && end === length;
      const own = isWhole && measurements.isMarked(note) ? marked : parts;
      own.push({ note, from: start, to: end });
    }
    if (marked.length > 0) parts.splice((parts[0]?.from ?? 0) > 0 ? 1 : 0, 0, ...marked);
    return parts;
  }

  private linesOf(parts: readonly Part[]): LevelLine[] {
    const lines: LevelLine[] = [];
    for (const { note, from, to } of parts) {
      for (let at = from; at < to; at += 1) {
        const { height, gap, breakBefore } = this.measurements.noteLine(note, at) ?? noLine;
        const isFree = at === from || this.pressed;
        const isStray = at - from < leastNoteLines || to - at < leastNoteLines;
        lines.push({ height, gap, breakBefore: isFree ? 0 : isStray ? Infinity : breakBefore });
      }
    }
    return lines;
  }

  /** Those lines of parts that are counted from one (included) to another (excluded). */
  private partsWithin(parts: readonly Part[], first: number, end: number): NotePart[] {
    let before = 0;
    return parts.flatMap(({ note, from, to }): NotePart[] => {
      const start = Math.max(from, from + first - before);
      const stop = Math.min(to, from + end - before);
      before += to - from;
      if (stop <= start) return [];
      return [{ note: this.measurements.noteOrder[note] as number, from: start, to: stop }];
    });
  }
}

const noLine: LevelLine = { height: 0, gap: 0, breakBefore: 0 };
