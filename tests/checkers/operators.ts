// Content streams, read operator by operator; shares nothing with the editions' reader.
export type Operand = number | string | Uint8Array | Operand[] | { dict: Record<string, Operand> };

export interface Operation {
  operator: string;
  operands: Operand[];
}

const escapes: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 };
const token = /[^\s()<>[\]{}/%]+/y;

/** Reads what stands at a place of a content stream. Names keep their solidus; strings are bytes. */
class Reader {
  private at = 0;

  constructor(private readonly source: string) {}

  private skip(): void {
    const blank = /(?:[\s\0]+|%[^\r\n]*)*/y;
    blank.lastIndex = this.at;
    blank.exec(this.source);
    this.at = blank.lastIndex;
  }

  /** An operand, an operator as `{ operator }`, or undefined at the end. */
  next(): Operand | { operator: string } | undefined {
    this.skip();
    const { source } = this;
    const first = source[this.at];
    if (first === undefined) return undefined;
    if (first === '(') return this.literal();
    if (source.startsWith('<<', this.at)) return this.dictionary();
    if (first === '<') return this.hexadecimal();
    if (first === '[') return this.array();
    if (first === '/') {
      this.at++;
      return `/${this.word()}`;
    }
    const word = this.word();
    if (word === '') this.at++;
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return Number(word);
    return { operator: word || first };
  }

  inlineImage(): void {
    const end = /\sEI(?=\s|$)/g;
    end.lastIndex = this.at;
    end.exec(this.source);
    this.at = end.lastIndex || this.source.length;
  }

  private word(): string {
    token.lastIndex = this.at;
    const found = token.exec(this.source)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  private literal(): Uint8Array {
    const bytes: number[] = [];
    let depth = 0;
    for (; this.at < this.source.length; this.at++) {
      const character = this.source[this.at] as string;
      if (character === '\\') {
        const octal = /^[0-7]{1,3}/.exec(this.source.slice(this.at + 1, this.at + 4))?.[0];
        const next = this.source[this.at + 1] ?? '';
        if (octal) bytes.push(Number.parseInt(octal, 8) & 255);
        else if (next !== '\n') bytes.push(escapes[next] ?? next.charCodeAt(0));
        this.at += octal ? octal.length : 1;
        continue;
      }
      if (character === '(' && depth++ === 0) continue;
      if (character === ')' && --depth === 0) break;
      bytes.push(character.charCodeAt(0));
    }
    this.at++;
    return Uint8Array.from(bytes);
  }

  private hexadecimal(): Uint8Array {
    const end = this.source.indexOf('>', this.at);
    const digits = this.source.slice(this.at + 1, end).replace(/\s/g, '');
    this.at = end + 1;
    return Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex');
  }

  private array(): Operand[] {
    this.at++;
    const items: Operand[] = [];
    for (;;) {
      this.skip();
      if (this.source[this.at] === ']' || this.at >= this.source.length) break;
      items.push(this.next() as Operand);
    }
    this.at++;
    return items;
  }

  private dictionary(): Operand {
    this.at += 2;
    const dict: Record<string, Operand> = {};
    for (;;) {
      this.skip();
      if (this.source.startsWith('>>', this.at) || this.at >= this.source.length) break;
      const key = this.next();
      dict[String(key)] = this.next() as Operand;
    }
    this.at += 2;
    return { dict };
  }
}

export function operationsOf(content: Uint8Array): Operation[] {
  const reader = new Reader(Buffer.from(content).toString('latin1'));
  const operations: Operation[] = [];
  let operands: Operand[] = [];
  for (let item = reader.next(); item !== undefined; item = reader.next()) {
    if (typeof item !== 'object' || !('operator' in item)) {
      operands.push(item as Operand);
      continue;
    }
    const { operator } = item;
    operations.push({ operator, operands });
    if (operator === 'BI') reader.inlineImage();
    operands = [];
  }
  return operations;
}

/** Every operator there is (ISO 32000-1, annex A). */
export const knownOperators = new Set(
  `b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M
  MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' "`.split(
    /\s+/,
  ),
);
