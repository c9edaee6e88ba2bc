import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib';

export type Matrix = readonly [number, number, number, number, number, number];
/** left, bottom, right, top in points. */
export type Rectangle = readonly [number, number, number, number];

const names = new Map<string, PDFName>();
const decoded = new Map<PDFName, string>();

/** The library parses escapes anew at each call; names recur by the hundred thousand. */
export function pdfName(key: string): PDFName {
  let known = names.get(key);
  if (!known) {
    known = PDFName.of(key);
    names.set(key, known);
  }
  return known;
}

export function nameText(value: PDFName): string {
  let known = decoded.get(value);
  if (known === undefined) {
    known = value.decodeText();
    decoded.set(value, known);
  }
  return known;
}

/** The entry of a dictionary, references followed; undefined where it is absent or of another kind. */
export function dictAt(dict: PDFDict, key: string): PDFDict | undefined {
  const value = dict.lookup(pdfName(key));
  return value instanceof PDFDict ? value : undefined;
}

export function arrayAt(dict: PDFDict, key: string): PDFArray | undefined {
  const value = dict.lookup(pdfName(key));
  return value instanceof PDFArray ? value : undefined;
}

export function streamAt(dict: PDFDict, key: string): PDFRawStream | undefined {
  const value = dict.lookup(pdfName(key));
  return value instanceof PDFRawStream ? value : undefined;
}

export function nameAt(dict: PDFDict, key: string): string | undefined {
  const value = dict.lookup(pdfName(key));
  return value instanceof PDFName ? nameText(value) : undefined;
}

export function numberAt(dict: PDFDict, key: string): number | undefined {
  const value = dict.lookup(pdfName(key));
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

export function textAt(dict: PDFDict, key: string): string | undefined {
  const value = dict.lookup(pdfName(key));
  if (value instanceof PDFString) return readsAsWritten(value.asString()) ?? value.decodeText();
  return value instanceof PDFHexString ? value.decodeText() : undefined;
}

/** A string between parentheses, where it holds nothing but plain ASCII: nearly all do. */
export function readsAsWritten(string: string): string | undefined {
  return /^[\x20-\x5b\x5d-\x7e]*$/.test(string) ? string : undefined;
}

/** Numbers of an array; undefined where the entry is absent or holds anything else. */
export function numbersAt(dict: PDFDict, key: string): number[] | undefined {
  return numbersOf(arrayAt(dict, key));
}

export function numbersOf(array: PDFArray | undefined): number[] | undefined {
  if (!array) return undefined;
  const numbers: number[] = [];
  for (let index = 0; index < array.size(); index++) {
    const value = array.lookup(index);
    if (!(value instanceof PDFNumber)) return undefined;
    numbers.push(value.asNumber());
  }
  return numbers;
}

export function matrixAt(dict: PDFDict, key: string): Matrix {
  const numbers = numbersAt(dict, key);
  return numbers?.length === 6 ? (numbers as unknown as Matrix) : [1, 0, 0, 1, 0, 0];
}

/** A stream's dictionary or the dictionary itself; undefined for anything else. */
export function dictOf(value: PDFObject | undefined): PDFDict | undefined {
  if (value instanceof PDFDict) return value;
  return value instanceof PDFRawStream ? value.dict : undefined;
}

/** A text string: of PDFDocEncoding what it shares with ASCII is used, UTF-16 says all else. */
export function text(value: string): PDFString | PDFHexString {
  if (!/^[\x20-\x7e]*$/.test(value)) return PDFHexString.fromText(value);
  return PDFString.of(value.replace(/[\\()]/g, '\\$&'));
}

/** Coordinates to a thousandth of a point: a third of a micrometre. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

export function rectangle(context: PDFContext, box: Rectangle): PDFArray {
  return context.obj(box.map(rounded));
}

/** `inner` applied first, then `outer` (ISO 32000-1, 8.3.4). */
export function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [
    a * A + b * C,
    a * B + b * D,
    c * A + d * C,
    c * B + d * D,
    e * A + f * C + E,
    e * B + f * D + F,
  ];
}

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** Every reference that is come across from the values given on, each looked up once. */
export function follow(
  from: readonly (PDFObject | undefined)[],
  lookup: (reference: PDFRef) => PDFObject | undefined,
): Set<PDFRef> {
  const reached = new Set<PDFRef>();
  const open: PDFObject[] = [];
  const visit = (value: PDFObject | undefined) => {
    if (value instanceof PDFRef) {
      if (reached.has(value)) return;
      reached.add(value);
      const target = lookup(value);
      if (target) open.push(target);
    } else if (value instanceof PDFDict || value instanceof PDFArray) open.push(value);
    else if (value instanceof PDFRawStream) open.push(value.dict);
  };
  from.forEach(visit);
  for (let value = open.pop(); value; value = open.pop()) {
    if (value instanceof PDFArray) value.asArray().forEach(visit);
    else dictOf(value)?.values().forEach(visit);
  }
  return reached;
}

/** Deletes what the trailer no longer leads to, so that nothing of the old file rides along. */
export function sweep(context: PDFContext): void {
  const { Root: root, Info: info } = context.trailerInfo;
  const reached = follow([root, info], (reference) => context.lookup(reference));
  for (const [reference] of context.enumerateIndirectObjects()) {
    if (!reached.has(reference)) context.delete(reference);
  }
}
