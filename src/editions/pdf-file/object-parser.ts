import {
  type PDFContext,
  PDFHexString,
  type PDFName,
  PDFNumber,
  type PDFObject,
  PDFObjectParser,
  PDFRef,
  PDFString,
} from 'pdf-lib';
import { ByteCursor } from './byte-cursor.js';
import { pdfName } from './objects.js';

const isSpace = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) isSpace[code] = 1;
const endsWord = isSpace.slice();
for (const code of Buffer.from('()<>[]{}/%')) endsWord[code] = 1;
const [parenOpen, parenClose, backslash, greater, letterR] = [40, 41, 92, 62, 82];

const isDigit = (code: number) => code >= 48 && code <= 57;
const isNumeric = (code: number) => isDigit(code) || code === 43 || code === 45 || code === 46;

/**
 * The library's parser, with names, numbers and strings read from the bytes as a whole: it puts
 * them together letter by letter, which takes most of its time. What is written in rarer ways is
 * left to it.
 */
export class ObjectParser extends PDFObjectParser {
  private readonly cursor: ByteCursor;

  /** @param raisedBy What the numbers of all objects referred to become greater by. */
  constructor(
    bytes: Uint8Array,
    context: PDFContext,
    private readonly raisedBy: number,
  ) {
    const cursor = new ByteCursor(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    // It knows the library's own class by what that does alone.
    super(cursor as unknown as ConstructorParameters<typeof PDFObjectParser>[0], context);
    this.cursor = cursor;
  }

  /** The object that is written from an offset on; its streams are parts of the bytes, not copies. */
  objectAt(offset: number): PDFObject {
    this.cursor.moveTo(offset);
    return this.parseObject();
  }

  protected override parseNumberOrRef(): PDFNumber | PDFRef {
    const { bytes, at: start } = this.cursor;
    let end = start;
    while (isNumeric(bytes[end] as number)) end++;
    const value = Number(bytes.toString('latin1', start, end));
    if (!endsWord[bytes[end] ?? 32] || !Number.isFinite(value)) return this.rareNumber();
    this.cursor.moveTo(end);
    const after = this.afterReference(end);
    if (after === undefined) return PDFNumber.of(value);
    this.cursor.moveTo(after);
    return PDFRef.of(value + this.raisedBy);
  }

  private rareNumber(): PDFNumber | PDFRef {
    const parsed = super.parseNumberOrRef();
    return parsed instanceof PDFRef ? PDFRef.of(parsed.objectNumber + this.raisedBy) : parsed;
  }

  /** Where a reference ends that began with the number before; undefined where it was a number. */
  private afterReference(from: number): number | undefined {
    const { bytes } = this.cursor;
    let at = from;
    while (isSpace[bytes[at] as number]) at++;
    const generation = at;
    while (isDigit(bytes[at] as number)) at++;
    if (at === generation) return undefined;
    while (isSpace[bytes[at] as number]) at++;
    return bytes[at] === letterR ? at + 1 : undefined;
  }

  protected override parseName(): PDFName {
    const { bytes, at } = this.cursor;
    let end = at + 1;
    while (end < bytes.length && !endsWord[bytes[end] as number]) end++;
    this.cursor.moveTo(end);
    return pdfName(bytes.toString('latin1', at + 1, end));
  }

  protected override parseString(): PDFString {
    const { bytes, at } = this.cursor;
    let end = at + 1;
    for (; end < bytes.length && bytes[end] !== parenClose; end++) {
      if (bytes[end] === backslash || bytes[end] === parenOpen) return super.parseString();
    }
    this.cursor.moveTo(end + 1);
    return PDFString.of(bytes.toString('latin1', at + 1, end));
  }

  protected override parseHexString(): PDFHexString {
    const { bytes, at } = this.cursor;
    const end = bytes.indexOf(greater, at);
    if (end < 0) return super.parseHexString();
    this.cursor.moveTo(end + 1);
    return PDFHexString.of(bytes.toString('latin1', at + 1, end));
  }
}
