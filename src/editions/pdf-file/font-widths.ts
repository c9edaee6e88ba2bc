import { PDFArray, PDFDict, PDFNumber } from 'pdf-lib';
import { arrayAt, dictAt, nameAt, numberAt } from './objects.js';

/** Advance widths of a font's codes in thousandths of its size. */
export class Widths {
  constructor(
    /** By code, from 0 on. */
    private readonly listed: Float64Array,
    /** Of all codes after those. */
    private readonly others: number,
  ) {}

  of(code: number): number {
    return code < this.listed.length ? (this.listed[code] as number) : this.others;
  }
}

/** Calls `set` for each run of codes that a font lists widths for (ISO 32000-1, 9.7.4.3). */
function eachListed(list: PDFArray, set: (first: number, last: number, width: number) => void) {
  const valueAt = (array: PDFArray, index: number) => {
    const value = array.lookup(index);
    return value instanceof PDFNumber ? value.asNumber() : 0;
  };
  for (let index = 0; index < list.size(); ) {
    const first = valueAt(list, index);
    const next = list.lookup(index + 1);
    if (next instanceof PDFArray) {
      for (let at = 0; at < next.size(); at++) set(first + at, first + at, valueAt(next, at));
      index += 2;
    } else {
      set(first, valueAt(list, index + 1), valueAt(list, index + 2));
      index += 3;
    }
  }
}

/** Codes have two bytes. */
const highest = 0xffff;

function readWidths(descendant: PDFDict): Widths {
  const others = numberAt(descendant, 'DW') ?? 1000;
  const list = arrayAt(descendant, 'W');
  if (!list) return new Widths(new Float64Array(), others);
  let last = -1;
  eachListed(list, (_, end) => {
    last = Math.max(last, Math.min(Math.floor(end), highest));
  });
  // No longer than it must be: a book that is printed in parts has the same fonts many times over.
  const listed = new Float64Array(last + 1).fill(others);
  eachListed(list, (first, end, width) => listed.fill(width, first, end + 1));
  return new Widths(listed, others);
}

/** Reads each font's widths once, however many pages use it. */
export class FontWidths {
  private readonly known = new Map<PDFDict, Widths>();

  /** Of the font that resources know by a name; undefined for fonts whose codes are not of two bytes. */
  of(resources: PDFDict, name: string): Widths | undefined {
    const fonts = dictAt(resources, 'Font');
    const font = fonts && dictAt(fonts, name);
    return font && this.ofFont(font);
  }

  ofFont(font: PDFDict): Widths | undefined {
    if (nameAt(font, 'Subtype') !== 'Type0') return undefined;
    if (!nameAt(font, 'Encoding')?.startsWith('Identity')) return undefined;
    const known = this.known.get(font);
    if (known) return known;
    const descendant = arrayAt(font, 'DescendantFonts')?.lookup(0);
    if (!(descendant instanceof PDFDict)) return undefined;
    const widths = readWidths(descendant);
    this.known.set(font, widths);
    return widths;
  }
}
