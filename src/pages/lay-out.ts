import type { Report } from '../diagnostics/report.js';
import type { OctavoDocument } from '../document/document.js';
import type { ShownFiles } from '../document/places.js';
import type { Template } from '../template/index.js';
import type { ComposingRoom, Compositor } from './compositor.js';
import { copyOf, takesOf } from './copy/copy.js';
import { fixedParts } from './copy/fixed-parts.js';
import { FlowingText } from './copy/flowing-text.js';
import { Slips } from './copy/slips.js';
import { Places, reportMadeUp } from './findings.js';
import { holdsFolios } from './folios.js';
import { byHands, inTurn } from './in-turn.js';
import { joinMadeUp } from './join-takes.js';
import { pageStarts } from './make-up-takes.js';
import type { SetCopy } from './measured.js';
import { reportMissingGlyphs } from './missing-glyphs.js';
import { outlineOf } from './outline.js';
import { addResources } from './page-shell.js';
import type { PrintedPages } from './pages.js';
import { planTakes } from './plan-takes.js';
import { printTakes } from './print-takes.js';

export interface LayoutOptions {
  /** UTF-16 units of text that are set together: see `copy/takes.ts`. */
  largestTake?: number;
}

/** Compositors that work at the same time, whatever the machine. */
const hands = 2;

/**
 * Lays a publication out as pages and prints them once, at the size of the bleed box: sets all
 * text in lines (in the browser), puts lines and notes into columns (here), cuts the set text into
 * pages (in the browser), and prints. A long text is set in takes, two at a time.
 *
 * @throws Failure `browser/failed` (status 3) where the browser dies half-way.
 */
export async function layOut(
  document: OctavoDocument,
  template: Template,
  room: ComposingRoom,
  report: Report,
  files: ShownFiles,
  options: LayoutOptions = {},
): Promise<PrintedPages> {
  const places = new Places(document, files);
  const { fonts, idleFamilies } = await addResources(await room.shell, document, template);
  const copy = { document, template, fixed: await fixedParts(document, template), idleFamilies };
  const text = new FlowingText().of(document, copy.fixed.endOfText);
  const takes = takesOf(copy, text, options.largestTake);
  const slips = new Slips(document.metadata.lang, document.images);
  const compositors = takes.slice(0, hands).map(() => room.engage());
  const compositorOf = (take: number) => compositors[take % compositors.length] as Compositor;
  try {
    const copies = inTurn(takes.map((_, index) => () => copyOf(copy, takes, index, slips)));
    const measuring = byHands(compositors.length, takes.length, async (take) =>
      compositorOf(take).measure((await copies[take]) as SetCopy),
    );
    await Promise.all(copies);
    // While the browser measures there is nothing else to do here.
    reportMissingGlyphs(document, fonts, places, report);
    const measured = await measuring;
    for (const compositor of compositors) compositor.tidy();
    const { plans, orders } = planTakes(measured, document, template, places, report);
    const set = await Promise.all(copies);
    const { starts, printed } = await printTakes(
      orders.map((order, take) => ({
        order,
        compositor: compositorOf(take),
        holdsContents: holdsFolios((set[take] as SetCopy).text),
      })),
      plans,
    );
    const made = joinMadeUp(printed.map((take) => take.made));
    const parts = printed.map(({ part }) => part);
    reportMadeUp(made, plans.text, places, report);
    const { width, height, bleed } = template.page;
    return {
      parts,
      trim: { width, height },
      bleed,
      pageCount: plans.pageCount,
      starts: pageStarts(starts, plans),
      marks: made.marks,
      outline: outlineOf(document, made.targets, { page: 0, x: 0, y: 0 }),
      targets: made.targets,
    };
  } finally {
    for (const compositor of compositors) compositor.close();
  }
}
