import { ByteWriter } from './byte-writer.js';
import { emptyGlyph } from './empty-glyphs.js';
import type { Widths } from './font-widths.js';
import { codeAt, GlyphLine, shorter } from './glyph-line.js';
import { standsAt } from './sequence-lines.js';
import { type TextSequence, TextSequences } from './text-sequences.js';

const [newline, space, minus, less, point] = [10, 32, 45, 60, 46];
const [letterC, letterT, letterM] = [67, 84, 109];
/** `'`, `"` and the last letter of `ET` and `BT`. */
const endsString = new Set([39, 34, letterT]);
const moving = Buffer.from(' 0 Td <', 'latin1');
const showing = Buffer.from('> Tj\n', 'latin1');

/**
 * Joins glyphs that are shown one by one into lines (`[…] TJ`, ISO 32000-1, 9.4.3). The print engine
 * moves before each of them, which makes a page's content several times as large to read, pack and
 * send. Every glyph stays where it was, to a thousandth of its font's size.
 *
 * Looks at content line by line as the engine writes it; what is written otherwise is left alone.
 *
 * @param writer For many contents one after the other: empty before and after.
 */
export function packText(
  bytes: Uint8Array,
  widthsOf: (font: string) => Widths | undefined,
  writer: ByteWriter = new ByteWriter(bytes.length / 2 + 4096),
): PackedText {
  const packer = new TextPacker(bytes, widthsOf, writer);
  const packed = packer.pack();
  return { bytes: packed, texts: packer.texts, hasEmptyGlyphs: packer.hasEmptyGlyphs };
}

export interface PackedText {
  bytes: Uint8Array;
  texts: TextSequence[];
  /** Whether glyph 0 is shown, which fonts have for characters they lack. */
  hasEmptyGlyphs: boolean;
}

