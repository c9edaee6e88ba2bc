import { mcidOfLine, standsAt } from './sequence-lines.js';

/** A marked-content sequence that shows text and does nothing else: most do. Offsets in bytes. */
export interface TextSequence {
  mcid: number;
  start: number;
  /** Where the line after its `BDC` begins. */
  body: number;
  /** Past its `EMC`. */
  end: number;
}

const ending = Buffer.from('EMC', 'latin1');

/** Finds the sequences that show text alone in content that is written line by line. */
export class TextSequences {
  readonly found: TextSequence[] = [];
  /** The sequence that is open, while it holds nothing but text. */
  private open: TextSequence | undefined;
  /** Sequences open within it. */
  private inner = 0;
  private hasShown = false;

  /** Reads a line that may begin or end a sequence, and is written to offset `to` next. */
  read(bytes: Uint8Array, start: number, end: number, to: number): void {
    const { open } = this;
    const mcid = mcidOfLine(bytes, start, end);
    if (mcid >= 0) {
      this.begin(mcid, to);
      return;
    }
    const isEnd = end - start === ending.length && standsAt(bytes, start, ending);
    // What says how glyphs read is part of the text.
    if (open && !isEnd && saysText(bytes, start, end)) this.inner++;
    else if (open && isEnd && this.inner > 0) this.inner--;
    else {
      this.open = undefined;
      if (open && isEnd && this.hasShown) {
        open.end = to + ending.length;
        this.found.push(open);
      }
    }
  }

  /** Something was written that shows text. */
  showText(): void {
    this.hasShown = true;
  }

  /** Something comes that is not text. */
  breakOff(): void {
    this.open = undefined;
  }

  /** The last line that was read ends at an offset of what is written. */
  lineEnds(at: number): void {
    if (this.open?.body === 0) this.open.body = at;
  }

  private begin(mcid: number, start: number): void {
    this.open = { mcid, start, body: 0, end: 0 };
    this.inner = 0;
    this.hasShown = false;
  }
}

/** Whether a line begins a sequence that says which text glyphs stand for. */
function saysText(bytes: Uint8Array, start: number, end: number): boolean {
  const line = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
  return /^\/Span ?<<\/ActualText [^/]*>> BDC$/.test(line);
}
