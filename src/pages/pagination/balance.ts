import { ColumnSequence } from './column-sequence.js';
import type { Measurements, NoteCursor } from './measurements.js';
import type { PageModel } from './model.js';
import { type FilledColumn, pathTo } from './plan.js';
import { type Setting, shortColumnCost } from './setting.js';
import { solve } from './solve.js';
import type { State } from './states.js';

/** Heights are tried in steps of a quarter of a line: boxes and notes are not all of whole lines. */
const stepsOfLine = 4;

/** Gaps dropped at tops, and separators, make so many lines of difference in what columns hold. */
const unsureLines = 2;

/**
 * Levels the feet of the columns of pages on which a text ends, the last one and each before a page
 * that the text asks for: the page is set again at every lower height, and the best of all kept,
 * where now the last column too costs what it is short. Never at the price of a fault.
 *
 * @param upTo What is known of the text before an item.
 */
export function levelEnds(
  filled: readonly FilledColumn[],
  setting: Setting,
  model: PageModel,
  upTo: (item: number) => Measurements,
): FilledColumn[] {
  return pagesOf(filled).flatMap((columns) => {
    const [first, last] = [columns[0], columns.at(-1)];
    if (!first || !last || !isEnd(last, setting)) return columns;
    const shape = model.shapeOf(first.page);
    if (shape.length < 2) return columns;
    const { to } = last.filling;
    const { measurements } = setting;
    const own = to === measurements.itemCount ? measurements : upTo(to);
    return levelPage(columns, shape, { ...setting, measurements: own }) ?? columns;
  });
}

function pagesOf(filled: readonly FilledColumn[]): FilledColumn[][] {
  const pages: FilledColumn[][] = [];
  for (const column of filled) {
    const open = pages.at(-1);
    if (open?.[0]?.page === column.page) open.push(column);
    else pages.push([column]);
  }
  return pages;
}

/** Whether all is placed with a column, or all before a page that the text asks for. */
function isEnd({ filling }: FilledColumn, { measurements }: Setting): boolean {
  const { to, notes, floats } = filling;
  const isPlaced =
    notes.note >= measurements.settledNote(measurements.called(to)) &&
    floats.next >= measurements.floatsBefore(to);
  const next = measurements.items[to];
  // What repeats something below goes on.
  return isPlaced && (!next || (next.forced === 'page' && !next.repeatBelow));
}

/** Undefined where no lower height is better. */
function levelPage(
  columns: readonly FilledColumn[],
  shape: readonly number[],
  setting: Setting,
): FilledColumn[] | undefined {
  const { page, before } = columns[0] as FilledColumn;
  const best = bestHeight(before, shape, usedBy(columns), setting);
  if (best === undefined) return undefined;
  const used = Math.max(...usedHeights(best));
  const { notes: end } = (columns.at(-1) as FilledColumn).filling;
  // Where the text before an item is all that is known, no note is known after its last.
  const inWhole = <Cursor extends NoteCursor>(cursor: Cursor): Cursor =>
    cursor.note < end.note ? cursor : { ...cursor, ...end };
  return pathTo(best.last).map(({ before, filling }, column): FilledColumn => {
    const tried = best.heights[column] as number;
    const height = Math.min(used, tried);
    const slack = filling.slack - (tried - height);
    const notes = inWhole(filling.notes);
    return { page, column, height, before: inWhole(before), filling: { ...filling, notes, slack } };
  });
}

interface LevelledPage {
  last: State;
  heights: readonly number[];
  cost: number;
}

/** @param room What the columns hold before they are levelled, px. */
function bestHeight(
  start: State,
  shape: readonly number[],
  room: number,
  setting: Setting,
): LevelledPage | undefined {
  const full = Math.max(...shape);
  const { leading } = setting.measurements;
  const step = leading / stepsOfLine;
  const least = room / shape.length - unsureLines * leading;
  let best: LevelledPage | undefined;
  for (let steps = Math.floor((full - Math.max(0, least)) / step); steps >= 0; steps -= 1) {
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
  const sure = room / heights.length - unsureLines * setting.measurements.leading;
  return heights.length * shortColumnCost(sure, setting);
}

function pageSetting(heights: readonly number[], setting: Setting): Setting {
  return { ...setting, columns: ColumnSequence.ofOnePage(heights), lastColumnCounts: true };
}

function usedHeights({ last, heights }: LevelledPage): number[] {
  return pathTo(last).map(({ filling }, column) => (heights[column] as number) - filling.slack);
}

const usedBy = (columns: readonly FilledColumn[]) =>
  sum(columns.map(({ height, filling }) => height - filling.slack));

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
