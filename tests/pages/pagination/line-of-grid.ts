import type { FlowItem } from '../../../src/pages/pagination/index.js';

/** What is off the grid by no more than this stands on it, px. */
const evenness = 0.5;

/** Where what is to stand a gap below a place stands: there, or on the nearest line of the grid that leaves enough. */
export function lineOfGrid(
  place: number,
  { gap, leastGap }: { gap: number; leastGap: number },
  grid: number,
): number {
  const wanted = place + gap;
  const lines = Array.from({ length: 400 }, (_, line) => line * grid);
  if (lines.some((line) => Math.abs(line - wanted) <= evenness)) return wanted;
  const [nearest = Number.NaN] = lines
    .filter((line) => line >= place + leastGap)
    .toSorted((one, other) => Math.abs(one - wanted) - Math.abs(other - wanted) || one - other);
  return nearest;
}

/** What stands before floats that have left their places, after one that has not, keeps its space. */
export const unshrunk = (item: FlowItem): FlowItem =>
  item.leastGap === undefined ? item : { ...item, leastGap: item.gap };
