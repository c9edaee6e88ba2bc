import type { MeasuredBlock } from './measured.js';
import { evenness, isOffGrid } from './pagination/index.js';

/** What is left at least of a space that shrinks to bring what is below it to the grid. */
const leastShare = { betweenTexts: 0.5, besideOther: 0.8 };

/**
 * The least space above a block that comes to the baseline grid, so that neighbouring columns, and
 * both sides of a sheet, share their lines: the text after a table, a figure or anything else that
 * is no text, what follows a list or a quote (of which a column may have held only a part),
 * headings. Other spaces between texts are the template's own.
 *
 * What is no text begins on the grid too: the space above it falls away at the head of a column,
 * and must take no part of a line with it.
 *
 * A box keeps its own measure inside: what brings its text to the grid stands above it, and what
 * brings back the text that follows stands below it.
 *
 * @param before The block before it.
 * @param drifted Text before it may have left the grid: the next space there is brings it back.
 * @returns px; undefined where the block stands where it comes.
 */
export function leastGapOf(
  {
    gap,
    ...block
  }: Pick<MeasuredBlock, 'kind' | 'gap' | 'isOther' | 'isInBox' | 'rise' | 'returns'>,
  before: MeasuredBlock | undefined,
  drifted = false,
): number | undefined {
  const { kind, isOther = false, isInBox = false, rise = 0, returns = false } = block;
  const isAfterOther = before?.isOther === true || (before?.fall ?? 0) > 0;
  const isSetAlike = isInBox && isOther && isAfterOther && kind === 'lines';
  if (isSetAlike) return undefined;
  if (isAfterOther || isOther || rise > 0) return gap * leastShare.besideOther;
  return gap > evenness && (drifted || returns) ? gap * leastShare.betweenTexts : undefined;
}

/** The same of all blocks of a text. */
export function leastGaps(
  blocks: readonly MeasuredBlock[],
  leading: number,
): (number | undefined)[] {
  /** A line has been higher than others: a formula in it. */
  let drifted = false;
  return blocks.map((block, index) => {
    const least = leastGapOf(block, blocks[index - 1], drifted);
    if (least !== undefined) drifted = false;
    const { isOther = false, heights, rise = 0, fall = 0 } = block;
    const height = heights.reduce((sum, each) => sum + each, 0);
    if (!isOther && isOffGrid(height - rise - fall, leading)) drifted = true;
    return least;
  });
}
