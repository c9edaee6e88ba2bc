/** Text put in place of ranges of bytes, given in rising order. */
export class ContentEdits {
  private readonly parts: Uint8Array[] = [];
  private done = 0;
  constructor(private readonly bytes: Uint8Array) {}

  get isEmpty(): boolean {
    return this.parts.length === 0;
  }
  replace(start: number, end: number, replacement: string): void {
    if (start > this.done) this.parts.push(this.bytes.subarray(this.done, start));
    if (replacement) this.parts.push(Buffer.from(replacement, 'latin1'));
    this.done = Math.max(this.done, end);
    if (this.parts.length === 0) this.parts.push(new Uint8Array());
  }
  insert(at: number, insertion: string): void {
    this.replace(at, at, insertion);
  }
  apply(): Uint8Array {
    if (this.isEmpty) return this.bytes;
    return Buffer.concat([...this.parts, this.bytes.subarray(this.done)]);
  }
}
