import { Report } from '../diagnostics/report.js';
import { type Folio, withFolios } from '../document/back-references.js';
import type { OctavoDocument } from '../document/document.js';
import type { ComposingRoom, PrintedPages } from '../pages/index.js';
import type { Publication } from '../publication/publication.js';
import type { Template } from '../template/index.js';
import { wordsFor } from '../template/words/index.js';

export interface LaidOut {
  pages: PrintedPages;
  /** The Document as the pages show it. */
  document: OctavoDocument;
}

interface LayoutRequest {
  publication: Publication;
  document: OctavoDocument;
  template: Template;
  room: ComposingRoom;
  report: Report;
}

/** Pages that say where works are cited are laid out again until they tell the truth, at most so often. */
const mostLayouts = 5;

/** Lays the pages out; again, where they name pages that are known only then. */
export async function layOutPages(request: LayoutRequest): Promise<LaidOut> {
  const { publication, document, report } = request;
  if (!publication.citations.backReferences) {
    return { document, pages: await layOutOnce(request, document, report) };
  }
  const { onPages } = wordsFor(document.metadata.lang).cited;
  let folioOf = eachOnItsOwn();
  for (let layouts = 1; ; layouts += 1) {
    const shown = withFolios(document, folioOf, onPages);
    const findings = new Report();
    const pages = await layOutOnce(request, shown, findings);
    folioOf = foliosOf(pages);
    const isTrue = sameReferences(shown, withFolios(document, folioOf, onPages));
    if (isTrue || layouts === mostLayouts) {
      report.diagnostics.push(...findings.diagnostics);
      return { document: shown, pages };
    }
  }
}

/** Before any page is known: room for a page number of two digits for each place. */
function eachOnItsOwn(): (id: string) => Folio {
  let page = 0;
  return () => {
    page += 1;
    return { page, label: '00' };
  };
}

function foliosOf({ targets, starts }: PrintedPages): (id: string) => Folio {
  return (id) => {
    const page = Object.hasOwn(targets, id) ? (targets[id]?.page ?? 0) : 0;
    return { page, label: starts[page]?.label ?? String(page + 1) };
  };
}

function sameReferences(one: OctavoDocument, other: OctavoDocument): boolean {
  const listed = ({ body, references }: OctavoDocument) => JSON.stringify([body, references]);
  return listed(one) === listed(other);
}

async function layOutOnce(
  { publication, template, room }: LayoutRequest,
  document: OctavoDocument,
  report: Report,
): Promise<PrintedPages> {
  const { layOut } = await import('../pages/index.js');
  return layOut(document, template, room, report, {
    manuscript: publication.manuscript.shown,
    colophon: publication.colophon?.shown,
  });
}
