import type { Place } from '../diagnostics/diagnostic.js';
import type { Report } from '../diagnostics/report.js';
import type { Note, OctavoDocument } from '../document/document.js';
import type { WriteHtmlOptions } from '../editions/html/index.js';
import type { PrintedPages } from '../pages/index.js';
import type { PressWishes } from '../publication/press-wishes.js';
import type { EditionName } from '../publication/publication.js';
import type { ScreenConformance } from '../publication/screen-wishes.js';
import type { Template } from '../template/index.js';
import type { EarlyBrowser } from './early-browser.js';
import type { CitingBy } from './own-reference.js';

export interface EditionParts {
  document: OctavoDocument;
  /** As the pages show it. */
  pagedDocument: OctavoDocument;
  /** The notes as they are read each alone, for editions that open them so. */
  notesAlone?: Note[];
  /** The style and terms that the publication cites with. */
  citingBy: CitingBy;
  template: Template;
  /** There for every edition that needs pages. */
  pages: PrintedPages | undefined;
  browser: EarlyBrowser;
  report: Report;
  /** The manuscript, for findings without a place of their own. */
  place: Place;
  /** The colophon as diagnostics show it, where there is one. */
  colophonFile?: string;
  sourceDate?: Date;
  /** Whether the screen PDF is to say that it is accessible. */
  accessible?: boolean;
  /** The standard of accessibility that the screen PDF is to keep. */
  conformance?: ScreenConformance;
  /** What the publication asks of the press, and where it says how pages come together. */
  press: { wishes: PressWishes; place: Place };
}

type Writer = (parts: EditionParts) => Promise<Uint8Array>;

/** What the web edition is told beside the Document, as a file or as a folder. */
async function webOptions({ pages, document, citingBy }: EditionParts): Promise<WriteHtmlOptions> {
  const { ownReference } = await import('./own-reference.js');
  const { metadata } = document;
  return { pageStarts: pages?.starts, reference: ownReference(metadata, citingBy) };
}

/** The web edition as a folder of pages: files by their paths in it. */
export async function writeWebFolder(parts: EditionParts): Promise<Map<string, Uint8Array>> {
  const { writeHtmlFolder } = await import('../editions/html/index.js');
  return writeHtmlFolder(withNotesAlone(parts), parts.template, await webOptions(parts));
}

function laidOut({ pages }: EditionParts): PrintedPages {
  if (!pages) throw new Error('this edition is made from pages, and none were laid out');
  return pages;
}

/** The Document for an edition that opens notes each alone. */
const withNotesAlone = ({ document, notesAlone }: EditionParts): OctavoDocument =>
  notesAlone ? { ...document, notes: notesAlone } : document;

// Each edition loads its own writer: none pays for the others' libraries.
const writers: Record<EditionName, () => Promise<Writer>> = {
  async html() {
    const { writeHtml } = await import('../editions/html/index.js');
    return async (parts) =>
      writeHtml(withNotesAlone(parts), parts.template, await webOptions(parts));
  },
  async pdf() {
    const { writeScreenPdf } = await import('../editions/pdf/index.js');
    return (parts) => writeScreenPdf(laidOut(parts), parts.pagedDocument, parts);
  },
  async print() {
    const { writePressPdf } = await import('../editions/print/index.js');
    const { pressAsWished, readPressProfile } = await import('../template/index.js');
    return async (parts) => {
      const { wishes, place } = parts.press;
      const settings = pressAsWished(parts.template.press, wishes, place);
      const press = { settings, profile: await readPressProfile(settings) };
      return writePressPdf(laidOut(parts), parts.pagedDocument, { ...parts, press });
    };
  },
  async epub() {
    const { writeEpub } = await import('../editions/epub/index.js');
    const { rasterise } = await import('../pages/index.js');
    return (parts) =>
      writeEpub(withNotesAlone(parts), parts.template, {
        report: parts.report,
        file: parts.place.file,
        colophonFile: parts.colophonFile,
        sourceDate: parts.sourceDate,
        pageStarts: laidOut(parts).starts,
        rasterise: async (html, size) => rasterise(await parts.browser.get(), html, size),
      });
  },
};

/** Begins to load the writers, while there is nothing else to do. */
export function loadWriters(names: readonly EditionName[]): void {
  for (const name of names) writers[name]().catch(() => {});
}

export async function writeEdition(name: EditionName, parts: EditionParts): Promise<Uint8Array> {
  const write = await writers[name]();
  return write(parts);
}
