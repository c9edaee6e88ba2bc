import type { MeasuredGalley } from '../measured.js';
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
  blocks.forEach((block, index) => {
    const isText = block.kind === 'lines' && Math.abs((block.heights[0] ?? 0) - leading) < evenness;
    since += block.gap;
    const over = since % leading;
    const isOff = over > evenness && leading - over > evenness;
    if (isOff && index > 0 && (disturbed || !isText)) {
      block.gap += leading - over;
      since += leading - over;
      const element = galley.blocks[index]?.entered[0] ?? galley.blocks[index]?.element;
      if (element) widenGap(element, block.gap);
    }
    disturbed = !isText;
    since += block.heights.reduce((sum, height) => sum + height, 0);
  });
}

/** Margins collapse: the larger one of two that meet is the gap. */
function widenGap(element: HTMLElement, gap: number): void {
  element.style.marginTop = `${gap}px`;
}
