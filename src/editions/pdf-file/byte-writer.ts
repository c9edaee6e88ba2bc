/** So few bytes are sooner set one by one than handed over. */
const short = 64;

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
    const out = this.reserve(text.length);
    if (text.length > short) {
      this.size += out.write(text, this.size, 'latin1');
      return;
    }
    let { size } = this;
    for (let index = 0; index < text.length; index++) out[size++] = text.charCodeAt(index);
    this.size = size;
  }

  bytes(from: Uint8Array, start: number, end: number): void {
    const out = this.reserve(end - start);
    let { size } = this;
    if (end - start > short) out.set(from.subarray(start, end), size);
    else for (let at = start; at < end; at++) out[size++] = from[at] as number;
    this.size += end - start;
  }

  /** What is written stands at the beginning of it, until more is written. */
  get room(): Uint8Array {
    return this.out;
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
