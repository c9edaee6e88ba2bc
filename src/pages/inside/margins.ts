import type { Gap } from '../measured.js';
import type { Block, Galley } from './galley.js';

/** Space between blocks that would be neighbours: the larger of the margins that meet. */
export function spaceBetween(before: Block, after: Block): number {
  const below = [...before.left, before.element];
  const above = [...after.entered, after.element];
  const margins = [
    ...untilEdge(below, 'Bottom').map((element) => getComputedStyle(element).marginBottom),
    ...untilEdge(above, 'Top').map((element) => getComputedStyle(element).marginTop),
  ];
  return Math.max(0, ...margins.map((margin) => Number.parseFloat(margin) || 0));
}

/** Containers, outermost first, up to the first whose padding or border parts the margins inside. */
function untilEdge(elements: readonly HTMLElement[], side: 'Top' | 'Bottom'): HTMLElement[] {
  if (elements.length === 1) return [...elements];
  const edge = elements.findIndex((element) => {
    const style = getComputedStyle(element);
    return (
      Number.parseFloat(style[`padding${side}`]) + Number.parseFloat(style[`border${side}Width`]) >
      0
    );
  });
  return edge < 0 ? [...elements] : elements.slice(0, edge + 1);
}

/** Finds what begins and ends with each block, and whose margins meet: while it stands in the page. */
export function readMeetings({ blocks }: Galley): void {
  for (const block of blocks) {
    block.opening = untilEdge([...block.entered, block.element], 'Top');
    block.ending = untilEdge([...block.left, block.element], 'Bottom');
  }
}

/**
 * Makes the space above a block so large, but for what a box has before its text. Margins that meet
 * collapse to the largest one: all but one give way.
 */
export function setGap({ blocks }: Galley, { block, gap }: Gap): void {
  for (const each of blocks[block - 1]?.ending ?? []) each.style.marginBottom = '0';
  const below = blocks[block];
  if (!below) return;
  const [outermost, ...inner] = below.opening;
  for (const each of inner) each.style.marginTop = '0';
  if (outermost) outermost.style.marginTop = `${gap - below.inset}px`;
}