/** Packs one stream. For one use. */
class TextPacker {
  hasEmptyGlyphs = false;
  private readonly source: Buffer;
  private readonly line = new GlyphLine();
  private readonly sequences = new TextSequences();
  private readonly fonts = new Map<string, { size: number; widths?: Widths }>();
  private widths: Widths | undefined;
  private fontSize = 0;
  /** Width of the last string taken, in thousandths. */
  private last = 0;
  /** How far the engine has moved since the line's first string. */
  private moved = 0;
  /** How far the engine's line starts from where the output's does: what its next move is short of. */
  private owed = 0;
  /** How far behind the last glyph the output's text position is. */
  private behind = 0;
  /** Whether the next string stands where the line starts: nothing was shown since the last move. */
  private isFresh = false;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly widthsOf: (font: string) => Widths | undefined,
    private readonly out: ByteWriter,
  ) {
    this.source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get texts(): TextSequence[] {
    return this.sequences.found;
  }

  pack(): Uint8Array {
    const { bytes } = this;
    for (let start = 0; start < bytes.length; ) {
      const after = this.widths ? this.afterGlyphs(start, this.widths) : start;
      if (after > start) {
        start = after;
        continue;
      }
      this.close();
      const found = bytes.indexOf(newline, start);
      const end = found < 0 ? bytes.length : found;
      this.other(start, end);
      start = end + 1;
    }
    this.close();
    return this.out.take();
  }

  /** Takes a line that shows glyphs, moved to or not; returns the end of it, or `start` for all others. */
  private afterGlyphs(start: number, widths: Widths): number {
    const { bytes } = this;
    const first = bytes[start] as number;
    if (first === less) {
      if (!this.isFresh) return start;
      return this.take(start + 1, widths) || start;
    }
    let at = start;
    const isNegative = first === minus;
    if (isNegative) at++;
    let value = 0;
    let scale = 0;
    for (; ; at++) {
      const code = bytes[at] as number;
      if (code >= 48 && code <= 57) {
        value = value * 10 + code - 48;
        scale *= 10;
      } else if (code === point && scale === 0) scale = 1;
      else break;
    }
    if (bytes[at] !== space || !standsAt(bytes, at, moving)) return start;
    const size = scale > 0 ? value / scale : value;
    return this.take(at + moving.length, widths, isNegative ? -size : size) || start;
  }

  /** Takes the string of glyphs at `from`, after a move; 0 where no line of glyphs stands there. */
  private take(from: number, widths: Widths, move = Number.NaN): number {
    const { bytes, line } = this;
    let end = from;
    while (codeAt(bytes, end) < 0x10000) end += 4;
    if (end === from || !standsAt(bytes, end, showing)) return 0;
    if (line.lacksRoom((end - from) / 4)) this.close();
    if (line.count === 0) this.begin(move);
    else this.moved += move;
    let before = (move * 1000) / this.fontSize - this.last;
    let width = 0;
    for (let at = from; at < end; at += 4) {
      const code = codeAt(bytes, at);
      if (code === 0) this.hasEmptyGlyphs = true;
      line.add(code, before);
      before = 0;
      width += widths.of(code);
    }
    this.last = width;
    return end + showing.length;
  }

  private begin(move: number): void {
    if (!Number.isNaN(move)) {
      this.out.text(`${shorter(move + this.owed)} 0 Td\n`);
      this.owed = 0;
    }
    this.moved = 0;
    this.isFresh = false;
  }

  private close(): void {
    if (this.line.count === 0) return;
    this.behind = (this.line.write(this.out, this.fontSize) * this.fontSize) / 1000;
    this.owed += this.moved;
    this.sequences.showText();
  }

  /** Any other line: some change the font, some move on from where the engine's line starts. */
  private other(start: number, end: number): void {
    const { bytes, source } = this;
    const final = bytes[end - 1] as number;
    // Most lines draw or say colours, and those of text mostly begin it, end it or say where it stands.
    const isPlace = bytes[end - 2] === letterT && final === letterM && bytes[end - 3] === space;
    if (isPlace || (final === letterT && end - start === 2)) this.start();
    else if (final === letterC) this.sequences.read(bytes, start, end, this.out.size);
    else if (bytes[end - 2] === letterT || endsString.has(final)) {
      this.text(source.toString('latin1', start, end));
    } else this.sequences.breakOff();
    this.out.bytes(source, start, Math.min(end + 1, bytes.length));
    this.sequences.lineEnds(this.out.size);
  }

  private text(line: string): void {
    if (line.endsWith('j') || line.endsWith('J')) this.hasEmptyGlyphs ||= emptyGlyph.test(line);
    if (line.endsWith(' Tf')) this.font(line);
    else this.otherText(line);
  }

  private otherText(line: string): void {
    if (!/^[-.\d]+ [-.\d]+ Td$/.test(line)) this.sequences.breakOff();
    if (/(^| )(Tm|BT|ET)$/.test(line)) this.start();
    else if (/(^| )(T[dD*]|Td .*|['"])$/.test(line)) {
      if (this.owed !== 0) this.out.text(`${shorter(this.owed)} 0 Td\n`);
      this.start();
      this.isFresh = /T[dD*]$/.test(line);
    } else if (/T[jJ]$/.test(line)) this.follow();
    // Written otherwise than by the engine: which font comes next is not known.
    if (line.includes(' Tf ')) this.widths = undefined;
  }

  /** The engine has said where its line starts. */
  private start(): void {
    this.owed = 0;
    this.behind = 0;
    this.isFresh = true;
  }

  /** A string is shown that was not moved to: it goes on where the last one ended. */
  private follow(): void {
    const back = Math.round((this.behind * -1000) / this.fontSize);
    if (back) this.out.text(`[${back}] TJ\n`);
    this.behind = 0;
    this.isFresh = false;
  }

  private font(line: string): void {
    let known = this.fonts.get(line);
    if (!known) {
      const [name = '', written = '', ...rest] = line.split(' ');
      const size = Number(written);
      const isKnown = rest.length === 1 && name.startsWith('/') && size > 0;
      known = { size, widths: isKnown ? this.widthsOf(name.slice(1)) : undefined };
      this.fonts.set(line, known);
    }
    this.fontSize = known.size;
    this.widths = known.widths;
  }
}
