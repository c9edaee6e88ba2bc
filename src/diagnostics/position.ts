/** Line and column from 1; the column counts UTF-16 units. */
export interface Position {
  line: number;
  column: number;
}

/** Line feed, carriage return, or both: what CommonMark (2.1) calls a line ending. */
const lineEnding = /\r\n|\n|\r/g;

/** Tells line and column of any offset of a text; the lines are found once. */
export class LineIndex {
  /** Offset at which each line begins. */
  readonly #starts: number[] = [0];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    for (const ending of text.matchAll(lineEnding)) {
      this.#starts.push(ending.index + ending[0].length);
    }
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** Offset in UTF-16 units, held within the text. */
  position(offset: number): Position {
    const held = Math.max(0, Math.min(offset, this.#text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#start(middle) <= held) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: held - this.#start(low) + 1 };
  }

  /** Offset of a position; a column past the end of its line is held at the end. */
  offset({ line, column }: Position): number {
    const index = Math.max(1, Math.min(line, this.lineCount)) - 1;
    return Math.min(this.#start(index) + Math.max(1, column) - 1, this.#end(index));
  }

  /** The line (from 1) without its ending; empty where the text has no such line. */
  line(line: number): string {
    if (line < 1 || line > this.lineCount) return '';
    return this.#text.slice(this.#start(line - 1), this.#end(line - 1));
  }

  #start(index: number): number {
    return this.#starts[index] ?? this.#text.length;
  }

  #end(index: number): number {
    const next = this.#starts[index + 1];
    if (next === undefined) return this.#text.length;
    return this.#text.endsWith('\r\n', next) ? next - 2 : next - 1;
  }
}

/** Position of one offset; for many offsets of one text make a {@link LineIndex}. */
export function positionAt(text: string, offset: number): Position {
  return new LineIndex(text).position(offset);
}
