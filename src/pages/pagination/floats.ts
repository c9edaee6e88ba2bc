import { modelAround, mostOfPage, takenOn } from './around-floats.js';
import { callBeside, notesAway, withoutNotesOf } from './float-notes.js';
import { KnownPlans } from './known-plans.js';
import type { Flow, PageModel, PagePlan } from './model.js';
import type { PaginationWeights } from './weights.js';

/** A figure or table as wide as the page's columns together, which leaves its place in the text. */
export interface PageFloat {
  /** The item it stands after in the manuscript: it is mentioned there or shortly before. */
  item: number;
  /** px that it takes from every column of its page, space to the text included. */
  height: number;
  /** Notes that it calls: the item calls them for it. */
  notes?: readonly number[];
}

export interface PlacedFloat {
  /** Index of the float. */
  float: number;
  page: number;
  /** At the head of the page's columns, or at their foot. */
  edge: 'head' | 'foot';
  /** px of the floats before it at that edge: they stand above it. */
  offset: number;
  /** px that it takes from the columns. */
  height: number;
}

export interface FloatingPlan {
  plan: PagePlan;
  floats: PlacedFloat[];
}

/** A round of foretelling that is done: the plan, the page of each float, how many are out of sight. */
interface Round {
  plan: PagePlan;
  pages: number[];
  strays: number;
}

/** Times that floats are placed anew where text came elsewhere than was foretold. */
const rounds = 6;

/**
 * Paginates a flow around floats. Floats keep their order; each stands on the page of the item it
 * belongs to or on the next, at the head of the columns, on the first page at their foot (a title
 * stands at the head there).
 *
 * Their pages are foretold from the flow set without them, of which each float pushes on what
 * follows; the flow is set around them; where a float came out of sight of its item, its page is
 * corrected and the rest foretold once more. The round with the fewest floats out of sight is kept.
 */
export function paginateWithFloats(
  flow: Flow,
  floats: readonly PageFloat[],
  model: PageModel,
  weights: Partial<PaginationWeights> = {},
): FloatingPlan {
  const plans = new KnownPlans(weights);
  const without = plans.of(flow, model);
  if (floats.length === 0) return { plan: without, floats: [] };
  const own = foretold(flow, floats, model, plans);
  const { plan, pages } = withNotesBeside(own, flow, floats, model, plans);
  const placed = place(floats, pages);
  const pageCount = Math.max(plan.pageCount, ...pages.map((page) => page + 1));
  return { plan: { ...plan, pageCount }, floats: placed };
}

function foretold(
  flow: Flow,
  floats: readonly PageFloat[],
  model: PageModel,
  plans: KnownPlans,
): Round {
  const without = plans.of(flow, model);
  const depths = depthsOf(without, floats, model);
  const corrected: (number | undefined)[] = [];
  let best: Round | undefined;
  for (let round = 0; round < rounds && best?.strays !== 0; round += 1) {
    const pages = foretell(floats, depths, corrected, model);
    const plan = plans.of(flow, modelAround(floats, pages, model));
    const sights = sightsOf(plan, floats, pages);
    const strays = sights.filter(isStray).length;
    if (best === undefined || strays < best.strays) best = { plan, pages, strays };
    const first = sights.findIndex(isStray);
    const page = (pages[first] ?? 0) - (sights[first] ?? 0);
    // Too early by a page: onto its item's; too late: onto the one after it, which surely is free.
    if (first >= 0) corrected[first] = (sights[first] ?? 0) < 0 ? page : page + 1;
  }
  return best ?? { plan: without, pages: [], strays: 0 };
}

/**
 * Where notes of floats begin on other pages than these, floats are foretold once more as if they
 * called none, and the notes are called beside them: kept if more of them are there, and no more
 * floats out of sight.
 */
function withNotesBeside(
  own: Round,
  flow: Flow,
  floats: readonly PageFloat[],
  model: PageModel,
  plans: KnownPlans,
): Round {
  const away = notesAway(own.plan, floats, own.pages);
  if (away === 0) return own;
  const quiet = withoutNotesOf(floats, flow);
  const { pages } = foretold(quiet, floats, model, plans);
  const around = modelAround(floats, pages, model, flow);
  const plan = callBeside({ flow, quiet }, floats, pages, (moved) => plans.of(moved, around));
  const strays = sightsOf(plan, floats, pages).filter(isStray).length;
  const harm = (one: PagePlan) => one.faults.filter(({ kind }) => kind !== 'note-late').length;
  const isBetter = notesAway(plan, floats, pages) < away;
  const isWorse = strays > own.strays || harm(plan) > harm(own.plan);
  return isBetter && !isWorse ? { plan, pages, strays } : own;
}

