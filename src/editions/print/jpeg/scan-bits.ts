import type { HuffmanSpec } from './frame.js';

/** What is not written as the standard has it. */
export class MalformedScan extends Error {}

const longest = 16;

/** By the next sixteen bits: the length of the code that they begin with, then what it stands for. */
export class HuffmanTable {
  private readonly entries = new Uint16Array(1 << longest);
  /** Codes by what they stand for, and their lengths. */
  readonly codes = new Map<number, { code: number; length: number }>();

  constructor({ counts, values }: HuffmanSpec) {
    let code = 0;
    let index = 0;
    for (let length = 1; length <= longest; length++) {
      for (let left = counts[length - 1] as number; left > 0; left--) {
        const value = values[index++] as number;
        const from = code << (longest - length);
        if (from >= 1 << longest) throw new MalformedScan('a table has too many codes');
        this.entries.fill((length << 8) | value, from, (code + 1) << (longest - length));
        this.codes.set(value, { code, length });
        code++;
      }
      code <<= 1;
    }
  }

  /** Length of the code, eight bits to the left, and its value. */
  at(bits: number): number {
    const entry = this.entries[bits] as number;
    if (entry === 0) throw new MalformedScan('a code is none of the table');
    return entry;
  }
}

/** The data of a scan as bits, without what is stuffed between them (ITU-T T.81, B.1.1.5). */
export class ScanBits {
  private readonly bytes: Buffer;
  private readonly length: number;
  /** Where predictions begin anew, in bits. */
  readonly restarts: number[] = [];
  /** In bits. */
  at = 0;

  constructor(file: Uint8Array, from: number) {
    this.bytes = Buffer.alloc(file.length - from + 4);
    let to = 0;
    for (let at = from; at < file.length; at++) {
      const byte = file[at] as number;
      if (byte !== 0xff) {
        this.bytes[to++] = byte;
        continue;
      }
      const next = file[at + 1] as number;
      if (next === 0) {
        this.bytes[to++] = byte;
        at++;
      } else if (next >= 0xd0 && next <= 0xd7) {
        this.restarts.push(to * 8);
        at++;
      } else if (next !== 0xff) {
        // The image's end: further scans are of kinds that are not read here.
        if (next !== 0xd9) throw new MalformedScan('the scan does not end the image');
        break;
      }
    }
    this.length = to * 8;
  }

  /** The sixteen bits from a place on; noughts past the end. */
  peek(at: number): number {
    const { bytes } = this;
    const byte = at >>> 3;
    const word =
      ((bytes[byte] as number) << 16) |
      ((bytes[byte + 1] as number) << 8) |
      (bytes[byte + 2] as number);
    return (word >>> (8 - (at & 7))) & 0xffff;
  }

  /** What the code at hand stands for. */
  symbol(table: HuffmanTable): number {
    const entry = table.at(this.peek(this.at));
    this.skip(entry >> 8);
    return entry & 0xff;
  }

  skip(count: number): void {
    this.at += count;
    if (this.at > this.length) throw new MalformedScan('the scan ends too soon');
  }

  /** A signed number of so many bits (ITU-T T.81, F.2.2.1). */
  signed(size: number): number {
    if (size === 0) return 0;
    const value = this.peek(this.at) >>> (16 - size);
    this.skip(size);
    return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
  }
}
