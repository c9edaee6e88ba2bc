import type { Report } from '../diagnostics/report.js';
import type { ContentsEntry, OctavoDocument } from '../document/document.js';
import { directionOf } from '../template/direction.js';
import {
  columnWidth,
  type PageGeometry,
  pageView,
  renderTemplate,
  type Template,
  type TemplateView,
  templateView,
  textHeight,
  textWidth,
} from '../template/index.js';
import type { ComposingRoom, Compositor } from './compositor.js';
import { divideOrder, type TakeOrder, type WholeOrder } from './divide-order.js';
import {
  type LayoutFiles,
  Places,
  reportLateFloats,
  reportMadeUp,
  reportPlan,
  reportSettings,
} from './findings.js';
import { type FixedParts, fixedParts } from './fixed-parts.js';
import { flowOf } from './flow.js';
import { takeSources } from './galley-source.js';
import { atOnce, inTurn } from './in-turn.js';
import { joinMadeUp, joinMeasured, sizeOf } from './join-takes.js';
import type {
  ColumnPlan,
  FloatPlan,
  HandedOver,
  MadeTake,
  MadeUp,
  Measured,
  PlacedInColumn,
  SetCopy,
} from './measured.js';
import { reportMissingGlyphs } from './missing-glyphs.js';
import { closingModel, type FirstPage, firstPage, floatsOf, textModel } from './page-model.js';
import { addResources, idleFamilies } from './page-shell.js';
import type { OutlineEntry, PrintedPages } from './pages.js';
import {
  type Column,
  type Flow,
  type PagePlan,
  type PlacedFloat,
  paginate,
  paginateWithFloats,
} from './pagination/index.js';

export type { LayoutFiles } from './findings.js';

/** A table lower than this share of a full column is not cut. */
const wholeTableShare = 0.5;

const folioOf = (page: number) => String(page + 1);

/** Px that a column's text takes, of the height it has. */
function columnPlan(column: Column, top: number, noteRoom: number, flow?: Flow): ColumnPlan {
  const { page, from, to, notes, height, slack } = column;
  const roomAt = (item: number) => flow?.items[item]?.float?.height ?? 0;
  const roomOf = (items: readonly number[]) => items.reduce((sum, item) => sum + roomAt(item), 0);
  const placed = (items: readonly number[], index: number): PlacedInColumn => ({
    item: items[index] as number,
    room: roomAt(items[index] as number),
    bottom: noteRoom + roomOf(items.slice(index + 1)),
  });
  const [headRoom, footRoom] = [roomOf(column.head), roomOf(column.foot)];
  const textHeight = height - slack - noteRoom - headRoom - footRoom;
  return {
    page,
    column: column.column,
    ...{ from, to, notes, top, height, textHeight, headRoom, footRoom },
    head: column.head.map((_, index) => placed(column.head, index)),
    foot: column.foot.map((_, index) => placed(column.foot, index)),
  };
}

/** Px that a column's notes and the space over them take. */
function noteRoom(column: Column, measured: Measured, template: Template): number {
  const [first] = column.notes;
  if (!first) return 0;
  const rule = first.from > 0 ? measured.continuedRuleHeight : measured.ruleHeight;
  let room = template.page.noteGap + rule;
  column.notes.forEach(({ note, from, to }, index) => {
    const blocks = measured.notes[note]?.blocks ?? [];
    let line = 0;
    for (const block of blocks) {
      block.heights.forEach((height, at) => {
        if (line >= from && line < to) {
          const opens = index === 0 && line === from;
          room += height + (at === 0 && !opens ? block.gap : 0);
        }
        line += 1;
      });
    }
  });
  return room;
}

/** px from the top of the type area to the columns of a page, floats at their head left out. */
const headOf = (page: number, { first }: Plans) => (page === 0 ? first.top : 0);

/** px that floats take at an edge of a page's columns. */
function floatRoom(page: number, edge: PlacedFloat['edge'], { floats }: Plans): number {
  const there = floats.filter((placed) => placed.page === page && placed.edge === edge);
  return there.reduce((sum, { height }) => sum + height, 0);
}

/** px from the top of the type area to the columns of a page. */
const topOf = (page: number, plans: Plans) => headOf(page, plans) + floatRoom(page, 'head', plans);

function floatPlan(
  { float, page, edge, offset, height }: PlacedFloat,
  plans: Plans,
  measured: Measured,
  geometry: PageGeometry,
): FloatPlan {
  const head = headOf(page, plans);
  if (edge === 'head') return { page, edge, top: head + offset };
  const foot = page === 0 ? head + plans.first.height : textHeight(geometry);
  const first = foot - floatRoom(page, edge, plans);
  // The space that it takes beside its own height parts it from what is above.
  return { page, edge, top: first + offset + height - (measured.floats[float]?.height ?? 0) };
}

