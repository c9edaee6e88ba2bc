import { Report } from '../diagnostics/report.js';
import type { OctavoDocument } from '../document/document.js';
import { type Folio, forPaper, namesPages, type PaperSettings } from '../document/paper.js';
import { paperOffsets } from '../document/paper-offsets.js';
import type { ShownFiles } from '../document/places.js';
import type { ComposingRoom, PageStart, PrintedPages } from '../pages/index.js';
import type { Publication } from '../publication/publication.js';
import type { Template } from '../template/index.js';
import { wordsFor } from '../template/words/index.js';
import { shownFiles } from './shown-files.js';

/** Pages of whatever kind, as far as they name places. */
interface PlacedPages {
  starts: PageStart[];
  targets: Record<string, { page: number }>;
}

export interface LaidOut<Pages> {
  pages: Pages;
  /** The Document as the pages show it. */
  document: OctavoDocument;
}

interface LayoutRequest<Pages> {
  publication: Publication;
  document: OctavoDocument;
  report: Report;
  /** Lays out what pages are to show. */
  layOut(document: OctavoDocument, report: Report, files: ShownFiles): Promise<Pages>;
}

/** Pages that name pages are laid out again until they tell the truth, at most so often. */
const mostLayouts = 5;

/** Lays the pages out; again, where they name pages that are known only then. */
export async function layOutPages<Pages extends PlacedPages>(
  request: LayoutRequest<Pages>,
): Promise<LaidOut<Pages>> {
  const { publication, document, report } = request;
  const files = shownFiles(publication);
  const settings = settingsOf(request);
  if (!namesPages(document, settings)) {
    return { document, pages: await request.layOut(document, report, files) };
  }
  let folioOf = eachOnItsOwn();
  for (let layouts = 1; ; layouts += 1) {
    const shown = forPaper(document, folioOf, settings);
    const findings = new Report();
    const pages = await request.layOut(shown, findings, files);
    folioOf = foliosOf(pages);
    const isTrue = saysTheSame(shown, forPaper(document, folioOf, settings));
    if (isTrue || layouts === mostLayouts) {
      report.diagnostics.push(...findings.diagnostics);
      return { document: shown, pages: placedIn(document, shown, pages) };
    }
  }
}

function settingsOf({
  publication,
  document,
}: Pick<LayoutRequest<unknown>, 'publication' | 'document'>): PaperSettings {
  const { backReferences, restartNotes } = publication.citations;
  const { cited, onPage, signs } = wordsFor(document.metadata.lang);
  return {
    ...(backReferences ? { citedOn: cited.onPages } : {}),
    onPage,
    signs,
    numbersByPage: restartNotes === 'page',
  };
}

/** The pages as other editions know them: where they begin in the Document. */
function placedIn<Pages extends PlacedPages>(
  document: OctavoDocument,
  shown: OctavoDocument,
  pages: Pages,
): Pages {
  const offsetOf = paperOffsets(shown, document);
  const starts = pages.starts.map((start) => {
    const { block, offset } = start;
    if (block === undefined || offset === undefined) return start;
    return { ...start, offset: offsetOf(block, offset) };
  });
  return { ...pages, starts };
}

/** Before any page is known: room for a page number of two digits for each place. */
function eachOnItsOwn(): (id: string) => Folio {
  let page = 0;
  return () => {
    page += 1;
    return { page, label: '00' };
  };
}

function foliosOf({ targets, starts }: PlacedPages): (id: string) => Folio {
  return (id) => {
    const page = Object.hasOwn(targets, id) ? (targets[id]?.page ?? 0) : 0;
    return { page, label: starts[page]?.label ?? String(page + 1) };
  };
}

function saysTheSame(one: OctavoDocument, other: OctavoDocument): boolean {
  const said = ({ body, notes, references, openingCalls }: OctavoDocument) =>
    JSON.stringify([body, notes, references, openingCalls]);
  return said(one) === said(other);
}

/** How pages are laid out that are printed. */
export function printing(
  template: Template,
  room: ComposingRoom,
): LayoutRequest<PrintedPages>['layOut'] {
  return async (document, report, files) => {
    const { layOut } = await import('../pages/index.js');
    return layOut(document, template, room, report, files);
  };
}
