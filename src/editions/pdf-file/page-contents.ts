import type { PDFDict } from 'pdf-lib';
import { resourcesOf } from './file.js';
import { FontWidths } from './font-widths.js';
import { packText } from './pack-text.js';
import { pageContent } from './streams.js';

/** The content of each page, its glyphs joined into lines. */
export function packedContents(pages: readonly PDFDict[]): Uint8Array[] {
  const widths = new FontWidths();
  return pages.map((page) => {
    const resources = resourcesOf(page);
    return packText(pageContent(page), (font) => widths.of(resources, font));
  });
}
