import { afterSpace, afterWord, closeOfString, endsWord, isDigit, isSpace } from './tokens.js';

/**
 * Reads a content stream (ISO 32000-1, 7.8.2) operator by operator without building objects for
 * its operands: they stay ranges of bytes until somebody asks for their value.
 */
export interface Instruction {
  operator: string;
  /** Where the first operand (or the operator, where it has none) starts and the operator ends. */
  start: number;
  end: number;
  operands: Operands;
}

export interface Operands {
  readonly count: number;
  number(index: number): number;
  /** A name without its solidus; undefined where the operand is none. */
  name(index: number): string | undefined;
  /** The bytes as written, as Latin-1. */
  source(index: number): string;
}

const maximum = 64;

const [parenOpen, solidus, percent] = [40, 47, 37];
const [angleOpen, angleClose, bracketOpen, bracketClose] = [60, 62, 91, 93];

/** The end of a list of numbers and hexadecimal strings, as text is shown by; -1 where it holds more. */
function afterPlainList(bytes: Uint8Array, from: number): number {
  for (let at = from + 1; at < bytes.length; at++) {
    const code = bytes[at];
    if (code === bracketClose) return at + 1;
    if (code === parenOpen || code === bracketOpen || code === percent) return -1;
  }
  return -1;
}

/** `<…>`, `<<…>>` or `[…]`, whatever stands inside. */
function afterBracketed(bytes: Uint8Array, from: number): number {
  const first = bytes[from];
  if (first === angleOpen && bytes[from + 1] !== angleOpen) {
    const close = bytes.indexOf(angleClose, from);
    return close < 0 ? bytes.length : close + 1;
  }
  const isDictionary = first === angleOpen;
  const plain = isDictionary ? -1 : afterPlainList(bytes, from);
  if (plain > 0) return plain;
  let at = from + (isDictionary ? 2 : 1);
  while (at < bytes.length) {
    at = afterSpace(bytes, at);
    if (isDictionary && bytes[at] === angleClose && bytes[at + 1] === angleClose) return at + 2;
    if (!isDictionary && bytes[at] === bracketClose) return at + 1;
    at = afterOperand(bytes, at);
  }
  return bytes.length;
}

function afterOperand(bytes: Uint8Array, from: number): number {
  const code = bytes[from];
  if (code === parenOpen) return Math.min(closeOfString(bytes, from) + 1, bytes.length);
  if (code === angleOpen || code === bracketOpen) return afterBracketed(bytes, from);
  if (code === solidus) return afterWord(bytes, from + 1);
  return Math.max(afterWord(bytes, from), from + 1);
}

/** The end of an inline image whose `ID` ends at `from`: the first `EI` that stands alone before more content. */
function afterInlineImage(bytes: Uint8Array, from: number): number {
  for (let at = from + 1; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 69 || bytes[at + 1] !== 73 || !isSpace[bytes[at - 1] as number]) continue;
    const next = bytes[at + 2];
    if (next !== undefined && !isSpace[next]) continue;
    // Image data may hold these letters by chance: what follows must read like content.
    const follows = bytes.subarray(at + 2, at + 18);
    if (follows.every((code) => isSpace[code] || (code > 32 && code < 127))) return at + 2;
  }
  return bytes.length;
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
}

const operatorNames = new Map<number, string>();

function operatorName(bytes: Uint8Array, from: number, to: number): string {
  if (to - from > 3) return latin1(bytes, from, to);
  let code = 0;
  for (let at = from; at < to; at++) code = code * 256 + (bytes[at] as number);
  let name = operatorNames.get(code);
  if (name === undefined) {
    name = latin1(bytes, from, to);
    operatorNames.set(code, name);
  }
  return name;
}

const startsNumber = (code: number) => isDigit(code) || code === 45 || code === 46 || code === 43;
const keywords = new Set(['true', 'false', 'null']);

class OperandRanges implements Operands {
  count = 0;
  readonly starts = new Int32Array(maximum);
  readonly ends = new Int32Array(maximum);
  constructor(private readonly bytes: Uint8Array) {}

  add(start: number, end: number): void {
    if (this.count === maximum) return;
    this.starts[this.count] = start;
    this.ends[this.count++] = end;
  }
  source(index: number): string {
    if (index < 0 || index >= this.count) return '';
    return latin1(this.bytes, this.starts[index] as number, this.ends[index] as number);
  }
  number(index: number): number {
    const value = Number(this.source(index));
    return Number.isFinite(value) ? value : 0;
  }
  name(index: number): string | undefined {
    const source = this.source(index);
    if (!source.startsWith('/')) return undefined;
    return source
      .slice(1)
      .replace(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}

/** A stretch of content that is not read, between two instructions. */
export interface PassedOver<T extends { start: number; end: number }> {
  /** In rising order. */
  ranges: readonly T[];
  /** Called in place of what the range holds. */
  pass(range: T): void;
}

/**
 * Calls `visit` for each operator in order. The instruction and its operands are valid during
 * the call only. An inline image comes as one instruction, `BI`, with its whole range.
 */
export function readContent<T extends { start: number; end: number }>(
  bytes: Uint8Array,
  visit: (instruction: Instruction) => void,
  over?: PassedOver<T>,
): void {
  let passed = 0;
  const operands = new OperandRanges(bytes);
  const instruction = { operator: '', start: 0, end: 0, operands };
  let start = -1;
  for (let at = afterSpace(bytes, 0); at < bytes.length; at = afterSpace(bytes, at)) {
    const code = bytes[at] as number;
    if (start < 0) {
      const range = over?.ranges[passed];
      if (range?.start === at) {
        over?.pass(range);
        passed++;
        at = range.end;
        continue;
      }
      start = at;
    }
    const end = afterOperand(bytes, at);
    const isOperand = startsNumber(code) || (endsWord[code] === 1 && code !== 0);
    const operator = isOperand ? '' : operatorName(bytes, at, end);
    if (isOperand || keywords.has(operator)) {
      operands.add(at, end);
      at = end;
      continue;
    }
    instruction.operator = operator;
    instruction.start = start;
    instruction.end = end;
    if (operator === 'BI') {
      // Its dictionary follows as bare pairs up to ID: skipped, since images in line are never rewritten.
      let inside = end;
      while (inside < bytes.length) {
        inside = afterSpace(bytes, inside);
        const after = afterOperand(bytes, inside);
        const isData = after - inside === 2 && bytes[inside] === 73 && bytes[inside + 1] === 68;
        inside = after;
        if (isData) break;
      }
      instruction.end = afterInlineImage(bytes, inside);
    }
    visit(instruction);
    operands.count = 0;
    start = -1;
    at = instruction.end;
  }
}
