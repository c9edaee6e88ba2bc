import type { MeasuredBlock } from './measured.js';

/** Heights that differ by less than this are one (px): sums of lengths in steps of 1/64. */
export const evenness = 0.5;

/** The space above a block, px; the block is counted among those of its galley. */
export interface Gap {
  block: number;
  gap: number;
}

/**
 * Brings text back to the baseline grid after a table, a figure or anything else that is no text:
 * the space before the next line of text grows to the next line of the grid. Neighbouring columns,
 * and both sides of a sheet, so share their lines. Spaces between texts are the template's own.
 *
 * What is no text begins on the grid too: the space above it falls away at the head of a column,
 * and must take no part of a line with it.
 *
 * A box keeps its own measure inside: what brings its text to the grid stands above it, and what
 * brings back the text that follows stands below it.
 *
 * @param leading px; 0 where there is no grid.
 * @returns The spaces that grow, in order.
 */
export function returnToGrid(blocks: readonly MeasuredBlock[], leading: number): Gap[] {
  if (leading === 0) return [];
  const grown: Gap[] = [];
  let since = 0;
  let disturbed = false;
  /** A line has been higher than others (a formula in it): the next space there is brings text back. */
  let drifted = false;
  const isOff = (length: number) => {
    const over = length % leading;
    return over > evenness && leading - over > evenness;
  };
  blocks.forEach((measured, block) => {
    const { kind, gap, heights, isOther = false, isInBox = false, fall = 0 } = measured;
    const rise = isOther ? 0 : (measured.rise ?? 0);
    since += gap;
    const isSetAlike = isInBox && isOther && disturbed && kind === 'lines';
    const mayGrow = disturbed || isOther || rise > 0 || (drifted && gap > evenness);
    if (isOff(since + rise) && block > 0 && mayGrow && !isSetAlike) {
      const missing = leading - ((since + rise) % leading);
      grown.push({ block, gap: gap + missing });
      since += missing;
      drifted = false;
    }
    disturbed = isOther || fall > 0;
    const height = heights.reduce((sum, each) => sum + each, 0);
    if (!isOther && isOff(height - rise - fall)) drifted = true;
    since += height;
  });
  return grown;
}

/** Blocks with the spaces above them that have grown. */
export function withGaps(blocks: readonly MeasuredBlock[], grown: readonly Gap[]): MeasuredBlock[] {
  const all = [...blocks];
  for (const { block, gap } of grown) {
    const own = all[block];
    if (own) all[block] = { ...own, gap };
  }
  return all;
}
