import type { ByteWriter } from './byte-writer.js';

const room = 2048;
const digits = Buffer.from('0123456789ABCDEF', 'latin1');
const [minus, less, greater] = [45, 60, 62];

/** How far off its place a glyph may stand, in thousandths of its size: a third of a pixel in print. */
const tolerance = 1;
/** The most space, in thousandths, that is set for a whole line. */
const widest = 255;
/** Numbers that this must spare a line to be worth it. */
const worthSetting = 6;

/** To a ten-thousandth of what a content stream measures in. */
export const shorter = (value: number): string => String(Math.round(value * 10000) / 10000);

/** Digits of hexadecimal numbers by their byte; 255 for any other byte. */
const digitValues = new Uint8Array(256).fill(255);
for (const [value, digit] of [...'0123456789abcdef'].entries()) {
  digitValues[digit.charCodeAt(0)] = value;
  digitValues[digit.toUpperCase().charCodeAt(0)] = value;
}

/** The code of a glyph that stands as four hexadecimal digits at `at`; past 0xffff where none does. */
export function codeAt(bytes: Uint8Array, at: number): number {
  const first = digitValues[bytes[at] as number] as number;
  const second = digitValues[bytes[at + 1] as number] as number;
  const third = digitValues[bytes[at + 2] as number] as number;
  const fourth = digitValues[bytes[at + 3] as number] as number;
  if ((first | second | third | fourth) > 15) return 0x10000;
  return (first << 12) | (second << 8) | (third << 4) | fourth;
}

/** Glyphs of one font and size that stand on one line. */
export class GlyphLine {
  count = 0;
  private readonly codes = new Uint16Array(room);
  /** Space before each glyph beyond the width of the one before, in thousandths of the size. */
  private readonly spaces = new Float64Array(room);
  private readonly counts = new Uint16Array(2 * widest + 1);

  lacksRoom(count: number): boolean {
    return this.count + count > room;
  }

  add(code: number, space: number): void {
    this.codes[this.count] = code;
    this.spaces[this.count++] = space;
  }

  /**
   * Shows the glyphs (ISO 32000-1, 9.4.3): those at their natural distance, or at that of most
   * others, as one string. Returns how far behind the last glyph the text position is left, in
   * thousandths of the size. Empties the line.
   */
  write(out: ByteWriter, size: number): number {
    const setting = this.setting(size);
    if (setting) out.text(`${setting} Tc\n`);
    const strayed = this.strings(out, (Number(setting) * 1000) / size);
    out.text(setting ? '0 Tc\n' : '');
    this.count = 0;
    return strayed;
  }

  /** The space that most glyphs have before them, as `Tc` wants it; empty where it is not worth setting. */
  private setting(size: number): string {
    const { counts, spaces, count } = this;
    let most = widest;
    for (let index = 1; index < count; index++) {
      const key = Math.round(spaces[index] as number) + widest;
      if (key < 0 || key > 2 * widest) continue;
      const frequency = (counts[key] as number) + 1;
      counts[key] = frequency;
      if (frequency > (counts[most] as number)) most = key;
    }
    const spared = (counts[most] as number) - (counts[widest] as number);
    counts.fill(0);
    if (most === widest || spared < worthSetting) return '';
    const [sum, alike] = this.near(most - widest);
    return shorter(((sum / alike) * size) / 1000);
  }

  private near(space: number): [sum: number, count: number] {
    let sum = 0;
    let alike = 0;
    for (let index = 1; index < this.count; index++) {
      const own = this.spaces[index] as number;
      if (Math.abs(own - space) > 1) continue;
      sum += own;
      alike++;
    }
    return [sum, alike];
  }

  private strings(out: ByteWriter, set: number): number {
    const { codes, spaces, count } = this;
    const bytes = out.reserve(count * 12 + 16);
    const start = out.size;
    let at = start;
    let isList = false;
    // How far the last glyph stands behind its place.
    let behind = 0;
    bytes[at++] = less;
    for (let index = 0; index < count; index++) {
      if (index > 0) behind += (spaces[index] as number) - set;
      if (behind > tolerance || behind < -tolerance) {
        const whole = Math.round(behind);
        behind -= whole;
        isList = true;
        bytes[at++] = greater;
        at = writeWhole(bytes, at, -whole);
        bytes[at++] = less;
      }
      at = writeCode(bytes, at, codes[index] as number);
    }
    bytes[at++] = greater;
    if (isList) {
      bytes.copyWithin(start + 1, start, at);
      bytes[start] = 91;
      at++;
    }
    out.size = at;
    out.text(isList ? '] TJ\n' : ' Tj\n');
    return behind - set;
  }
}

function writeCode(bytes: Uint8Array, from: number, code: number): number {
  bytes[from] = digits[code >> 12] as number;
  bytes[from + 1] = digits[(code >> 8) & 15] as number;
  bytes[from + 2] = digits[(code >> 4) & 15] as number;
  bytes[from + 3] = digits[code & 15] as number;
  return from + 4;
}

function writeWhole(bytes: Uint8Array, from: number, value: number): number {
  let at = from;
  if (value < 0) bytes[at++] = minus;
  let rest = Math.abs(value);
  let place = 1;
  while (place * 10 <= rest) place *= 10;
  for (; place >= 1; place = Math.floor(place / 10)) {
    const digit = Math.floor(rest / place);
    bytes[at++] = 48 + digit;
    rest -= digit * place;
    if (place === 1) break;
  }
  return at;
}
