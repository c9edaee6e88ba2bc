import type { MeasuredBlock, MeasuredGalley } from '../measured.js';
import { evenness } from '../return-to-grid.js';
import type { Block, Galley } from './galley.js';

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
    else if (block.rise !== undefined) giveHeadSpace(block, galley.blocks[index], leading);
  });
  return leading;
}

/** At the head of a column a box's rule stands as far below the grid as its text takes to the next line. */
function giveHeadSpace(block: MeasuredBlock, set: Block | undefined, leading: number): void {
  const over = (block.rise ?? 0) % leading;
  if (!set || over < evenness || leading - over < evenness) return;
  block.headSpace = leading - over;
  const box = set.entered.find((container) => container.matches('.octavo-boxed')) ?? set.element;
  box.dataset.octavoHeadSpace = String(block.headSpace);
}

/** Whether a paragraph's lines are as high as the grid's steps, but for what pushes them apart. */
function isSetOn(leading: number, block: MeasuredBlock, element?: HTMLElement): boolean {
  const { heights, rise = 0, fall = 0 } = block;
  const first = (heights[0] ?? 0) - rise - (heights.length === 1 ? fall : 0);
  if (Math.abs(first - leading) < evenness) return true;
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
