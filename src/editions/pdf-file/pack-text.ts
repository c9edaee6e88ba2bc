import { emptyGlyph } from './empty-glyphs.js';
import type { Widths } from './font-widths.js';

const [newline, space, less, greater] = [10, 32, 60, 62];
const letters = (text: string) => [...Buffer.from(text, 'latin1')];
const [showing, moving] = [letters('> Tj'), letters(' 0 Td <')];
const [opening, closing] = [letters('[<'), letters('>] TJ\n')];

/** A number as content streams write it; NaN for anything else. */
function numberIn(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  const isNegative = bytes[at] === 45;
  if (isNegative) at++;
  let value = 0;
  let scale = 0;
  for (; at < to; at++) {
    const code = bytes[at] as number;
    if (code === 46 && scale === 0) scale = 1;
    else if (code < 48 || code > 57) return Number.NaN;
    else {
      value = value * 10 + code - 48;
      scale *= 10;
    }
  }
  const size = scale > 0 ? value / scale : value;
  return isNegative ? -size : size;
}

function hexAt(bytes: Uint8Array, at: number): number {
  const code = bytes[at] as number;
  return code < 58 ? code - 48 : (code & 0x5f) - 55;
}

const shorter = (value: number) => String(Math.round(value * 10000) / 10000);

/**
 * Joins glyphs that are shown one by one into lines (`[…] TJ`, ISO 32000-1, 9.4.3). The print engine
 * moves before each of them, which makes a page's content twice as large to read, pack and send.
 * Every glyph stays where it was, to half a thousandth of its font's size.
 *
 * Looks at content line by line as the engine writes it; what is written otherwise is left alone.
 */
export function packText(
  bytes: Uint8Array,
  widthsOf: (font: string) => Widths | undefined,
): PackedText {
  const packer = new TextPacker(bytes, widthsOf);
  return { bytes: packer.pack(), hasEmptyGlyphs: packer.hasEmptyGlyphs };
}

export interface PackedText {
  bytes: Uint8Array;
  /** Whether glyph 0 is shown, which fonts have for characters they lack. */
  hasEmptyGlyphs: boolean;
}

