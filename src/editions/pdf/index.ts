import type { PDFDict, PDFRef } from 'pdf-lib';
import { formatPlace, type Place } from '../../diagnostics/diagnostic.js';
import type { OctavoDocument } from '../../document/document.js';
import { soughtCharacters } from '../../document/sought-characters.js';
import type { OutlineEntry, PrintedPages } from '../../pages/pages.js';
import { boxesOf } from '../pdf-file/boxes.js';
import { describeEmptyGlyphs, reportEmptyGlyphs } from '../pdf-file/empty-glyphs.js';
import { type Claims, fileFacts } from '../pdf-file/facts.js';
import { keepOnly, openPrinted, type PdfFile, saveFile } from '../pdf-file/file.js';
import { reportFonts } from '../pdf-file/fonts.js';
import { setMetadata, setPacket } from '../pdf-file/metadata.js';
import { pdfName, rectangle, text } from '../pdf-file/objects.js';
import { setOutputIntent } from '../pdf-file/output-intent.js';
import { readPageContents } from '../pdf-file/page-contents.js';
import { readingOrder } from '../pdf-file/reading-order.js';
import { type ArchiveFault, archiveFaults, screenIntent } from './archive.js';
import { mendFonts } from './glyph-text.js';
import { type ScreenPdfOptions, type ScreenStandard, screenStandards } from './options.js';
import { writeOutline } from './outline.js';
import { writePageLabels } from './page-labels.js';
import { assessStructure, type StructureFault } from './structure/assess.js';
import { referenceTo } from './structure/destinations.js';
import { TagPlaces } from './structure/tag-places.js';
import { tagsOf } from './structure/tags.js';
import { type TaggedPages, tagPages } from './tag-pages.js';
import { writtenCharacters } from './written-characters.js';

const pageKeys = new Set([
  'Type',
  'Parent',
  'Contents',
  'Resources',
  'MediaBox',
  'Annots',
  'Group',
]);

/** Cuts a page to its trim: what bleeds stays in the content and out of sight. */
function trimPage(page: PDFDict, pages: PrintedPages): void {
  const { trim } = boxesOf(page, pages);
  const box = rectangle(page.context, trim);
  for (const name of ['MediaBox', 'CropBox']) page.set(pdfName(name), box);
}

/** Tells of faults that the manuscript's own findings, which know their lines, do not explain. */
function reportFaults(
  faults: readonly StructureFault[],
  places: TagPlaces,
  { report, place, accessible = true }: ScreenPdfOptions,
): void {
  const known = new Set<string>(report.diagnostics.map(({ rule }) => rule));
  const told = new Set<string>();
  for (const { rule, cause, tag, message, remedy } of faults) {
    if (cause !== undefined && known.has(cause)) continue;
    const where = (tag && places.of(tag)) ?? place;
    const finding = `${formatPlace(where)} ${message}`;
    if (told.has(finding)) continue;
    told.add(finding);
    report.add(accessible ? rule : 'pdf/unclaimed', where, {
      message: `${message}, so the PDF ${accessible ? 'cannot say that it is' : 'does not say that it is'} accessible`,
      remedy,
    });
  }
}

const filesOf = ({ place, colophonFile }: ScreenPdfOptions) => ({
  manuscript: place.file,
  colophon: colophonFile,
});

function placeOfFault(
  { tag, isPrivateUse }: ArchiveFault,
  places: TagPlaces,
  document: OctavoDocument,
  options: ScreenPdfOptions,
): Place {
  const isSought = (character: string) => /\p{Co}/u.test(character);
  const written = isPrivateUse && soughtCharacters(document, filesOf(options), isSought).place;
  return (tag && places.of(tag)) || written || options.place;
}

/** What the finished file may say that it conforms to; tells of what speaks against it. */
function claimsOf(
  { context }: PdfFile,
  { uaPart, archivePart }: ScreenStandard,
  { structure, hasFormulaFiles: hasFiles }: TaggedPages,
  isWhole: boolean,
  document: OctavoDocument,
  options: ScreenPdfOptions,
): Claims {
  const { report, accessible = true } = options;
  const places = new TagPlaces(structure, document, filesOf(options));
  const faults = assessStructure(structure, uaPart);
  reportFaults(faults, places, options);
  if (!accessible || faults.length > 0 || !isWhole) return {};
  const unfit = archiveFaults(context, structure, archivePart);
  for (const fault of unfit) {
    report.add('pdf/not-archival', placeOfFault(fault, places, document, options), {
      message: `The PDF holds ${fault.what}, so it makes no claim to be PDF/A`,
      remedy: 'Shorten or replace what is meant; the PDF is accessible all the same',
    });
  }
  return { uaPart, archivePart: unfit.length > 0 ? undefined : archivePart, hasFiles };
}

/** The element that a bookmark leads to: without a name of its own it is the title. */
function elementOf(
  { id }: OutlineEntry,
  { structure, elementAt }: TaggedPages,
): PDFRef | undefined {
  if (id !== undefined) return referenceTo(elementAt(id));
  return referenceTo(tagsOf(structure).find(({ role }) => role === 'Title' || role === 'H1'));
}

/**
 * The screen edition: trimmed pages, tagged, titled and outlined, every note linked both ways, with
 * sRGB for its output intent. It says what it conforms to only where nothing in it speaks against
 * that, and reports what does: PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) as a file of PDF
 * 1.7, or PDF/UA-2 (ISO 14289-2) and PDF/A-4 (ISO 19005-4) as one of PDF 2.0. The same pages give
 * the same bytes.
 */
export async function writeScreenPdf(
  pages: PrintedPages,
  document: OctavoDocument,
  options: ScreenPdfOptions,
): Promise<Uint8Array> {
  const { report, place, sourceDate, conformance = 'UA-1' } = options;
  const standard = screenStandards[conformance];
  const isPdf2 = standard.version[0] === 2;
  const { lang } = document.metadata;
  const file = await openPrinted(pages.parts);
  const { context, catalog, sheets } = file;
  for (const { dict } of sheets) keepOnly(dict, pageKeys);

  const contents = readPageContents(file);
  const { hasEmptyGlyphs } = contents;
  if (hasEmptyGlyphs) {
    reportEmptyGlyphs('pdf/empty-glyph', describeEmptyGlyphs(context, document, options), report);
  }
  const tagged = await tagPages(file, contents, pages, document, options, isPdf2);
  // Points of the pages are told from the printed box: the outline comes before the trim.
  writeOutline(catalog, pages.outline, sheets, (entry) => elementOf(entry, tagged), isPdf2);
  writePageLabels(catalog, pages.starts, sheets.length);
  for (const { dict } of sheets) {
    trimPage(dict, pages);
    dict.set(pdfName('Tabs'), pdfName('S'));
  }
  mendFonts(context, writtenCharacters(document));
  reportFonts(context, 'pdf/type-3-font', report, place);

  catalog.set(pdfName('Lang'), text(lang));
  catalog.set(
    pdfName('ViewerPreferences'),
    context.obj({ DisplayDocTitle: true, ...readingOrder({ lang }) }),
  );
  if (pages.outline.length) catalog.set(pdfName('PageMode'), pdfName('UseOutlines'));
  setOutputIntent(context, catalog, screenIntent());
  const claims = claimsOf(file, standard, tagged, !hasEmptyGlyphs, document, options);
  const facts = fileFacts(document.metadata, sourceDate);
  if (isPdf2) setPacket(context, catalog, facts, claims);
  else setMetadata(context, catalog, facts, claims);
  return saveFile(file, standard.version);
}
