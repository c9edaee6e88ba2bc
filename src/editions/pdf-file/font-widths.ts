import { PDFArray, type PDFDict, PDFNumber } from 'pdf-lib';
import { arrayAt, dictAt, nameAt, numberAt, pdfName } from './objects.js';

/** Advance widths of a font's codes in thousandths of its size. */
export type Widths = Float64Array;

const codes = 0x10000;

function readWidths(descendant: PDFDict): Widths {
  const widths = new Float64Array(codes).fill(numberAt(descendant, 'DW') ?? 1000);
  const list = arrayAt(descendant, 'W');
  const valueAt = (array: PDFArray | undefined, index: number) => {
    const value = array?.lookup(index);
    return value instanceof PDFNumber ? value.asNumber() : 0;
  };
  for (let index = 0; list && index < list.size(); ) {
    const first = valueAt(list, index);
    const next = list.lookup(index + 1);
    if (next instanceof PDFArray) {
      for (let at = 0; at < next.size(); at++) widths[first + at] = valueAt(next, at);
      index += 2;
    } else {
      widths.fill(valueAt(list, index + 2), first, valueAt(list, index + 1) + 1);
      index += 3;
    }
  }
  return widths;
}

/** Reads each font's widths once, however many pages use it. */
export class FontWidths {
  private readonly known = new Map<PDFDict, Widths>();

  /** Of fonts with codes of two bytes alone. */
  of(resources: PDFDict, name: string): Widths | undefined {
    const fonts = dictAt(resources, 'Font');
    const font = fonts && dictAt(fonts, name);
    if (!font || nameAt(font, 'Subtype') !== 'Type0') return undefined;
    if (!nameAt(font, 'Encoding')?.startsWith('Identity')) return undefined;
    const known = this.known.get(font);
    if (known) return known;
    const descendant = arrayAt(font, 'DescendantFonts')?.lookup(0) as PDFDict | undefined;
    if (!descendant?.has(pdfName('FontDescriptor'))) return undefined;
    const widths = readWidths(descendant);
    this.known.set(font, widths);
    return widths;
  }
}
