import { levelEnds } from './balance.js';
import { beginningOf } from './beginning.js';
import { ColumnSequence, leastProbed } from './column-sequence.js';
import { Measurements } from './measurements.js';
import type { Flow, PageModel, PagePlan } from './model.js';
import { paginatePages } from './page-notes/paginate-pages.js';
import { type FilledColumn, pathTo, planOf } from './plan.js';
import type { Setting } from './setting.js';
import { solve } from './solve.js';
import { defaultWeights, type PaginationWeights } from './weights.js';

/**
 * Puts a flow into columns at the least cost ({@link PaginationWeights}).
 *
 * Held always: every item and note line stands once and in order. Held unless `faults` says so:
 * every note starts in the column of its call; no column is taller than it may be; no break is made
 * where `breakBefore` is `Infinity`. A note is cut only where it does not fit, with two lines at
 * least on either side; what is carried comes before the notes of the next column, which may be
 * filled by it whole. A second call of a note places nothing. Floats keep their order; none stands
 * before its place in the text, before a page of its own that text asks for, or, where it calls
 * notes, in a later column; each stands in the column of its place or at the head of the next, or
 * as soon after as there is room. Where the notes of a page stand together at its foot
 * ({@link PageModel.noteColumns}), the same holds with pages in the place of their columns.
 *
 * @throws RangeError where the model has no column at all.
 */
export function paginate(
  flow: Flow,
  model: PageModel,
  weights: Partial<PaginationWeights> = {},
): PagePlan {
  const measurements = new Measurements(flow, model);
  if (measurements.itemCount === 0 && measurements.noteOrder.length === 0) {
    return { columns: [], areas: [], pageCount: 0, faults: [], cost: 0 };
  }
  const allWeights = { ...defaultWeights, ...weights };
  if (model.noteColumns !== undefined) return paginatePages(flow, model, allWeights);
  const tellPositions =
    measurements.floats.length > 0 || flow.items.some(({ forced }) => forced === 'page');
  for (let probed = leastProbed(model); ; probed *= 4) {
    const columns = ColumnSequence.of(model, probed, tellPositions);
    if (columns.empty)
      throw new RangeError('A page model needs a column on one of its first pages.');
    const setting: Setting = {
      measurements,
      columns,
      weights: allWeights,
      lastColumnCounts: false,
    };
    const last = solve({ item: 0, note: 0, line: 0, float: 0, column: 0 }, setting, true);
    if (last === undefined) throw new Error('Pagination came to no end: its last resort failed.');
    const filled = placeColumns(pathTo(last), setting, model);
    // Pages far on may be of another shape than those probed led to expect.
    if (filled === undefined) continue;
    if (!model.levelEnds) return planOf(filled, last.cost, measurements);
    const upTo = (item: number) => new Measurements(beginningOf(flow, item), model);
    const levelled = levelEnds(filled, setting, model, upTo);
    const cost = levelled.reduce((sum, { filling }) => sum + filling.cost, 0);
    return planOf(levelled, cost, measurements);
  }
}

/** Gives each filling its page; nothing where a page is not as tall as it was taken to be. */
function placeColumns(
  path: ReturnType<typeof pathTo>,
  { columns }: Setting,
  model: PageModel,
): FilledColumn[] | undefined {
  const filled: FilledColumn[] = [];
  let page = 0;
  let column = 0;
  for (const { before, filling } of path) {
    while (column >= model.shapeOf(page).length) {
      page += 1;
      column = 0;
    }
    const height = model.shapeOf(page)[column] as number;
    if (height !== columns.heightOf(before.column)) return undefined;
    filled.push({ page, column, height, before, filling });
    column += 1;
  }
  return filled;
}
