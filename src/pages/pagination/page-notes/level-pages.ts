import { ColumnSequence } from '../column-sequence.js';
import type { NoteCursor } from '../measurements.js';
import { shortColumnCost } from '../setting.js';
import { fillPage } from './fill-page.js';
import type { PageSetting } from './page-setting.js';
import type { PageFilling } from './page-states.js';
import type { FilledPage } from './plan-pages.js';

/** Heights are tried in steps of a quarter of a line: boxes and notes are not all of whole lines. */
const stepsOfLine = 4;

/** Gaps dropped at tops, and separators, make so many lines of difference in what columns hold. */
const unsureLines = 2;

/** A page set at some heights of its columns, its note area included. */
interface LevelledPage {
  heights: readonly number[];
  /** How far down each column is filled, the area included. */
  used: readonly number[];
  filling: PageFilling;
  cost: number;
}

/**
 * Levels the feet of the columns of pages on which a text ends, their notes right below: such a page
 * is set again at every lower height, and the best of all kept, where now the last column too costs
 * what it is short. Never at the price of a fault.
 *
 * @param cost Of all pages.
 * @param upTo What is known of the text before an item.
 */
export function levelPages(
  pages: readonly FilledPage[],
  cost: number,
  setting: PageSetting,
  upTo: (item: number) => PageSetting,
): { pages: FilledPage[]; cost: number } {
  let whole = cost;
  const levelled = pages.map((page, index): FilledPage => {
    const { before, filling, heights } = page;
    if (heights.length < 2 || !isEnd(filling, setting)) return page;
    const to = filling.columns.at(-1)?.to ?? 0;
    const own = to === setting.text.itemCount ? setting : upTo(to);
    const best = bestLevel(page, own);
    if (best === undefined) return page;
    whole += best.cost - ((pages[index + 1]?.before.cost ?? cost) - before.cost);
    return lowered(page, best);
  });
  return { pages: levelled, cost: whole };
}

/** Whether all is placed with a page, or all before a page that the text asks for. */
function isEnd({ columns, notes }: PageFilling, { calls, text }: PageSetting): boolean {
  const last = columns.at(-1);
  if (last === undefined) return false;
  const { to, floats } = last;
  const isPlaced = notes.note >= calls.nextNote(to) && floats.next >= text.floatsBefore(to);
  const next = text.items[to];
  // What repeats something below goes on.
  return isPlaced && (!next || (next.forced === 'page' && !next.repeatBelow));
}

function bestLevel({ heights: shape, before }: FilledPage, setting: PageSetting) {
  const full = Math.max(...shape);
  const { leading } = setting.text;
  const room = { measurements: setting.text, weights: setting.weights };
  let best: LevelledPage | undefined;
  for (let steps = Math.floor((full / leading) * stepsOfLine); steps >= 0; steps -= 1) {
    const lower = full - (steps * leading) / stepsOfLine;
    const heights = shape.map((height) => Math.min(height, lower));
    if (best !== undefined) {
      const empty = (sum(heights) - sum(best.used)) / heights.length - unsureLines * leading;
      // What columns this deep are short in any case, if all the room left were shared out evenly.
      if (heights.length * shortColumnCost(empty, room) > best.cost) break;
    }
    const tried = setIn(heights, before, setting);
    if (tried !== undefined && tried.cost < (best?.cost ?? Infinity)) best = tried;
  }
  return best;
}

/** The page with all that is left of the text, in columns of other heights. */
function setIn(
  heights: readonly number[],
  before: FilledPage['before'],
  setting: PageSetting,
): LevelledPage | undefined {
  const { text, calls, weights } = setting;
  const columns = ColumnSequence.ofOnePage(heights);
  let best: { filling: PageFilling; cost: number } | undefined;
  const isComplete = (to: number, { note }: NoteCursor, float: number) =>
    to === text.itemCount && note >= calls.nextNote(to) && float >= text.floats.length;
  const start = { ...before, column: 0, cost: 0 };
  fillPage(
    start,
    { ...setting, columns, lastColumnCounts: true },
    {
      knownCost: () => best?.cost ?? Infinity,
      mostCost: () => Infinity,
      isComplete,
      reach(to, notes, float, cost, page) {
        if (!isComplete(to, notes, float) || cost > (best?.cost ?? Infinity)) return;
        best = { filling: page(), cost };
      },
    },
  );
  if (best === undefined) return undefined;
  const { filling } = best;
  const unused = heights.slice(filling.columns.length).map((height) => height - filling.area);
  const room = { measurements: text, weights };
  const cost = unused.reduce((all, height) => all + shortColumnCost(height, room), best.cost);
  const used = filling.columns.map(({ slack }, column) => (heights[column] as number) - slack);
  return { heights, used, filling, cost };
}

/** The page as it was set, no deeper than its deepest column. */
function lowered(page: FilledPage, { heights, used, filling }: LevelledPage): FilledPage {
  const most = Math.max(...used);
  const columns = filling.columns.map((column, index) => {
    const tried = heights[index] as number;
    return { ...column, slack: column.slack - (tried - Math.min(most, tried)) };
  });
  const lower = heights.map((height) => Math.min(most, height));
  // Where the text before an item is all that is known, no note is known after its last.
  const { notes } = page.filling;
  return { ...page, heights: lower, filling: { ...filling, columns, notes } };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
