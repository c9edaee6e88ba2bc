import { ColumnSequence } from './column-sequence.js';
import type { PageModel, PagePlan } from './model.js';
import { type FilledColumn, pathTo, planOf } from './plan.js';
import { type Setting, shortColumnCost } from './setting.js';
import { solve } from './solve.js';
import type { State } from './states.js';

/** Heights are tried in steps of a quarter of a line: boxes and notes are not all of whole lines. */
const stepsOfLine = 4;

/**
 * Levels the feet of the last page's columns: the page is set again at every lower height, and the
 * best of all kept, where now the last column too costs what it is short. Never at the price of a fault.
 */
export function balanceLastPage(
  plan: PagePlan,
  filled: readonly FilledColumn[],
  setting: Setting,
  model: PageModel,
): PagePlan {
  const start = filled.findIndex(({ page }) => page === plan.pageCount - 1);
  const first = filled[start];
  if (first === undefined) return plan;
  const shape = model.shapeOf(first.page);
  const best = shape.length > 1 ? bestHeight(first.before, shape, setting) : undefined;
  if (best === undefined) return plan;
  const used = Math.max(...usedHeights(best));
  const levelled = pathTo(best.last).map(({ before, filling }, column): FilledColumn => {
    const tried = best.heights[column] as number;
    const height = Math.min(used, tried);
    const slack = filling.slack - (tried - height);
    return { page: first.page, column, height, before, filling: { ...filling, slack } };
  });
  const cost = first.before.cost + best.cost;
  return planOf([...filled.slice(0, start), ...levelled], cost, setting.measurements);
}

interface LevelledPage {
  last: State;
  heights: readonly number[];
  cost: number;
}

function bestHeight(
  start: State,
  shape: readonly number[],
  setting: Setting,
): LevelledPage | undefined {
  const full = Math.max(...shape);
  const step = setting.measurements.leading / stepsOfLine;
  let best: LevelledPage | undefined;
  for (let steps = Math.floor(full / step); steps >= 0; steps -= 1) {
    const heights = shape.map((height) => Math.min(height, full - steps * step));
    if (best !== undefined && leastCost(heights, best, setting) > best.cost) break;
    const last = solve({ ...start, column: 0 }, pageSetting(heights, setting), false);
    if (last === undefined) continue;
    const unused = heights.slice(pathTo(last).length);
    const cost = unused.reduce((sum, height) => sum + shortColumnCost(height, setting), last.cost);
    if (best === undefined || cost < best.cost) best = { last, heights, cost };
  }
  return best;
}

/** What columns this deep are short in any case, if all the room left were shared out evenly. */
function leastCost(heights: readonly number[], known: LevelledPage, setting: Setting): number {
  const room = sum(heights) - sum(usedHeights(known));
  // Gaps dropped at tops and separators make a difference of a few lines.
  const sure = room / heights.length - 2 * setting.measurements.leading;
  return heights.length * shortColumnCost(sure, setting);
}

function pageSetting(heights: readonly number[], setting: Setting): Setting {
  return { ...setting, columns: ColumnSequence.ofOnePage(heights), lastColumnCounts: true };
}

function usedHeights({ last, heights }: LevelledPage): number[] {
  return pathTo(last).map(({ filling }, column) => (heights[column] as number) - filling.slack);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
