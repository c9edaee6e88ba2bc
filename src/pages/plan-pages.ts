import { directionOf } from '../document/direction.js';
import {
  columnWidth,
  noteColumnWidth,
  type PageGeometry,
  pageView,
  renderTemplate,
  type Template,
  type TemplateView,
  textHeight,
  textWidth,
} from '../template/index.js';
import type { WholeOrder } from './divide-order.js';
import { firstItemOf, flowOf, sideWishes } from './flow.js';
import { folioOf, type Numbering } from './folios.js';
import type {
  ColumnPlan,
  FloatPlan,
  Gap,
  Measured,
  MeasuredGalley,
  NoteAreaPlan,
  PlacedInColumn,
} from './measured.js';
import { closingModel, type FirstPage, firstPage, floatsOf, textModel } from './page-model.js';
import {
  type Column,
  type Flow,
  moveToSides,
  type NoteArea,
  type PagePlan,
  type PlacedFloat,
  pageOfItem,
  paginate,
  paginateWithFloats,
  type Space,
  spacesOf,
} from './pagination/index.js';

/** A table lower than this share of a full column is not cut. */
const wholeTableShare = 0.5;

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

/** px that columns of a page take, the highest of them. */
function depthOf(page: number, { text }: Plans): number {
  const columns = text.columns.filter((column) => column.page === page);
  return Math.max(0, ...columns.map(({ height }) => height));
}

function floatPlan(
  { float, page, edge, offset, height }: PlacedFloat,
  plans: Plans,
  measured: Measured,
): FloatPlan {
  const head = headOf(page, plans);
  if (edge === 'head') return { page, edge, top: head + offset };
  // Where the text ends on this page, its columns end level, and this stands below them.
  const first = head + floatRoom(page, 'head', plans) + depthOf(page, plans);
  // The space that it takes beside its own height parts it from what is above.
  return { page, edge, top: first + offset + height - (measured.floats[float]?.height ?? 0) };
}

/** Notes stand below all else of their page. */
function noteAreaPlan(area: NoteArea, plans: Plans, { noteGap }: PageGeometry): NoteAreaPlan {
  const { page } = area;
  return {
    page,
    top: topOf(page, plans) + depthOf(page, plans) + floatRoom(page, 'foot', plans) + noteGap,
    height: area.height - noteGap,
    continued: (area.columns[0]?.[0]?.from ?? 0) > 0,
    columns: area.columns.length,
    pieces: area.columns.flatMap((parts, column) =>
      parts.map((part, place) => ({ ...part, column, place })),
    ),
  };
}

export interface Plans extends Numbering {
  flow: Flow;
  text: PagePlan;
  /** Of the text's items, where they are other than its flow has them. */
  spaces: Space[];
  floats: PlacedFloat[];
  closing: PagePlan;
  pageCount: number;
  /** Page from 0 that the closing begins on. */
  closingPage: number;
  first: FirstPage;
}

/**
 * @param mainMatter `data-block` of the heading that the main matter begins with, on a recto: the
 *   verso before it may stay blank.
 */
export function plan(measured: Measured, template: Template, mainMatter?: number): Plans {
  const first = firstPage(template.page, measured);
  const { leading } = template.page;
  const wholeTable = textHeight(template.page) * wholeTableShare;
  const flow = flowOf(measured.text, measured.notes, {
    ...{ wholeTable, leading },
    grid: measured.leading,
  });
  const floating = floatsOf(measured, template.page);
  const model = textModel(template.page, measured, first);
  const mainItem = firstItemOf(measured.text, mainMatter);
  const wishes = sideWishes(measured.text, flow);
  if (mainItem !== undefined) wishes.push({ item: mainItem, side: 'recto' });
  const inOrder = wishes.toSorted((one, other) => one.item - other.item);
  const placed = moveToSides(paginateWithFloats(flow, floating, model), inOrder);
  const { plan: text, floats } = placed;
  const mainPage = pageOfItem(text, mainItem);
  const spaces = spacesOf(text, flow, model);
  const closing = paginate(flowOf(measured.closing), closingModel(template.page));
  const closingPage = Math.max(1, text.pageCount);
  const pageCount = closingPage + closing.pageCount;
  return { flow, text, spaces, floats, closing, first, closingPage, pageCount, mainPage };
}

/** Spaces above items as spaces above blocks: only the first item of one has any. */
function gapsAbove({ blocks }: MeasuredGalley, spaces: readonly Space[]): Gap[] {
  const byItem = new Map(spaces.map(({ item, gap }) => [item, gap]));
  let item = 0;
  return blocks.flatMap(({ heights }, block): Gap[] => {
    const gap = byItem.get(item);
    item += heights.length;
    return gap === undefined ? [] : [{ block, gap }];
  });
}

export function makeUpOrder(
  plans: Plans,
  measured: Measured,
  template: Template,
  view: TemplateView,
): WholeOrder {
  const { page } = template;
  const { columns, areas } = plans.text;
  const filled = new Set([...columns, ...areas, ...plans.floats].map(({ page }) => page));
  const furniture = Array.from({ length: plans.pageCount }, (_, number) => {
    // Nothing stands on a blank page, nor does its number.
    const isBlank = number > 0 && number < plans.closingPage && !filled.has(number);
    const folio = folioOf(number, plans);
    return isBlank ? '' : renderTemplate(template.pageHtml, pageView(view, number, folio));
  });
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
      noteColumnWidth: noteColumnWidth(page),
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
    gaps: gapsAbove(measured.text, plans.spaces),
    areas: plans.text.areas.map((area) => noteAreaPlan(area, plans, page)),
    closing: plans.closing.columns.map((column) =>
      columnPlan({ ...column, page: column.page + plans.closingPage }, 0, 0),
    ),
    floats: plans.floats.map((placed) => floatPlan(placed, plans, measured)),
    lang: view.lang,
    direction: directionOf(view.lang),
  };
}