/** Packs one stream. For one use. */
class TextPacker {
  hasEmptyGlyphs = false;
  private readonly source: Buffer;
  private out: Buffer;
  private size = 0;
  private widths: Widths | undefined;
  private fontSize = 0;
  /** Where the line that is being joined begins in the output; -1 outside of one. */
  private run = -1;
  private joined = false;
  /** Width of the last string shown, in thousandths. */
  private last = 0;
  /** How far the line has moved since its own start. */
  private moved = 0;
  /** How far off the last glyph is, in thousandths, for what rounding took. */
  private error = 0;
  /** How far the engine's line starts from where the output's does: what its next move is short of. */
  private owed = 0;
  /** Whether the next string stands where the line starts: nothing was shown since the last move. */
  private isFresh = false;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly widthsOf: (font: string) => Widths | undefined,
  ) {
    this.source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.out = Buffer.allocUnsafe(bytes.length + 4096);
  }

  pack(): Uint8Array {
    const { bytes } = this;
    for (let start = 0; start < bytes.length; ) {
      const found = bytes.indexOf(newline, start);
      const end = found < 0 ? bytes.length : found;
      if (!this.shows(start, end)) {
        this.close();
        this.other(start, end);
      }
      start = end + 1;
    }
    this.close();
    // A copy: the room for what was joined is not kept.
    return Uint8Array.prototype.slice.call(this.out, 0, this.size);
  }

  private reserve(count: number): void {
    if (this.size + count <= this.out.length) return;
    const larger = Buffer.allocUnsafe(this.out.length * 2 + count);
    this.out.copy(larger, 0, 0, this.size);
    this.out = larger;
  }

  private copy(from: number, to: number): void {
    this.reserve(to - from + 1);
    const { out, bytes } = this;
    let size = this.size;
    for (let at = from; at < to; at++) out[size++] = bytes[at] as number;
    this.size = size;
  }

  private put(codes: readonly number[]): void {
    this.reserve(codes.length);
    for (const code of codes) this.out[this.size++] = code;
  }

  private write(text: string): void {
    this.reserve(text.length);
    this.size += this.out.write(text, this.size, 'latin1');
  }

  /** Takes a line that shows glyphs, moved to or not; false for all other lines. */
  private shows(start: number, end: number): boolean {
    const { bytes, widths } = this;
    const isShown = bytes[end - 1] === 106 && bytes[end - 2] === 84 && bytes[end - 3] === space;
    if (!isShown || bytes[end - 4] !== greater || !widths) return false;
    if (bytes[start] === less) return this.isFresh && this.begin(start + 1, end - 4);
    let at = start;
    while (at < end && bytes[at] !== space) at++;
    const x = numberIn(bytes, start, at);
    if (Number.isNaN(x)) return false;
    for (let index = 0; index < moving.length; index++) {
      if (bytes[at + index] !== moving[index]) return false;
    }
    const from = at + moving.length;
    if (this.run < 0) return this.begin(from, end - 4, x + this.owed);
    this.join(x, from, end - 4);
    return true;
  }

  private begin(from: number, to: number, x?: number): boolean {
    if (!this.isGlyphs(from, to)) return false;
    this.close();
    if (x !== undefined) {
      this.write(`${shorter(x)} 0 Td\n`);
      this.owed = 0;
    }
    this.isFresh = false;
    this.run = this.size;
    this.joined = false;
    this.moved = 0;
    this.error = 0;
    this.put(opening);
    this.glyphs(from, to);
    return true;
  }

  private join(x: number, from: number, to: number): void {
    if (!this.isGlyphs(from, to)) {
      this.close();
      this.write(`${shorter(x + this.owed)} 0 Td <`);
      this.owed = 0;
      this.copy(from, to);
      this.write('> Tj\n');
      this.isFresh = false;
      return;
    }
    const back = this.last - (x * 1000) / this.fontSize + this.error;
    const whole = Math.round(back);
    this.error = back - whole;
    if (whole !== 0) this.writeBack(whole);
    this.moved += x;
    this.joined = true;
    this.glyphs(from, to);
  }

  /** `>-12<`: the way back before the next glyph. */
  private writeBack(whole: number): void {
    this.reserve(16);
    const { out } = this;
    out[this.size++] = greater;
    if (whole < 0) out[this.size++] = 45;
    let rest = Math.abs(whole);
    let place = 1;
    while (place * 10 <= rest) place *= 10;
    for (; place >= 1; place /= 10) {
      const digit = Math.floor(rest / place);
      out[this.size++] = 48 + digit;
      rest -= digit * place;
    }
    out[this.size++] = less;
  }

  private isGlyphs(from: number, to: number): boolean {
    if (to <= from || (to - from) % 4 !== 0) return false;
    for (let at = from; at < to; at++) {
      const code = this.bytes[at] as number;
      const isHex =
        (code >= 48 && code <= 57) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102);
      if (!isHex) return false;
    }
    return true;
  }

  private glyphs(from: number, to: number): void {
    const { bytes } = this;
    this.copy(from, to);
    let width = 0;
    for (let at = from; at < to; at += 4) {
      const code =
        (hexAt(bytes, at) << 12) |
        (hexAt(bytes, at + 1) << 8) |
        (hexAt(bytes, at + 2) << 4) |
        hexAt(bytes, at + 3);
      if (code === 0) this.hasEmptyGlyphs = true;
      width += (this.widths as Widths)[code] as number;
    }
    this.last = width;
  }

  private close(): void {
    if (this.run < 0) return;
    if (this.joined) this.put(closing);
    else {
      // A string by itself needs no array.
      this.out.copyWithin(this.run, this.run + 1, this.size);
      this.size--;
      this.put([...showing, newline]);
    }
    this.owed += this.moved;
    this.run = -1;
  }

  /** Any other line: some change the font, some move on from where the engine's line starts. */
  private other(start: number, end: number): void {
    const line = this.mayBeText(end) ? this.source.toString('latin1', start, end) : '';
    if (line.endsWith('j') || line.endsWith('J')) this.hasEmptyGlyphs ||= emptyGlyph.test(line);
    if (/ Tf$/.test(line)) this.font(line);
    else if (/(^| )(Tm|BT|ET)$/.test(line)) {
      this.owed = 0;
      this.isFresh = true;
    } else if (/(^| )(T[dD*]|Td .*|['"])$/.test(line)) {
      if (this.owed !== 0) this.write(`${shorter(this.owed)} 0 Td\n`);
      this.owed = 0;
      this.isFresh = /T[dD*]$/.test(line);
    } else if (/T[jJ]$/.test(line)) this.isFresh = false;
    // Written otherwise than by the engine: which font comes next is not known.
    if (/ Tf /.test(line)) this.widths = undefined;
    this.copy(start, end);
    if (end < this.bytes.length) this.put([newline]);
  }

  /** Whether a line ends like an operator of text; most lines that show none draw or say colours. */
  private mayBeText(end: number): boolean {
    const final = this.bytes[end - 1];
    return this.bytes[end - 2] === 84 || final === 84 || final === 39 || final === 34;
  }

  private font(line: string): void {
    const [name = '', size = '', ...rest] = line.split(' ');
    this.fontSize = Number(size);
    const isKnown = rest.length === 1 && name.startsWith('/') && this.fontSize > 0;
    this.widths = isKnown ? this.widthsOf(name.slice(1)) : undefined;
  }
}
