import { ByteWriter } from './byte-writer.js';

/** Text put in place of ranges of bytes, given in rising order. */
export class ContentEdits {
  private readonly source: Buffer;
  private out: ByteWriter | undefined;
  private done = 0;

  constructor(private readonly bytes: Uint8Array) {
    this.source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get isEmpty(): boolean {
    return this.out === undefined;
  }
  replace(start: number, end: number, replacement: string): void {
    this.out ??= new ByteWriter(this.bytes.length + 1024);
    if (start > this.done) this.out.bytes(this.source, this.done, start);
    this.out.text(replacement);
    this.done = Math.max(this.done, end);
  }
  insert(at: number, insertion: string): void {
    this.replace(at, at, insertion);
  }
  apply(): Uint8Array {
    if (!this.out) return this.bytes;
    this.out.bytes(this.source, this.done, this.bytes.length);
    return this.out.take();
  }
}
