import { type PDFContext, PDFRawStream } from 'pdf-lib';
import type { Place } from '../../diagnostics/diagnostic.js';
import type { Report } from '../../diagnostics/report.js';
import { readContent } from './content.js';
import { nameAt } from './objects.js';
import { textShowing } from './operators.js';
import { decodeStream } from './streams.js';

/** A string of two-byte codes as the print engine writes it, one of them nought. */
export const emptyGlyph: RegExp = /<(?:[0-9a-f]{4})*?0000(?:[0-9a-f]{4})*>/i;

function showsEmptyGlyph(content: Uint8Array): boolean {
  let found = false;
  readContent(content, ({ operator, operands }) => {
    if (!found && textShowing.has(operator)) found = emptyGlyph.test(operands.source(0));
  });
  return found;
}

/**
 * Whether a form shows the box that a font has for characters it lacks: glyph 0, which none of the
 * standards allows (ISO 14289-1, 7.21.8; ISO 19005-2, 6.2.11.8).
 */
export function hasEmptyGlyphInForms(context: PDFContext): boolean {
  return context
    .enumerateIndirectObjects()
    .some(
      ([, object]) =>
        object instanceof PDFRawStream &&
        nameAt(object.dict, 'Subtype') === 'Form' &&
        showsEmptyGlyph(decodeStream(object)),
    );
}

/** Tells of such boxes, and of the claim that the file cannot make for them. */
export function reportEmptyGlyphs(
  rule: 'pdf/empty-glyph' | 'print/empty-glyph',
  report: Report,
  place: Place,
): void {
  const claim = rule === 'pdf/empty-glyph' ? 'accessible, nor PDF/A' : 'PDF/X-4';
  report.add(rule, place, {
    message: `The pages show boxes in place of characters that no font has, so the PDF does not say that it is ${claim}`,
    remedy: 'Use other characters, or a template with fonts that have them',
  });
}
