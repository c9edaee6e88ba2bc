import type { MeasuredBlock, MeasuredGalley } from '../measured.js';
import { evenness } from '../pagination/index.js';
import { isBlock, kindOf } from './blocks.js';
import type { Block, Galley } from './galley.js';
import { contextOf } from './measure-galley.js';

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
    if (returnsAt(galley, index)) block.returns = true;
    if (block.kind !== 'lines' || !isSetOn(leading, block, element)) block.isOther = true;
    else if (block.rise !== undefined) giveHeadSpace(block, galley.blocks[index], leading);
  });
  return leading;
}

/** Whether a heading stands there, or text outside lists and quotes that follows what stands apart. */
function returnsAt(galley: Galley, index: number): boolean {
  const { element } = galley.blocks[index] ?? {};
  if (element === undefined) return false;
  if (element.matches('h1, h2, h3, h4, h5, h6')) return true;
  if (element.parentElement?.closest('ul, ol, dl, blockquote')) return false;
  const before = galley.blocks[index - 1];
  if (before) return before.left.length > 0;
  const context = contextOf(galley);
  return context !== null && isBlock(context) && kindOf(context) === undefined;
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
