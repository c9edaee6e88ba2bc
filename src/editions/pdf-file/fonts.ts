import { type PDFContext, PDFDict } from 'pdf-lib';
import type { Place } from '../../diagnostics/diagnostic.js';
import type { Report } from '../../diagnostics/report.js';
import { nameAt, pdfName } from './objects.js';

/** Fonts of a kind: `Type3`, `Type0`, … */
export function fontsOf(context: PDFContext, kind: string): PDFDict[] {
  const [key, font] = [pdfName('Type'), pdfName('Font')];
  return context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object): object is PDFDict => object instanceof PDFDict)
    .filter((dict) => dict.get(key) === font && nameAt(dict, 'Subtype') === kind);
}

/** Warns once of fonts drawn as procedures, which printers reject and readers render badly. */
export function reportFonts(
  context: PDFContext,
  rule: 'pdf/type-3-font' | 'print/type-3-font',
  report: Report,
  place: Place,
): void {
  const count = fontsOf(context, 'Type3').length;
  if (count === 0) return;
  report.add(rule, place, {
    message: `${count === 1 ? 'A font is' : `${count} fonts are`} embedded as Type 3, not as an outline font`,
    remedy:
      'Use only characters that the fonts of the template have; in a template of your own, name static TrueType files, with bold and italic of their own',
  });
}
