import type { Block, LinePoint } from './galley.js';

/** What stands at the end of a line that the manuscript does not end there. */
function turnSign(): HTMLElement {
  const sign = document.createElement('span');
  sign.className = 'octavo-turn';
  sign.ariaHidden = 'true';
  return sign;
}

/**
 * Marks the lines of code that its column has broken: the sign takes no room, and may hang into the
 * space beside the column. To be asked once the lines are known, which stay as they are.
 */
export function markTurns(blocks: readonly Block[]): void {
  for (const block of blocks) if (block.kind === 'code') markTurnsIn(block);
}

function markTurnsIn({ points }: Block): void {
  /** Points after the one that is looked at, in the same text. */
  let following: LinePoint[] = [];
  for (const point of points.toReversed()) {
    const { node, offset } = point;
    if (following[0]?.node !== node) following = [];
    following.push(point);
    if (!(node instanceof Text) || offset <= 0 || node.data[offset - 1] === '\n') continue;
    // The spaces at a line's end hang: the sign stands before them.
    const end = node.data.slice(0, offset).trimEnd().length;
    if (end === 0) continue;
    const rest = node.splitText(end);
    rest.before(turnSign());
    for (const moved of following) {
      moved.node = rest;
      moved.offset -= end;
    }
    following = [];
  }
}
