import type { PDFContext, PDFDict } from 'pdf-lib';
import { Failure } from '../../diagnostics/failure.js';
import type { OctavoDocument } from '../../document/document.js';
import type { PrintedPages } from '../../pages/pages.js';
import type { PressSettings } from '../../template/index.js';
import { requiredMoment } from '../markup/dates.js';
import { boxesOf, grown, type PageBoxes } from '../pdf-file/boxes.js';
import { reportEmptyGlyphs } from '../pdf-file/empty-glyphs.js';
import { fileFacts } from '../pdf-file/facts.js';
import { keepOnly, openPrinted, resourcesOf, saveFile } from '../pdf-file/file.js';
import { reportFonts } from '../pdf-file/fonts.js';
import { setMetadata } from '../pdf-file/metadata.js';
import { pdfName, type Rectangle, rectangle } from '../pdf-file/objects.js';
import type { PdfEditionOptions } from '../pdf-file/options.js';
import { setOutputIntent } from '../pdf-file/output-intent.js';
import { readPageContents } from '../pdf-file/page-contents.js';
import { setPageContent } from '../pdf-file/streams.js';
import { separate } from './ink.js';
import { Press } from './ink-resources.js';
import { PressColours } from './press-colours.js';
import { PressMarks, slug } from './press-marks.js';
import { type PressProfile, readPressProfile } from './press-profile.js';
import { type PressFindings, reportPress } from './report-press.js';
import { reportResolution } from './report-resolution.js';
import { imagesOn } from './resolution.js';
import { SlugLine } from './slug-line.js';
import { settleTransparency } from './transparency.js';

export interface PressPdfOptions extends PdfEditionOptions {
  press: {
    settings: PressSettings;
    /** Bytes of the ICC profile that the settings name. */
    profile: Uint8Array;
  };
}

/** As the slug line calls it. */
const editionName = 'print';

const catalogKeys = new Set(['Type', 'Pages']);
const pageKeys = new Set(['Type', 'Parent', 'Contents', 'Resources', 'Group']);

function profileOf({ press: { settings, profile } }: PressPdfOptions): PressProfile {
  const read = readPressProfile(profile);
  if (read) return read;
  throw new Failure('template/profile', settings.place, {
    message: `“${settings.profile.name}” is no ICC profile of a press in CMYK`,
    remedy: 'Name a profile of version 2 or 4 that your printer gave you, or `fogra39`',
  });
}

/** Sets the boxes of a page (ISO 32000-1, 14.11.2), each inside the next: trim, bleed, media. */
function setBoxes(
  page: PDFDict,
  pages: PrintedPages,
  margin: number,
): PageBoxes & { media: Rectangle } {
  const { context } = page;
  const boxes = boxesOf(page, pages);
  const media = grown(boxes.bleed, margin);
  keepOnly(page, pageKeys);
  page.set(pdfName('MediaBox'), rectangle(context, media));
  page.set(pdfName('BleedBox'), rectangle(context, boxes.bleed));
  page.set(pdfName('TrimBox'), rectangle(context, boxes.trim));
  return { ...boxes, media };
}

/** The press's condition and its profile, which PDF/X-4 wants inside the file (ISO 15930-7). */
function setCondition(
  context: PDFContext,
  catalog: PDFDict,
  { settings, profile }: PressPdfOptions['press'],
  { description }: PressProfile,
): void {
  setOutputIntent(context, catalog, {
    subtype: 'GTS_PDFX',
    condition: settings.condition ?? (description || 'Custom'),
    info: settings.info ?? (description || settings.profile.name),
    profile,
    components: 4,
  });
}

/**
 * The press edition: the same pages with bleed, page boxes and marks (PDF 1.6, no links, no tags),
 * as PDF/X-4 (ISO 15930-7) with the press's profile inside. Text, rules and drawings are separated
 * to inks, greys to black alone, the template's colours as its table says; pictures in colour keep
 * their profile. Reports images under 300 pixels an inch, colours with too much ink, pages with
 * transparency; and makes no claim where something is left in a colour that no profile defines.
 *
 * @throws Failure `template/profile` where the profile is none of a press (status 1).
 */
export async function writePressPdf(
  pages: PrintedPages,
  document: OctavoDocument,
  options: PressPdfOptions,
): Promise<Uint8Array> {
  const { press, report, place, sourceDate } = options;
  const { settings } = press;
  const profile = profileOf(options);
  const file = await openPrinted(pages.parts[0] as Uint8Array);
  const { context, catalog, sheets } = file;
  keepOnly(catalog, catalogKeys);
  const colours = new PressColours(settings.colours, profile.separate ?? separate);
  const inks = new Press(context, colours);
  const labels = new Map(pages.starts.map(({ page, label }) => [page, label]));
  const label = (page: number) => labels.get(page) || String(page + 1);

  const { contents, hasEmptyGlyphs } = readPageContents(file);
  if (hasEmptyGlyphs) reportEmptyGlyphs('print/empty-glyph', report, place);
  const prepared = sheets.map(({ dict: page }, index) => {
    const boxes = setBoxes(page, pages, settings.marks ? slug : 0);
    const resources = resourcesOf(page);
    const printed = contents[index] as Uint8Array;
    const images = imagesOn(printed, resources, index);
    return { page, boxes, resources, images, own: inks.content(printed, resources) };
  });
  const transparent = settleTransparency(prepared, inks);
  const marks = settings.marks ? new PressMarks(context, inks.spotInks) : undefined;
  const slugLine = settings.marks ? new SlugLine(context) : undefined;
  const facts = fileFacts(document.metadata, sourceDate);
  for (const [index, { page, boxes, resources, own }] of prepared.entries()) {
    const told = [facts.title, label(index), editionName];
    const around = [
      marks?.show(resources, boxes, boxes.media),
      slugLine?.show(resources, boxes, told),
    ].join('');
    await setPageContent(
      page,
      Buffer.concat([Buffer.from('q\n'), own, Buffer.from(`\nQ\n${around}`)]),
    );
  }

  const findings: PressFindings = {
    left: [...inks.left],
    heavy: colours.heavierThan(settings.inkLimit),
    transparent: transparent.map(label),
  };
  reportPress(findings, settings, report, place);
  const images = prepared.flatMap((sheet) => sheet.images);
  reportResolution(images, document, label, report, place);
  reportFonts(context, 'print/type-3-font', report, place);
  catalog.set(pdfName('ViewerPreferences'), context.obj({ PrintScaling: 'None' }));
  setCondition(context, catalog, press, profile);
  const moment = requiredMoment(sourceDate, document.metadata.date);
  setMetadata(
    context,
    catalog,
    { ...facts, moment },
    {
      trapped: false,
      pressVersion: inks.left.size === 0 && !hasEmptyGlyphs ? 'PDF/X-4' : undefined,
    },
  );
  return saveFile(file, [1, 6]);
}
