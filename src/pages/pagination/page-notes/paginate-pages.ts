import { beginningOf } from '../beginning.js';
import { ColumnSequence, leastProbed } from '../column-sequence.js';
import type { Flow, PageModel, PagePlan } from '../model.js';
import type { PaginationWeights } from '../weights.js';
import { levelPages } from './level-pages.js';
import { columnsOfPage, type PageSetting, pageSetting } from './page-setting.js';
import type { PageFilling, PageState } from './page-states.js';
import { type FilledPage, planOfPages } from './plan-pages.js';
import { solvePages } from './solve-pages.js';

/**
 * Puts a flow into columns whose notes stand together at the foot of their page. What holds of
 * columns with their own notes holds here of pages.
 *
 * @throws RangeError where the model has no column at all.
 */
export function paginatePages(flow: Flow, model: PageModel, weights: PaginationWeights): PagePlan {
  for (let probed = leastProbed(model); ; probed *= 4) {
    const columns = ColumnSequence.of(model, probed, true);
    if (columns.empty) {
      throw new RangeError('A page model needs a column on one of its first pages.');
    }
    const setting = pageSetting(flow, model, columns, weights);
    const last = solvePages({ item: 0, note: 0, line: 0, float: 0, column: 0 }, setting);
    if (last === undefined) throw new Error('Pagination came to no end: its last resort failed.');
    const pages = placePages(last, setting, model);
    // Pages far on may be of another shape than those probed led to expect.
    if (pages === undefined) continue;
    if (!model.levelEnds) return planOfPages(pages, last.cost, setting);
    const upTo = (item: number) => pageSetting(beginningOf(flow, item), model, columns, weights);
    const levelled = levelPages(pages, last.cost, setting, upTo);
    return planOfPages(levelled.pages, levelled.cost, setting);
  }
}

/** Gives each page its number; nothing where one is not as tall as it was taken to be. */
function placePages(
  last: PageState,
  { columns }: PageSetting,
  model: PageModel,
): FilledPage[] | undefined {
  const path: { before: PageState; filling: PageFilling }[] = [];
  for (let state = last; state.previous !== undefined && state.page; state = state.previous) {
    path.unshift({ before: state.previous, filling: state.page });
  }
  const pages: FilledPage[] = [];
  let page = 0;
  for (const { before, filling } of path) {
    while (model.shapeOf(page).length === 0) page += 1;
    const shape = model.shapeOf(page);
    const expected = columnsOfPage(before.column, columns).map((each) => columns.heightOf(each));
    if (!sameHeights(shape, expected)) return undefined;
    pages.push({ page, heights: [...shape], before, filling });
    page += 1;
  }
  return pages;
}

const sameHeights = (one: readonly number[], other: readonly number[]) =>
  one.length === other.length && one.every((height, column) => height === other[column]);
