import { evenness, isOffGrid } from '../pagination/index.js';
import { browserLines, type Extent, marginBox, marginsOf } from './browser-lines.js';
import type { Galley } from './galley.js';

/** A formula, and what its margins are to be, px. */
interface Room {
  math: MathMLElement;
  above: number;
  below: number;
}

/**
 * Share of a line by which a formula may stand out of its own, above or below: it comes near no
 * letter of the next, for lines are parted by more.
 */
const mostOutside = 0.12;

/**
 * Lines that a formula makes higher than others take whole lines, with as much room above it as
 * below, so that those after them stand on the baseline grid. To be asked while the galley stands in
 * the page, its paragraphs set.
 */
export function evenLines({ root, blocks }: Galley): void {
  const leading = Number.parseFloat(getComputedStyle(root).lineHeight);
  if (!(leading > 0)) return;
  const rooms = blocks.flatMap(({ kind, element }) =>
    kind === 'lines' && element.querySelector('math') ? roomsIn(element, leading) : [],
  );
  for (const { math, above, below } of rooms) math.style.marginBlock = `${above}px ${below}px`;
}

function roomsIn(element: HTMLElement, leading: number): Room[] {
  const own = Number.parseFloat(getComputedStyle(element).lineHeight);
  if (Math.abs(own - leading) > evenness) return [];
  const maths = [...element.querySelectorAll<MathMLElement>('math')].map((math) => ({
    math,
    box: marginBox(math),
  }));
  return browserLines(element).flatMap((line): Room[] => {
    const isWithin = ({ box }: { box: DOMRect }) =>
      box.top >= line.top - evenness && box.bottom <= line.bottom + evenness;
    const [highest] = maths
      .filter(isWithin)
      .toSorted((one, other) => other.box.height - one.box.height);
    return highest ? roomAround(highest.math, highest.box, line, leading) : [];
  });
}

/** @param box The formula's, its margins included. */
function roomAround(math: MathMLElement, box: DOMRect, line: Extent, leading: number): Room[] {
  const over = (line.bottom - line.top) % leading;
  if (!isOffGrid(over, leading)) return [];
  const own = marginsOf(math);
  const [overIt, underIt] = [box.top - line.top, line.bottom - box.bottom];
  const sides = Number(overIt < evenness) + Number(underIt < evenness);
  if (sides > 0 && over / sides <= mostOutside * leading) {
    return [
      {
        math,
        above: own.top - (overIt < evenness ? over / sides : 0),
        below: own.bottom - (underIt < evenness ? over / sides : 0),
      },
    ];
  }
  // The engine counts in steps of 1/64.
  const half = Math.floor((leading - over) * 32) / 64;
  const rest = leading - over - half;
  return [{ math, above: own.top + overIt + half, below: own.bottom + underIt + rest }];
}
