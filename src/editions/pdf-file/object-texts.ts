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

  lengthOf(index: number): number {
    return (this.ends[index] as number) - this.startOf(index);
  }

  /** The text of an object; valid until another is added. */
  textOf(index: number): Buffer {
    return this.texts.written.subarray(this.startOf(index), this.ends[index]);
  }

  /** Writes the text of an object after what `writer` holds. */
  write(index: number, writer: ByteWriter): void {
    writer.bytes(this.texts.room, this.startOf(index), this.ends[index] as number);
  }

  private startOf(index: number): number {
    return this.ends[index - 1] ?? 0;
  }
}
