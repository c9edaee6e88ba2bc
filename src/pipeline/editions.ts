import type { Place } from '../diagnostics/diagnostic.js';
import type { Report } from '../diagnostics/report.js';
import type { OctavoDocument } from '../document/document.js';
import type { PrintedPages } from '../pages/index.js';
import type { EditionName } from '../publication/publication.js';
import type { Template } from '../template/index.js';
import type { EarlyBrowser } from './early-browser.js';

export interface EditionParts {
  document: OctavoDocument;
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
}

type Writer = (parts: EditionParts) => Promise<Uint8Array>;

function laidOut({ pages }: EditionParts): PrintedPages {
  if (!pages) throw new Error('this edition is made from pages, and none were laid out');
  return pages;
}

// Each edition loads its own writer: none pays for the others' libraries.
const writers: Record<EditionName, Writer> = {
  async html({ document, template, report, place, colophonFile }) {
    const { writeHtml } = await import('../editions/html/index.js');
    return writeHtml(document, template, { report, file: place.file, colophonFile });
  },
  async pdf(parts) {
    const { writeScreenPdf } = await import('../editions/pdf/index.js');
    return writeScreenPdf(laidOut(parts), parts.document, parts);
  },
  async print(parts) {
    const { writePressPdf } = await import('../editions/print/index.js');
    return writePressPdf(laidOut(parts), parts.document, parts);
  },
  async epub(parts) {
    const { writeEpub } = await import('../editions/epub/index.js');
    const { rasterise } = await import('../pages/index.js');
    return writeEpub(parts.document, parts.template, {
      report: parts.report,
      file: parts.place.file,
      colophonFile: parts.colophonFile,
      sourceDate: parts.sourceDate,
      pageStarts: laidOut(parts).starts,
      rasterise: async (html, size) => rasterise(await parts.browser.get(), html, size),
    });
  },
};

export function writeEdition(name: EditionName, parts: EditionParts): Promise<Uint8Array> {
  return writers[name](parts);
}