interface Plans {
  flow: Flow;
  text: PagePlan;
  floats: PlacedFloat[];
  closing: PagePlan;
  pageCount: number;
  /** Page from 0 that the closing begins on. */
  closingPage: number;
  first: FirstPage;
}

function plan(measured: Measured, template: Template): Plans {
  const first = firstPage(template.page, measured);
  const { leading } = template.page;
  const wholeTable = textHeight(template.page) * wholeTableShare;
  const flow = flowOf(measured.text, measured.notes, { wholeTable, leading });
  const { plan: text, floats } = paginateWithFloats(
    flow,
    floatsOf(measured, template.page),
    textModel(template.page, measured, first),
  );
  const closing = paginate(flowOf(measured.closing), closingModel(template.page));
  const closingPage = Math.max(1, text.pageCount);
  const pageCount = closingPage + closing.pageCount;
  return { flow, text, floats, closing, first, closingPage, pageCount };
}

function makeUpOrder(
  plans: Plans,
  measured: Measured,
  template: Template,
  view: TemplateView,
): WholeOrder {
  const { page } = template;
  const furniture = Array.from({ length: plans.pageCount }, (_, number) =>
    renderTemplate(template.pageHtml, pageView(view, number, folioOf(number))),
  );
  return {
    page: {
      width: page.width,
      height: page.height,
      bleed: page.bleed,
      marginTop: page.margins.top,
      marginInside: page.margins.inside,
      marginOutside: page.margins.outside,
      columnWidth: columnWidth(page),
      columnGap: page.columnGap,
      textWidth: textWidth(page),
      textHeight: textHeight(page),
    },
    furniture,
    columns: plans.text.columns.map((column) =>
      columnPlan(
        column,
        topOf(column.page, plans),
        noteRoom(column, measured, template),
        plans.flow,
      ),
    ),
    closing: plans.closing.columns.map((column) =>
      columnPlan({ ...column, page: column.page + plans.closingPage }, 0, 0),
    ),
    floats: plans.floats.map((placed) => floatPlan(placed, plans, measured, page)),
    lang: view.lang,
    direction: directionOf(view.lang),
  };
}

function outlineOf(document: OctavoDocument, { targets }: MadeUp): OutlineEntry[] {
  const entries: OutlineEntry[] = [
    { title: document.metadata.title, level: 1, target: { page: 0, x: 0, y: 0 } },
  ];
  const add = ({ id, text, level, children }: ContentsEntry): void => {
    const target = Object.hasOwn(targets, id) ? targets[id] : undefined;
    if (target) entries.push({ title: text, level, target, id });
    children.forEach(add);
  };
  document.contents.forEach(add);
  const { referencesTitle, referencesId } = document;
  if (referencesTitle && referencesId) {
    add({ id: referencesId, text: referencesTitle, level: 2, content: [], children: [] });
  }
  return entries;
}

export interface LayoutOptions {
  /** UTF-16 units of text that one page of the browser sets: see {@link takeSources}. */
  largestTake?: number;
}

/** Compositors that work at the same time, whatever the machine. */
const hands = 2;

/** Everything there is to set, take by take. */
class Copy {
  readonly sources: ReturnType<typeof takeSources>;
  readonly #document: OctavoDocument;
  readonly #template: Template;
  readonly #fixed: FixedParts;

  constructor(
    document: OctavoDocument,
    template: Template,
    fixed: FixedParts,
    { largestTake }: LayoutOptions,
  ) {
    this.#document = document;
    this.#template = template;
    this.#fixed = fixed;
    this.sources = takeSources(document, fixed.endOfText, largestTake);
  }

  async of(index: number): Promise<SetCopy> {
    const { title, lang } = this.#document.metadata;
    const { page } = this.#template;
    const source = await this.sources[index]?.();
    const fixed = this.#fixed;
    const isLast = index === this.sources.length - 1;
    return {
      title,
      lang,
      widths: { column: columnWidth(page), text: textWidth(page), height: textHeight(page) },
      text: source?.text ?? '',
      notes: source?.notes ?? '',
      opening: fixed.opening,
      openingFoot: fixed.openingFoot,
      closing: isLast ? fixed.closing : '',
      take: { index, isLast, firstNote: source?.firstNote ?? 0 },
      idleFamilies: idleFamilies(this.#document, this.#template),
    };
  }
}

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
  const fonts = await addResources(await room.shell, document, template);
  const copy = new Copy(document, template, await fixedParts(document, template), options);
  const compositors = copy.sources.map(() => room.engage());
  try {
    const copies = inTurn(compositors.map((_, index) => () => copy.of(index)));
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
