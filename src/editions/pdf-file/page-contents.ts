import { ByteWriter } from './byte-writer.js';
import { hasEmptyGlyphInForms } from './empty-glyphs.js';
import { type PdfFile, resourcesOf } from './file.js';
import { FontWidths } from './font-widths.js';
import { packText } from './pack-text.js';
import { pageContent } from './streams.js';
import type { TextSequence } from './text-sequences.js';

/** What stands on the pages of a file. */
export interface PageContents {
  /** Of each page, its glyphs joined into lines. */
  contents: Uint8Array[];
  /** Of each page, the sequences that hold nothing but text. */
  texts: TextSequence[][];
  /** Whether something shows the box that fonts have for characters they lack. */
  hasEmptyGlyphs: boolean;
}

/** Both PDF editions are made from one printing: what is read of it once serves both. */
const known = new WeakMap<readonly Uint8Array[], PageContents>();

export function readPageContents(file: PdfFile): PageContents {
  const contents = known.get(file.printed) ?? readContents(file);
  known.set(file.printed, contents);
  return contents;
}

function readContents({ context, sheets }: PdfFile): PageContents {
  const widths = new FontWidths();
  const writer = new ByteWriter(0x20000);
  const packed = sheets.map(({ dict }) => {
    const resources = resourcesOf(dict);
    return packText(pageContent(dict), (font) => widths.of(resources, font), writer);
  });
  return {
    contents: packed.map(({ bytes }) => bytes),
    texts: packed.map(({ texts }) => texts),
    hasEmptyGlyphs:
      packed.some(({ hasEmptyGlyphs }) => hasEmptyGlyphs) || hasEmptyGlyphInForms(context),
  };
}
