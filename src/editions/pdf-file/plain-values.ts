import { PDFHexString, PDFString } from 'pdf-lib';
import { readsAsWritten } from './objects.js';
import { afterSpace, afterWord, closeOfString, endsWord, isDigit } from './tokens.js';

/** Another object of the file. */
export class Reference {
  constructor(readonly number: number) {}
}
export class Name {
  constructor(readonly name: string) {}
}
/** Entries by their keys: a handful, which are found faster one after the other than by a table. */
export class Dictionary {
  /** Keys, each with its value after it. */
  private readonly items: PlainValue[] = [];

  set(key: string, value: PlainValue): this {
    const at = this.find(key);
    if (at < 0) this.items.push(key, value);
    else this.items[at + 1] = value;
    return this;
  }

  get(key: string): PlainValue | undefined {
    const at = this.find(key);
    return at < 0 ? undefined : this.items[at + 1];
  }

  has(key: string): boolean {
    return this.find(key) >= 0;
  }

  *entries(): Generator<[key: string, value: PlainValue]> {
    const { items } = this;
    for (let at = 0; at < items.length; at += 2) {
      yield [items[at] as string, items[at + 1] as PlainValue];
    }
  }

  private find(key: string): number {
    const { items } = this;
    for (let at = 0; at < items.length; at += 2) if (items[at] === key) return at;
    return -1;
  }
}
/** A value of a PDF (ISO 32000-1, 7.3) as plain data: strings are decoded, streams are none. */
export type PlainValue =
  | number
  | string
  | boolean
  | null
  | Name
  | Reference
  | PlainValue[]
  | Dictionary;

const [solidus, parenOpen, less, greater, bracketOpen, bracketClose] = [47, 40, 60, 62, 91, 93];
const [point, minus, plus, letterR] = [46, 45, 43, 82];

function standsAt(bytes: Uint8Array, start: number, end: number, text: string): boolean {
  if (end - start !== text.length) return false;
  for (let index = 0; index < text.length; index++) {
    if (bytes[start + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

/** Reads values one after the other from bytes that are a PDF's. Of what is broken it makes null. */
export class PlainReader {
  private readonly source: Buffer;
  private readonly names = new Map<number, { written: string; name: Name }>();
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {
    this.source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** The value that begins at an offset, after white space. */
  readAt(offset: number): PlainValue {
    this.at = offset;
    return this.value();
  }

  /** The value of the object (`12 0 obj …`) that begins at an offset. */
  objectAt(offset: number): PlainValue {
    this.at = offset;
    for (let word = 0; word < 3; word++) {
      this.skipSpace();
      this.skipWord();
    }
    return this.value();
  }

  private skipSpace(): void {
    this.at = afterSpace(this.bytes, this.at);
  }

  private skipWord(): void {
    this.at = afterWord(this.bytes, this.at);
  }

  private value(): PlainValue {
    this.skipSpace();
    const { bytes } = this;
    const code = bytes[this.at];
    if (code === solidus) return this.name();
    if (code === less) return bytes[this.at + 1] === less ? this.dictionary() : this.hexString();
    if (code === bracketOpen) return this.list();
    if (code === parenOpen) return this.string();
    if (isDigit(code) || code === minus || code === point || code === plus) {
      return this.numberOrReference();
    }
    const start = this.at;
    this.skipWord();
    if (this.at === start) this.at++;
    const word = this.source.toString('latin1', start, this.at);
    return word === 'true' ? true : word === 'false' ? false : null;
  }

  private name(): Name {
    const start = this.at + 1;
    this.at = start;
    this.skipWord();
    const { bytes, at: end } = this;
    let hash = 0;
    for (let at = start; at < end; at++) hash = (hash * 31 + (bytes[at] as number)) | 0;
    // A few names recur by the ten thousand: they are known again without being read.
    const known = this.names.get(hash);
    if (known && standsAt(bytes, start, end, known.written)) return known.name;
    const written = this.source.toString('latin1', start, end);
    const name = new Name(
      written.replace(/#([0-9a-f]{2})/gi, (_: string, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      ),
    );
    this.names.set(hash, { written, name });
    return name;
  }

  private numberOrReference(): number | Reference {
    const { bytes } = this;
    const number = this.number();
    // `12 0 R`: all generations are the first.
    const after = this.at;
    if (bytes[after] !== 32 || bytes[after + 1] !== 48 || bytes[after + 2] !== 32) return number;
    if (bytes[after + 3] !== letterR || !endsWord[bytes[after + 4] ?? 32]) return number;
    this.at = after + 4;
    return new Reference(number);
  }

  private number(): number {
    const { bytes } = this;
    const start = this.at;
    let value = 0;
    while (isDigit(bytes[this.at])) value = value * 10 + (bytes[this.at++] as number) - 48;
    if (this.at > start && endsWord[bytes[this.at] ?? 32]) return value;
    this.skipWord();
    return Number(this.source.toString('latin1', start, this.at)) || 0;
  }

  private list(): PlainValue[] {
    const { bytes } = this;
    const items: PlainValue[] = [];
    this.at++;
    for (this.skipSpace(); this.at < bytes.length; this.skipSpace()) {
      if (bytes[this.at] === bracketClose) break;
      items.push(this.value());
    }
    this.at++;
    return items;
  }

  private dictionary(): Dictionary {
    const { bytes } = this;
    const entries = new Dictionary();
    this.at += 2;
    for (this.skipSpace(); this.at < bytes.length; this.skipSpace()) {
      if (bytes[this.at] === greater) break;
      const key = this.value();
      if (key instanceof Name) entries.set(key.name, this.value());
    }
    this.at += 2;
    return entries;
  }

  private hexString(): string {
    const close = this.bytes.indexOf(greater, this.at);
    const end = close < 0 ? this.bytes.length : close;
    const digits = this.source.toString('latin1', this.at + 1, end);
    this.at = end + 1;
    return PDFHexString.of(digits).decodeText();
  }

  private string(): string {
    const close = closeOfString(this.bytes, this.at);
    const written = this.source.toString('latin1', this.at + 1, close);
    this.at = close + 1;
    return readsAsWritten(written) ?? PDFString.of(written).decodeText();
  }
}
