import type { MeasuredBlock, MeasuredGalley } from '../measured.js';
import type { Galley } from './galley.js';

/** Heights that differ by less than this are one (px): sums of lengths in steps of 1/64. */
const evenness = 0.5;

/**
 * Brings text back to the baseline grid after a table, a figure or anything else that is no text:
 * the space before the next line of text grows to the next line of the grid. Neighbouring columns,
 * and both sides of a sheet, so share their lines. Spaces between texts are the template's own.
 *
 * What is no text begins on the grid too: the space above it falls away at the head of a column,
 * and must take no part of a line with it.
 *
 * Changes the measurements, and the margins of the elements they were taken from.
 */
export function returnToGrid(galley: Galley, { blocks }: MeasuredGalley): void {
  const leading = Number.parseFloat(getComputedStyle(galley.root).lineHeight);
  if (!(leading > 0)) return;
  let since = 0;
  let disturbed = false;
  /** A line has been higher than others (a formula in it): the next space there is brings text back. */
  let drifted = false;
  const isOff = (length: number) => {
    const over = length % leading;
    return over > evenness && leading - over > evenness;
  };
  blocks.forEach((block, index) => {
    const isText = block.kind === 'lines' && isSetOn(leading, block, galley.blocks[index]?.element);
    since += block.gap;
    const mayGrow = disturbed || !isText || (drifted && block.gap > evenness);
    if (isOff(since) && index > 0 && mayGrow) {
      const missing = leading - (since % leading);
      block.gap += missing;
      since += missing;
      drifted = false;
      const element = galley.blocks[index]?.entered[0] ?? galley.blocks[index]?.element;
      if (element) widenGap(element, block.gap);
    }
    disturbed = !isText;
    const height = block.heights.reduce((sum, each) => sum + each, 0);
    if (isText && isOff(height)) drifted = true;
    since += height;
  });
}

/** Whether a paragraph's lines are as high as the grid's steps, but for what pushes them apart. */
function isSetOn(leading: number, { heights }: MeasuredBlock, element?: HTMLElement): boolean {
  if (Math.abs((heights[0] ?? 0) - leading) < evenness) return true;
  const own = element?.querySelector('math') && getComputedStyle(element).lineHeight;
  return own !== undefined && own !== null && Math.abs(Number.parseFloat(own) - leading) < evenness;
}

/** Margins collapse: the larger one of two that meet is the gap. */
function widenGap(element: HTMLElement, gap: number): void {
  element.style.marginTop = `${gap}px`;
}
