import type { PDFContext, PDFDict } from 'pdf-lib';
import { Failure } from '../../diagnostics/failure.js';
import { directionOf } from '../../document/direction.js';
import type { OctavoDocument } from '../../document/document.js';
import type { PrintedPages } from '../../pages/pages.js';
import type { PressSettings } from '../../template/index.js';
import { requiredMoment } from '../markup/dates.js';
import { describeEmptyGlyphs, reportEmptyGlyphs } from '../pdf-file/empty-glyphs.js';
import { fileFacts } from '../pdf-file/facts.js';
import { keepOnly, openPrinted, saveFile } from '../pdf-file/file.js';
import { reportFonts } from '../pdf-file/fonts.js';
import { setMetadata } from '../pdf-file/metadata.js';
import { pdfName, sweep } from '../pdf-file/objects.js';
import type { PdfEditionOptions } from '../pdf-file/options.js';
import { setOutputIntent } from '../pdf-file/output-intent.js';
import { readPageContents } from '../pdf-file/page-contents.js';
import { readingOrder } from '../pdf-file/reading-order.js';
import { renumber } from '../pdf-file/renumber.js';
import { finishPages } from './finish-pages.js';
import { imageNames } from './image-names.js';
import { planSheets } from './imposition/plan-sheets.js';
import { separate } from './ink.js';
import { Press } from './ink-resources.js';
import { PictureGrids } from './picture-grids.js';
import { PictureReckoning } from './picture-reckoning.js';
import { PictureSeparation } from './picture-separation.js';
import { preparePages } from './prepare-pages.js';
import { PressColours } from './press-colours.js';
import { slug } from './press-marks.js';
import { type PressProfile, readPressProfile } from './press-profile.js';
import { blendingThings } from './printed-things.js';
import {
  pictureTolerance,
  reportColoursLeft,
  reportHeavyColours,
  reportHeavyPictures,
  reportTransparency,
} from './report-press.js';
import { reportResolution } from './report-resolution.js';
import { reportX1a } from './report-x-1a.js';
import { TaggedFigures } from './tagged-figures.js';

export interface PressPdfOptions extends PdfEditionOptions {
  press: {
    settings: PressSettings;
    /** Bytes of the ICC profile that the settings name. */
    profile: Uint8Array;
  };
}

const catalogKeys = new Set(['Type', 'Pages']);

function profileOf({ press: { settings, profile } }: PressPdfOptions): PressProfile {
  const read = readPressProfile(profile);
  if (read) return read;
  throw new Failure('template/profile', settings.place, {
    message: `“${settings.profile.name}” is no ICC profile of a press in CMYK`,
    remedy: 'Name a profile of version 2 or 4 that your printer gave you, or `fogra39`',
  });
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
 * The press edition: the same pages with bleed, page boxes and marks, without links and tags, one
 * by one or come together on sheets, with the press's profile inside. Text, rules and drawings are
 * separated to inks, greys to black alone, the template's colours as its table says. Images under
 * 300 pixels an inch, colours with too much ink and pages with transparency are reported.
 *
 * As PDF/X-4 (ISO 15930-7, PDF 1.6) pictures in colour keep their profile, and no claim is made
 * where something is left in a colour that no profile defines. As PDF/X-1a (ISO 15930-4, PDF 1.4)
 * pictures become inks too, and what the standard does not allow is an error.
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
  const isX1a = settings.conformance === 'X-1a';
  const profile = profileOf(options);
  const { imposition, marks, impositionPlace } = settings;
  const direction = directionOf(document.metadata.lang);
  const plan =
    imposition &&
    planSheets(imposition, pages, marks ? slug : 0, direction, report, impositionPlace);
  const file = await openPrinted(pages.parts);
  const { context, catalog } = file;
  const figures = new TaggedFigures(file);
  keepOnly(catalog, catalogKeys);
  const colours = new PressColours(settings.colours, profile.separate ?? separate);
  const grids = new PictureGrids(profile.separatePictures ?? (() => separate));
  const limit = settings.inkLimit + pictureTolerance;
  const pictures = isX1a ? new PictureSeparation(grids) : new PictureReckoning(grids, limit);
  const inks = new Press(context, colours, pictures);
  const labels = new Map(pages.starts.map(({ page, label }) => [page, label]));
  const label = (page: number) => labels.get(page) || String(page + 1);

  const { contents, hasEmptyGlyphs } = readPageContents(file);
  const emptyGlyphs = hasEmptyGlyphs ? describeEmptyGlyphs(context, document, options) : undefined;
  const prepared = preparePages(file, contents, pages, inks, figures, isX1a);
  if (isX1a) inks.dropProfiles();
  const facts = fileFacts(document.metadata, sourceDate);
  const { spotInks } = inks;
  await finishPages(file, prepared, { marks, spotInks, title: facts.title, label, plan });

  const images = prepared.flatMap((page) => page.images);
  const known = imageNames(images, document, {
    manuscript: place.file,
    colophon: options.colophonFile,
  });
  const teller = { report, place, settings, label };
  reportHeavyColours(colours.totals, teller);
  let isConforming = inks.left.size === 0 && !hasEmptyGlyphs;
  reportHeavyPictures(pictures.heaviest, images, known.names, teller);
  if (pictures instanceof PictureSeparation) {
    const { left } = inks;
    const { unread } = pictures;
    const found = { prepared, left, unread, emptyGlyphs, profileVersion: profile.version };
    isConforming = reportX1a(found, known, teller);
  } else {
    if (emptyGlyphs) reportEmptyGlyphs('print/empty-glyph', emptyGlyphs, report);
    reportColoursLeft(inks.left, teller);
    reportTransparency(blendingThings(prepared), known, teller);
  }
  reportResolution(images, known.names, teller);
  reportFonts(context, 'print/type-3-font', report, place);
  // Known from PDF 1.6 on.
  const scaling = isX1a ? {} : { PrintScaling: 'None' };
  const reading = plan ? {} : readingOrder(document.metadata);
  const preferences = { ...scaling, ...reading };
  if (Object.keys(preferences).length > 0)
    catalog.set(pdfName('ViewerPreferences'), context.obj(preferences));
  setCondition(context, catalog, press, profile);
  const moment = requiredMoment(sourceDate, document.metadata.date);
  const claim = isX1a ? 'PDF/X-1a:2003' : 'PDF/X-4';
  setMetadata(
    context,
    catalog,
    { ...facts, moment },
    { trapped: false, pressVersion: isConforming ? claim : undefined },
  );
  sweep(context);
  renumber(context);
  return saveFile(file, isX1a ? [1, 4] : [1, 6]);
}
