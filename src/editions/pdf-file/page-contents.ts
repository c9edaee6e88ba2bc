import type { PDFDict } from 'pdf-lib';
import { hasEmptyGlyphInForms } from './empty-glyphs.js';
import { type PdfFile, resourcesOf } from './file.js';
import { FontWidths } from './font-widths.js';
import { packText } from './pack-text.js';
import { pageContent } from './streams.js';

/** What stands on the pages of a file. */
export interface PageContents {
  /** Of each page, its glyphs joined into lines. */
  contents: Uint8Array[];
  /** Whether something shows the box that fonts have for characters they lack. */
  hasEmptyGlyphs: boolean;
}

export function readPageContents({ context, sheets }: PdfFile): PageContents {
  const widths = new FontWidths();
  let hasEmptyGlyphs = hasEmptyGlyphInForms(context);
  const pack = (page: PDFDict) => {
    const resources = resourcesOf(page);
    const packed = packText(pageContent(page), (font) => widths.of(resources, font));
    hasEmptyGlyphs ||= packed.hasEmptyGlyphs;
    return packed.bytes;
  };
  const contents = sheets.map(({ dict }) => pack(dict));
  return { contents, hasEmptyGlyphs };
}