/** Pages from the item of each float to the float. */
const sightsOf = (plan: PagePlan, floats: readonly PageFloat[], pages: readonly number[]) =>
  pagesOfItems(plan, floats).map((page, float) => (pages[float] ?? 0) - page);

/** @param distance Pages from an item to its float. */
const isStray = (distance: number) => distance < 0 || distance > 1;

/** The index of the column that holds each float's item. Items follow the order of the text. */
function columnsOfItems(plan: PagePlan, floats: readonly PageFloat[]): number[] {
  let at = 0;
  return floats.map(({ item }) => {
    while (at + 1 < plan.columns.length && (plan.columns[at]?.to ?? 0) <= item) at += 1;
    return at;
  });
}

function pagesOfItems(plan: PagePlan, floats: readonly PageFloat[]): number[] {
  return columnsOfItems(plan, floats).map((column) => plan.columns[column]?.page ?? 0);
}

/** How far down all columns of a plan, one under the other, the items of floats end (px). */
function depthsOf(plan: PagePlan, floats: readonly PageFloat[], model: PageModel): number[] {
  const above: number[] = [];
  let sum = 0;
  for (const { page, column } of plan.columns) {
    above.push(sum);
    sum += model.shapeOf(page)[column] ?? 0;
  }
  return columnsOfItems(plan, floats).map((at, float) => {
    const column = plan.columns[at];
    if (column === undefined) return 0;
    const items = (floats[float]?.item ?? 0) + 1 - column.from;
    const share = Math.min(1, items / Math.max(1, column.to - column.from));
    return (above[at] ?? 0) + share * column.height;
  });
}

const roomOf = (shape: readonly number[]) => shape.reduce((sum, height) => sum + height, 0);

/**
 * The page of each float: that of its item, once all floats before have pushed the text on, or the
 * next, where the float itself would push its item over the page's end.
 */
function foretell(
  floats: readonly PageFloat[],
  depths: readonly number[],
  corrected: readonly (number | undefined)[],
  model: PageModel,
): number[] {
  const pages: number[] = [];
  floats.forEach((_, float) => {
    const least = pages.at(-1) ?? 0;
    const around = modelAround(floats, pages, model);
    const of = pageAtDepth(depths[float] ?? 0, around);
    const beside = modelAround(floats, [...pages, Math.max(of, least)], model);
    const stays = of >= least && pageAtDepth(depths[float] ?? 0, beside) === of;
    let page = Math.max(corrected[float] ?? (stays ? of : of + 1), least);
    while (!hasRoom(floats, pages, float, page, model)) page += 1;
    pages.push(page);
  });
  return pages;
}

/** The page that holds what ends so far down all columns. */
function pageAtDepth(depth: number, model: PageModel): number {
  let rest = depth;
  for (let page = 0; ; page += 1) {
    rest -= roomOf(model.shapeOf(page));
    if (rest <= 0) return page;
  }
}

/** A float may stand beside text if that keeps enough of the page, or alone on one after the first. */
function hasRoom(
  floats: readonly PageFloat[],
  pages: readonly number[],
  float: number,
  page: number,
  model: PageModel,
): boolean {
  const taken = takenOn(floats, pages).get(page) ?? 0;
  const height = floats[float]?.height ?? 0;
  const most = Math.max(0, ...model.shapeOf(page)) * mostOfPage;
  return taken + height <= most || (taken === 0 && page > 0);
}

function place(floats: readonly PageFloat[], pages: readonly number[]): PlacedFloat[] {
  const taken = new Map<number, number>();
  return pages.map((page, float) => {
    const offset = taken.get(page) ?? 0;
    const height = floats[float]?.height ?? 0;
    taken.set(page, offset + height);
    return { float, page, edge: page === 0 ? 'foot' : 'head', offset, height };
  });
}
