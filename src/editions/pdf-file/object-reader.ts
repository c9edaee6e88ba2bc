import {
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFHexString,
  type PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib';
import { pdfName } from './objects.js';
import { afterSpace, afterWord, closeOfString, isDigit } from './tokens.js';

const [parenOpen, solidus] = [40, 47];
const [less, greater, bracketOpen, bracketClose, letterR] = [60, 62, 91, 93, 82];
const words: Readonly<Record<string, PDFObject>> = {
  true: PDFBool.True,
  false: PDFBool.False,
  null: PDFNull,
};

/** An object that is written as the print engine does not write any. */
export class UnusualObject extends Error {}

/**
 * Reads objects (ISO 32000-1, 7.3) as the library's, which its own parser puts together letter by
 * letter. For files as the print engine writes them.
 *
 * @throws UnusualObject
 */
export class ObjectReader {
  private readonly bytes: Buffer;
  private at = 0;

  /** @param raisedBy What the numbers of all objects referred to become greater by. */
  constructor(
    bytes: Uint8Array,
    private readonly context: PDFContext,
    private readonly raisedBy: number,
  ) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** The object that is written from an offset on; the contents of a stream are a part of the bytes. */
  objectAt(offset: number): PDFObject {
    this.at = offset;
    const object = this.value();
    return object instanceof PDFDict ? (this.streamOf(object) ?? object) : object;
  }

  private skipSpace(): void {
    this.at = afterSpace(this.bytes, this.at);
  }

  /** What stands from `start` up to where a word ends. */
  private word(start: number): string {
    this.at = afterWord(this.bytes, start);
    return this.bytes.toString('latin1', start, this.at);
  }

  private value(): PDFObject {
    this.skipSpace();
    const { bytes, at } = this;
    const code = bytes[at];
    if (code === solidus) return this.name();
    if (code === less) return bytes[at + 1] === less ? this.dictionary() : this.hexString();
    if (code === bracketOpen) return this.list();
    if (code === parenOpen) return this.string();
    const word = this.word(at);
    const value = word === '' ? Number.NaN : Number(word);
    if (Number.isFinite(value)) return this.reference(value) ?? PDFNumber.of(value);
    const object = Object.hasOwn(words, word) ? words[word] : undefined;
    if (object) return object;
    throw new UnusualObject(`the browser printed no object at ${at}`);
  }

  /** Where a reference began with the number just read, and goes on: `12 0 R`. */
  private reference(number: number): PDFRef | undefined {
    const { bytes } = this;
    let at = this.at + 1;
    if (bytes[this.at] !== 32 || !isDigit(bytes[at])) return undefined;
    while (isDigit(bytes[at])) at++;
    if (bytes[at] !== 32 || bytes[at + 1] !== letterR) return undefined;
    this.at = at + 2;
    return PDFRef.of(number + this.raisedBy);
  }

  private name(): PDFName {
    return pdfName(this.word(this.at + 1));
  }

  private list(): PDFArray {
    const { bytes } = this;
    const array = PDFArray.withContext(this.context);
    this.at++;
    for (this.skipSpace(); bytes[this.at] !== bracketClose; this.skipSpace()) {
      array.push(this.value());
    }
    this.at++;
    return array;
  }

  private dictionary(): PDFDict {
    const { bytes } = this;
    const entries = new Map<PDFName, PDFObject>();
    this.at += 2;
    for (this.skipSpace(); bytes[this.at] === solidus; this.skipSpace()) {
      const key = this.name();
      entries.set(key, this.value());
    }
    if (bytes[this.at] !== greater)
      throw new UnusualObject(`a dictionary does not end at ${this.at}`);
    this.at += 2;
    return PDFDict.fromMapWithContext(entries, this.context);
  }

  private string(): PDFString {
    const start = this.at + 1;
    const close = closeOfString(this.bytes, this.at);
    this.at = close + 1;
    return PDFString.of(this.bytes.toString('latin1', start, close));
  }

  private hexString(): PDFHexString {
    const start = this.at + 1;
    const end = this.bytes.indexOf(greater, start);
    if (end < 0) throw new UnusualObject(`a string does not end after ${start}`);
    this.at = end + 1;
    return PDFHexString.of(this.bytes.toString('latin1', start, end));
  }

  /** The stream that a dictionary has after it; undefined where it has none. */
  private streamOf(dict: PDFDict): PDFRawStream | undefined {
    const { bytes } = this;
    this.skipSpace();
    if (bytes.toString('latin1', this.at, this.at + 6) !== 'stream') return undefined;
    // Its data begins after a line's end (ISO 32000-1, 7.3.8.1).
    const start = this.at + (bytes[this.at + 6] === 13 ? 8 : 7);
    const length = dict.get(pdfName('Length'));
    const end = length instanceof PDFNumber ? start + length.asNumber() : -1;
    const after = end < 0 ? '' : bytes.toString('latin1', end, end + 11).trimStart();
    if (!after.startsWith('endstream')) throw new UnusualObject(`a stream does not end at ${end}`);
    return PDFRawStream.of(dict, bytes.subarray(start, end));
  }
}
