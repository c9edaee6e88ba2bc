import type { PDFDict, PDFRef } from 'pdf-lib';
import type { OctavoDocument } from '../../document/document.js';
import type { PrintedPages } from '../../pages/pages.js';
import { boxesOf, grown } from '../pdf-file/boxes.js';
import { fileFacts } from '../pdf-file/facts.js';
import { keepOnly, openPrinted, resourcesOf, saveFile } from '../pdf-file/file.js';
import { reportFonts } from '../pdf-file/fonts.js';
import { setMetadata } from '../pdf-file/metadata.js';
import { pdfName, rectangle } from '../pdf-file/objects.js';
import type { PdfEditionOptions } from '../pdf-file/options.js';
import { pageContent, setPageContent } from '../pdf-file/streams.js';
import { newCropMarks, showCropMarks, slug } from './crop-marks.js';
import { Press } from './ink-resources.js';
import { reportResolution } from './report-resolution.js';
import { imagesOn, type ShownImage } from './resolution.js';

export interface PressPdfOptions extends PdfEditionOptions {
  /** Corner marks outside the bleed, on every plate; there unless `false`. */
  cropMarks?: boolean;
}

const catalogKeys = new Set(['Type', 'Pages']);
const pageKeys = new Set(['Type', 'Parent', 'Contents', 'Resources', 'Group']);

/** Sets the boxes of a page (ISO 32000-1, 14.11.2), each inside the next: trim, bleed, media. */
function setBoxes(page: PDFDict, pages: PrintedPages, margin: number) {
  const { context } = page;
  const boxes = boxesOf(page, pages);
  const media = grown(boxes.bleed, margin);
  keepOnly(page, pageKeys);
  page.set(pdfName('MediaBox'), rectangle(context, media));
  page.set(pdfName('BleedBox'), rectangle(context, boxes.bleed));
  page.set(pdfName('TrimBox'), rectangle(context, boxes.trim));
  return { ...boxes, media };
}

/** Pages that blend do so in the inks they print with. */
function setBlending(page: PDFDict, press: Press): void {
  const { context } = page;
  if (page.has(pdfName('Group'))) press.group(page, false);
  else page.set(pdfName('Group'), context.obj({ S: 'Transparency', CS: 'DeviceCMYK' }));
}

/**
 * The press edition: the same pages with bleed, page boxes and crop marks (PDF 1.6, no links, no
 * tags). Text, rules and drawings are separated to inks, greys to black alone; pictures in colour
 * keep their profile. Reports images under 300 pixels an inch. It claims no part of PDF/X, which
 * asks for the profile of a press.
 */
export async function writePressPdf(
  pages: PrintedPages,
  document: OctavoDocument,
  options: PressPdfOptions,
): Promise<Uint8Array> {
  const { report, place, sourceDate, cropMarks = true } = options;
  const file = await openPrinted(pages.bytes);
  const { context, catalog, sheets } = file;
  keepOnly(catalog, catalogKeys);
  const press = new Press();
  const images: ShownImage[] = [];
  const marksOf = new Map<string, PDFRef>();
  const labels = new Map(pages.starts.map(({ page, label }) => [page, label]));

  sheets.forEach(({ dict: page }, index) => {
    const boxes = setBoxes(page, pages, cropMarks ? slug : 0);
    const resources = resourcesOf(page);
    const printed = pageContent(page);
    images.push(...imagesOn(printed, resources, index));
    const own = Buffer.from(press.content(printed, resources));
    setBlending(page, press);
    let marks = '';
    if (cropMarks) {
      const key = boxes.media.join(' ');
      const form = marksOf.get(key) ?? newCropMarks(context, boxes, boxes.media);
      marksOf.set(key, form);
      marks = showCropMarks(resources, form);
    }
    const parts = [Buffer.from('q\n'), own, Buffer.from(`\nQ\n${marks}`)];
    setPageContent(page, Buffer.concat(parts));
  });

  for (const what of press.left) {
    report.add('print/colour-left', place, {
      message: `The press PDF still holds ${what} in RGB without a profile`,
      remedy: 'Have the printer separate it, or replace it with one in grey',
    });
  }
  const label = (page: number) => labels.get(page) || String(page + 1);
  reportResolution(images, document.images.values(), label, report, place);
  reportFonts(context, 'print/type-3-font', report, place);
  catalog.set(pdfName('ViewerPreferences'), context.obj({ PrintScaling: 'None' }));
  setMetadata(context, catalog, fileFacts(document.metadata, sourceDate), { trapped: false });
  return saveFile(file, [1, 6]);
}
