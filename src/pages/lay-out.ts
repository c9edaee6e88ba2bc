import type { Report } from '../diagnostics/report.js';
import type { OctavoDocument } from '../document/document.js';
import { type Template, templateView } from '../template/index.js';
import type { ComposingRoom, Compositor } from './compositor.js';
import { copyOf } from './copy.js';
import { divideOrder, type TakeOrder } from './divide-order.js';
import {
  type LayoutFiles,
  Places,
  reportLateFloats,
  reportMadeUp,
  reportPlan,
  reportSettings,
} from './findings.js';
import { fixedParts } from './fixed-parts.js';
import { atOnce, inTurn } from './in-turn.js';
import { joinMadeUp, joinMeasured, sizeOf } from './join-takes.js';
import type { HandedOver, MadeTake, MadeUp, SetCopy } from './measured.js';
import { reportMissingGlyphs } from './missing-glyphs.js';
import { outlineOf } from './outline.js';
import { addResources } from './page-shell.js';
import type { PrintedPages } from './pages.js';
import { folioOf, makeUpOrder, plan } from './plan-pages.js';

export type { LayoutFiles } from './findings.js';

export interface LayoutOptions {
  /** UTF-16 units of text that one page of the browser sets: see `takes.ts`. */
  largestTake?: number;
}

/** Compositors that work at the same time, whatever the machine. */
const hands = 2;

/**
 * Makes up all pages: a take begins when it has what the take before hands over.
 *
 * @returns Where pages begin.
 */
async function makeUp(
  compositors: readonly Compositor[],
  orders: readonly TakeOrder[],
): Promise<MadeTake['starts']> {
  const starts: MadeTake['starts'] = [];
  let received: HandedOver = { columns: [], floats: [] };
  for (const [take, order] of orders.entries()) {
    const made = await compositors[take]?.makeUp({ ...order, received });
    starts.push(...(made?.starts ?? []));
    const isOrdered = ({ page, column }: { page: number; column: number }) =>
      order.columns.some((own) => own.page === page && own.column === column);
    const passedOn = received.columns.filter((column) => !isOrdered(column));
    received = {
      columns: [...passedOn, ...(made?.handedOver.columns ?? [])],
      floats: made?.handedOver.floats ?? [],
    };
  }
  return starts;
}

const endsPages = (order: TakeOrder | undefined) =>
  order !== undefined && order.nextFirstPage > order.firstPage;

function foliosOf({ targets }: MadeUp): Record<string, string> {
  return Object.fromEntries(Object.entries(targets).map(([id, { page }]) => [id, folioOf(page)]));
}

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
  files: LayoutFiles,
  options: LayoutOptions = {},
): Promise<PrintedPages> {
  const view = templateView(document);
  const places = new Places(document, files);
  const { fonts, idleFamilies } = await addResources(await room.shell, document, template);
  const copy = copyOf(
    document,
    template,
    await fixedParts(document, template),
    idleFamilies,
    options.largestTake,
  );
  const compositors = copy.map(() => room.engage());
  try {
    const copies = inTurn(copy);
    const measuring = atOnce(
      hands,
      compositors.map(
        (compositor, index) => async () => compositor.measure((await copies[index]) as SetCopy),
      ),
    );
    await Promise.all(copies);
    // While the browser measures there is nothing else to do here.
    reportMissingGlyphs(document, fonts, places, report);
    const takes = await measuring;
    const measured = joinMeasured(takes);
    reportSettings(measured, places, report);
    const plans = plan(measured, template);
    reportPlan(plans.text, measured, places, report);
    reportLateFloats(plans.text, measured, places, report);
    if (plans.first.isFull || measured.openingFlows) reportFullOpening(places, report);
    const order = makeUpOrder(plans, measured, template, view);
    const orders = divideOrder(order, takes.map(sizeOf));
    const starts = await makeUp(compositors, orders);
    // A take of few words may end no page of its own.
    const printing = compositors.filter((_, take) => endsPages(orders[take]));
    const finished = await atOnce(
      hands,
      printing.map((compositor) => () => compositor.finish()),
    );
    const made = joinMadeUp(finished);
    reportMadeUp(made, plans.text, places, report);
    const { width, height, bleed } = template.page;
    const parts = await atOnce(
      hands,
      printing.map((compositor) => async () => {
        if (document.toc) await compositor.writeFolios(foliosOf(made));
        const part = await compositor.print();
        compositor.close();
        return part;
      }),
    );
    return {
      parts,
      trim: { width, height },
      bleed,
      pageCount: plans.pageCount,
      starts: Array.from({ length: plans.pageCount }, (_, number) => {
        const start = starts.find((found) => found.page === number);
        return { ...start, page: number, label: folioOf(number) };
      }),
      marks: made.marks,
      outline: outlineOf(document, made),
      targets: made.targets,
    };
  } finally {
    for (const compositor of compositors) compositor.close();
  }
}

function reportFullOpening(places: Places, report: Report): void {
  report.add('pages/opening', places.manuscript, {
    message:
      'Title, authors and abstract leave no room for text on the first page, or are too long for it',
    remedy: 'Shorten the title, the abstract or the lives of the authors',
  });
}
