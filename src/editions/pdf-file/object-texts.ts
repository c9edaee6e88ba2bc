import { ByteWriter } from './byte-writer.js';

/** Objects of a PDF as the text of each, in Latin-1 one after the other: there are tens of thousands. */
export class ObjectTexts {
  private readonly texts = new ByteWriter(0x10000);
  private readonly numbers: number[] = [];
  private readonly ends: number[] = [];

  get count(): number {
    return this.numbers.length;
  }

  add(number: number, body: string): void {
    this.texts.text(body);
    this.numbers.push(number);
    this.ends.push(this.texts.size);
  }

  numberOf(index: number): number {
    return this.numbers[index] as number;
  }

  /** The text of an object; valid until another is added. */
  textOf(index: number): Buffer {
    return this.texts.written.subarray(this.ends[index - 1] ?? 0, this.ends[index]);
  }
}
