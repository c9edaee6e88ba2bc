import { ByteWriter } from '../../pdf-file/byte-writer.js';
import type { ScanBits } from './scan-bits.js';

/** Bits written as the data of a scan. */
export class BitWriter {
  private readonly out: ByteWriter;
  private held = 0;
  private count = 0;

  constructor(room: number) {
    this.out = new ByteWriter(room);
  }

  /** The last so many bits of a number, sixteen at most. */
  put(value: number, length: number): void {
    this.held = ((this.held << length) | (value & ((1 << length) - 1))) & 0xffffff;
    this.count += length;
    if (this.count < 8) return;
    const bytes = this.out.reserve(4);
    let { size } = this.out;
    while (this.count >= 8) {
      this.count -= 8;
      const byte = (this.held >>> this.count) & 0xff;
      bytes[size++] = byte;
      // No byte of data may read as a marker.
      if (byte === 0xff) bytes[size++] = 0;
    }
    this.out.size = size;
  }

  copy(bits: ScanBits, from: number, to: number): void {
    let at = from;
    for (; at + 16 <= to; at += 16) this.put(bits.peek(at), 16);
    const left = to - at;
    if (left > 0) this.put(bits.peek(at) >>> (16 - left), left);
  }

  /** All that is written, the last byte filled up with ones. */
  finish(): Uint8Array {
    if (this.count > 0) this.put(0xff, 8 - this.count);
    return this.out.take();
  }
}
