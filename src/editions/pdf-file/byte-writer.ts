/** Bytes written one after the other, as Latin-1. */
export class ByteWriter {
  private out: Buffer;
  /** How many are written. */
  size = 0;

  constructor(room: number) {
    this.out = Buffer.allocUnsafe(room);
  }

  /** Where at least so many more bytes can be set from {@link size} on. */
  reserve(count: number): Buffer {
    if (this.size + count > this.out.length) {
      const larger = Buffer.allocUnsafe(this.out.length * 2 + count);
      this.out.copy(larger, 0, 0, this.size);
      this.out = larger;
    }
    return this.out;
  }

  text(text: string): void {
    this.size += this.reserve(text.length).write(text, this.size, 'latin1');
  }

  bytes(from: Buffer, start: number, end: number): void {
    this.size += from.copy(this.reserve(end - start), this.size, start, end);
  }

  /** What is written, until more is. */
  get written(): Buffer {
    return this.out.subarray(0, this.size);
  }

  /** A copy, for which no more room is kept than it needs; the writer is empty again. */
  take(): Uint8Array {
    const taken = Uint8Array.prototype.slice.call(this.out, 0, this.size);
    this.size = 0;
    return taken;
  }
}
