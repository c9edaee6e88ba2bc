import type { Browser, SealedPage } from '../browser/index.js';
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
import {
  type LayoutFiles,
  Places,
  reportLateFloats,
  reportMadeUp,
  reportPlan,
  reportSettings,
} from './findings.js';
import { flowOf } from './flow.js';
import { insideScript } from './inside-script.js';
import type {
  ColumnPlan,
  FloatPlan,
  MadeUp,
  MakeUp,
  Measured,
  PlacedInColumn,
} from './measured.js';
import { reportMissingGlyphs } from './missing-glyphs.js';
import { closingModel, type FirstPage, firstPage, floatsOf, textModel } from './page-model.js';
import { pageSource } from './page-source.js';
import type { OutlineEntry, PrintedPages } from './pages.js';
import {
  type Column,
  type Flow,
  type PagePlan,
  type PlacedFloat,
  paginate,
  paginateWithFloats,
} from './pagination/index.js';
import { printPages } from './print-pages.js';

export type { LayoutFiles } from './findings.js';

/** Calls what the inside script offers; arguments and answer travel as JSON. */
async function inside<T>({ page }: SealedPage, name: string, argument: object): Promise<T> {
  return (await page.evaluate(`octavoInside.${name}(${JSON.stringify(argument)})`)) as T;
}

/** A table lower than this share of a full column is not cut. */
const wholeTableShare = 0.5;

const folioOf = (page: number) => String(page + 1);

/** Px that a column's text takes, of the height it has. */
function columnPlan(column: Column, top: number, noteRoom: number, flow?: Flow): ColumnPlan {
  const { page, from, to, notes, height, slack } = column;
  const placed = (items: readonly number[]): PlacedInColumn[] =>
    items.map((item) => ({ item, room: flow?.items[item]?.float?.height ?? 0 }));
  const [head, foot] = [placed(column.head), placed(column.foot)];
  const floated = [...head, ...foot].reduce((sum, { room }) => sum + room, 0);
  const textHeight = height - slack - noteRoom - floated;
  const place = { page, column: column.column, from, to, top, height };
  return { ...place, notes, textHeight, noteRoom, head, foot };
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
): MakeUp {
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
    folios: furniture.map((_, number) => folioOf(number)),
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

/**
 * Lays a publication out as pages and prints them once, at the size of the bleed box: sets all
 * text in lines (in the browser), puts lines and notes into columns (here), cuts the set text into
 * pages (in the browser), and prints.
 *
 * @throws Failure `browser/failed` (status 3) where the browser dies half-way.
 */
export async function layOut(
  document: OctavoDocument,
  template: Template,
  browser: Browser,
  report: Report,
  files: LayoutFiles,
): Promise<PrintedPages> {
  const view = templateView(document);
  const places = new Places(document, files);
  const [source, script] = await Promise.all([pageSource(document, template), insideScript()]);
  return browser.withPage(source.html, source.resources, async (page) => {
    await page.page.evaluate(script);
    const { page: geometry } = template;
    const widths = {
      column: columnWidth(geometry),
      text: textWidth(geometry),
      height: textHeight(geometry),
    };
    const measuring = inside<Measured>(page, 'measure', widths);
    // While the browser measures there is nothing else to do here.
    reportMissingGlyphs(document, source.fonts, places, report);
    const measured = await measuring;
    reportSettings(measured, places, report);
    const plans = plan(measured, template);
    reportPlan(plans.text, measured, places, report);
    reportLateFloats(plans.text, measured, places, report);
    if (plans.first.isFull || measured.openingFlows) reportFullOpening(places, report);
    const made = await inside<MadeUp>(page, 'makeUp', makeUpOrder(plans, measured, template, view));
    reportMadeUp(made, plans.text, places, report);
    const { width, height, bleed } = template.page;
    return {
      bytes: await printPages(page),
      trim: { width, height },
      bleed,
      pageCount: plans.pageCount,
      starts: Array.from({ length: plans.pageCount }, (_, number) => {
        const start = made.starts.find((found) => found.page === number);
        return { ...start, page: number, label: folioOf(number) };
      }),
      marks: made.marks,
      outline: outlineOf(document, made),
      targets: made.targets,
    };
  });
}

function reportFullOpening(places: Places, report: Report): void {
  report.add('pages/opening', places.manuscript, {
    message:
      'Title, authors and abstract leave no room for text on the first page, or are too long for it',
    remedy: 'Shorten the title, the abstract or the lives of the authors',
  });
}
