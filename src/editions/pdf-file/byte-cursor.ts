/**
 * A place in bytes that moves on as they are read: what the library's parser reads from. Its own
 * counts lines as well, and copies whatever is cut out.
 */
export class ByteCursor {
  constructor(
    readonly bytes: Buffer,
    public at = 0,
  ) {}

  moveTo(offset: number): void {
    this.at = offset;
  }
  next(): number {
    return this.bytes[this.at++] as number;
  }
  assertNext(expected: number): number {
    if (this.peek() !== expected) {
      throw new Error(`byte ${expected} expected at ${this.at}, ${this.peek()} found`);
    }
    return this.next();
  }
  peek(): number {
    return this.bytes[this.at] as number;
  }
  peekAhead(steps: number): number {
    return this.bytes[this.at + steps] as number;
  }
  peekAt(offset: number): number {
    return this.bytes[offset] as number;
  }
  done(): boolean {
    return this.at >= this.bytes.length;
  }
  offset(): number {
    return this.at;
  }
  /** The same bytes, not a copy. */
  slice(start: number, end: number): Uint8Array {
    return this.bytes.subarray(start, end);
  }
  position(): { line: number; column: number; offset: number } {
    return { line: 0, column: 0, offset: this.at };
  }
}
