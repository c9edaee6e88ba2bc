import { type PDFContext, PDFDict, PDFRef } from 'pdf-lib';
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
 * @param above Its objects have greater numbers.
 */
export function retagSubsets(context: PDFContext, file: number, above: number): void {
  for (let number = above + 1; number <= context.largestObjectNumber; number++) {
    const object = context.lookup(PDFRef.of(number));
    if (!(object instanceof PDFDict)) continue;
    for (const key of ['BaseFont', 'FontName']) {
      const [, first, rest] = tagged.exec(nameAt(object, key) ?? '') ?? [];
      if (first && rest) object.set(pdfName(key), pdfName(first + lettersFor(file) + rest));
    }
  }
}
