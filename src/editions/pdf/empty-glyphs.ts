import { PDFRawStream } from 'pdf-lib';
import { readContent } from '../pdf-file/content.js';
import type { PdfFile } from '../pdf-file/file.js';
import { nameAt } from '../pdf-file/objects.js';
import { textShowing } from '../pdf-file/operators.js';
import { decodeStream, pageContent } from '../pdf-file/streams.js';

/** A string of two-byte codes as the print engine writes it; one of them nought. */
const emptyGlyph = /<(?:[0-9a-f]{4})*?0000(?:[0-9a-f]{4})*>/i;

function showsEmptyGlyph(content: Uint8Array): boolean {
  let found = false;
  readContent(content, ({ operator, operands }) => {
    if (!found && textShowing.has(operator)) found = emptyGlyph.test(operands.source(0));
  });
  return found;
}

/**
 * Whether a page shows the box that a font has for characters it lacks (glyph 0), which neither
 * PDF/UA nor PDF/A allows (ISO 14289-1, 7.21.8; ISO 19005-2, 6.2.11.8).
 */
export function hasEmptyGlyphs({ context, sheets }: PdfFile): boolean {
  if (sheets.some(({ dict }) => showsEmptyGlyph(pageContent(dict)))) return true;
  return context
    .enumerateIndirectObjects()
    .some(
      ([, object]) =>
        object instanceof PDFRawStream &&
        nameAt(object.dict, 'Subtype') === 'Form' &&
        showsEmptyGlyph(decodeStream(object)),
    );
}
