import type { MeasuredBlock, MeasuredGalley } from '../measured.js';
import { evenness } from '../return-to-grid.js';
import type { Galley } from './galley.js';

/**
 * Marks what is no text on the grid.
 *
 * @returns px from baseline to baseline; 0 where there is no grid.
 */
export function readGrid(galley: Galley, { blocks }: MeasuredGalley): number {
  const leading = Number.parseFloat(getComputedStyle(galley.root).lineHeight);
  if (!(leading > 0)) return 0;
  blocks.forEach((block, index) => {
    const { element } = galley.blocks[index] ?? {};
    if (block.kind !== 'lines' || !isSetOn(leading, block, element)) block.isOther = true;
  });
  return leading;
}

/** Whether a paragraph's lines are as high as the grid's steps, but for what pushes them apart. */
function isSetOn(leading: number, { heights }: MeasuredBlock, element?: HTMLElement): boolean {
  if (Math.abs((heights[0] ?? 0) - leading) < evenness) return true;
  const own = element?.querySelector('math') && getComputedStyle(element).lineHeight;
  return own !== undefined && own !== null && Math.abs(Number.parseFloat(own) - leading) < evenness;
}

/** Margins collapse: the larger one of two that meet is the gap, but for what a box has before its text. */
export function widenGap({ blocks }: Galley, block: number, gap: number): void {
  const widened = blocks[block];
  if (!widened) return;
  const element = widened.entered[0] ?? widened.element;
  element.style.marginTop = `${gap - widened.inset}px`;
}
