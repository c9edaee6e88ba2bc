import { type PDFContext, PDFDict, type PDFRef } from 'pdf-lib';
import { nameAt, pdfName } from './objects.js';

const tagged = /^([A-Z]{3})[A-Z]{3}(\+.+)$/;

/** Three letters for a whole number. */
function lettersFor(number: number): string {
  const letter = (place: number) => String.fromCharCode(65 + (Math.floor(number / place) % 26));
  return letter(26 * 26) + letter(26) + letter(1);
}

/**
 * Gives the font subsets of a file that is joined to others tags of their own: the print engine
 * counts from the beginning in each, and subsets of one font are told apart by their tags
 * (ISO 32000-1, 9.6.4).
 *
 * @param file Which of the joined files it is, from 0.
 * @param objects Its own.
 */
export function retagSubsets(context: PDFContext, file: number, objects: Iterable<PDFRef>): void {
  for (const reference of objects) {
    const object = context.lookup(reference);
    if (!(object instanceof PDFDict)) continue;
    for (const key of ['BaseFont', 'FontName']) {
      const [, first, rest] = tagged.exec(nameAt(object, key) ?? '') ?? [];
      if (first && rest) object.set(pdfName(key), pdfName(first + lettersFor(file) + rest));
    }
  }
}
