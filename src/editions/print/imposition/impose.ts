import { type PDFDict, PDFRawStream, type PDFRef } from 'pdf-lib';
import type { PageBoxes } from '../../pdf-file/boxes.js';
import type { PdfFile } from '../../pdf-file/file.js';
import { pdfName, type Rectangle, rectangle, rounded } from '../../pdf-file/objects.js';
import { newStream } from '../../pdf-file/streams.js';
import type { SheetSide } from './page-order.js';
import { fitSheet, type LaidSheet, laySheet, type SheetRules } from './sheet-layout.js';

/** A page whose content is in inks, and stands in its dictionary. */
export interface InkedPage {
  page: PDFDict;
  resources: PDFDict;
  boxes: PageBoxes;
  /** Whether something on it shines through. */
  isTransparent: boolean;
}

/** Adds what stands around the pages of a sheet; gives the content that shows it. */
export type Surround = (resources: PDFDict, sheet: LaidSheet, side: SheetSide) => string;

/** A page as a form (ISO 32000-1, 8.10), so that a sheet can show it, and reduce it. */
function formOf({ page, resources, boxes, isTransparent }: InkedPage): PDFRef {
  const { context } = page;
  const stream = page.lookup(pdfName('Contents'));
  if (!(stream instanceof PDFRawStream)) throw new Error('the page has no content of its own');
  const { dict } = stream;
  dict.set(pdfName('Type'), pdfName('XObject'));
  dict.set(pdfName('Subtype'), pdfName('Form'));
  dict.set(pdfName('BBox'), rectangle(context, boxes.bleed));
  dict.set(pdfName('Resources'), resources);
  if (isTransparent) dict.set(pdfName('Group'), blendingGroup(page, true));
  return page.get(pdfName('Contents')) as PDFRef;
}

/** Pages blend among themselves alone, as they do one by one (ISO 32000-1, 11.6.6). */
const blendingGroup = ({ context }: PDFDict, I: boolean) =>
  context.obj({ S: 'Transparency', CS: 'DeviceCMYK', ...(I ? { I } : {}) });

function placingContent(
  name: string,
  clip: Rectangle,
  [x, y]: readonly [number, number],
  scale: number,
  trim: Rectangle,
): string {
  const [left, bottom, right, top] = clip;
  const box = [left, bottom, right - left, top - bottom].map(rounded).join(' ');
  const moved = [x - trim[0] * scale, y - trim[1] * scale].map(rounded).join(' ');
  const size = Math.round(scale * 1e6) / 1e6;
  return `q ${box} re W n ${size} 0 0 ${size} ${moved} cm /${name} Do Q\n`;
}

/** Puts sheets in place of a file's pages; its page tree is made anew. */
export function imposeSheets(
  { context, catalog }: PdfFile,
  pages: readonly InkedPage[],
  sides: readonly SheetSide[],
  rules: SheetRules,
  surround: Surround,
): void {
  const fit = fitSheet(rules);
  const forms = pages.map(formOf);
  const tree = context.obj({ Type: 'Pages', Count: sides.length });
  const parent = context.register(tree);
  const kids = sides.map((side) => {
    const laid = laySheet(side, rules, fit);
    const objects = context.obj({});
    const resources = context.obj({ XObject: objects });
    const shown = laid.placings.map(({ page, clip, origin }) => {
      const name = `Page${page + 1}`;
      objects.set(pdfName(name), forms[page] as PDFRef);
      const { trim } = (pages[page] as InkedPage).boxes;
      return placingContent(name, clip, origin, laid.scale, trim);
    });
    const content = shown.join('') + surround(resources, laid, side);
    const sheet = context.obj({ Type: 'Page' });
    sheet.set(pdfName('Parent'), parent);
    sheet.set(pdfName('MediaBox'), rectangle(context, laid.media));
    sheet.set(pdfName('BleedBox'), rectangle(context, laid.bleed));
    sheet.set(pdfName('TrimBox'), rectangle(context, laid.trim));
    sheet.set(pdfName('Resources'), resources);
    const stream = newStream(context, Buffer.from(content, 'latin1'));
    sheet.set(pdfName('Contents'), context.register(stream));
    if (laid.placings.some(({ page }) => pages[page]?.isTransparent))
      sheet.set(pdfName('Group'), blendingGroup(sheet, false));
    return context.register(sheet);
  });
  tree.set(pdfName('Kids'), context.obj(kids));
  catalog.set(pdfName('Pages'), parent);
}
