/** Heights that differ by less than this are one (px): sums of lengths in steps of 1/64. */
export const evenness = 0.5;

/** Whether a length is no whole number of steps of the grid. */
export function isOffGrid(length: number, step: number): boolean {
  const over = length % step;
  return over > evenness && step - over > evenness;
}

/** An item that comes to the grid. All px. */
export interface ComingToGrid {
  /** Space above it if nothing were to be brought to the grid, and the least it may shrink to. */
  gap: number;
  leastGap: number;
  /** From its top to what is to stand on the grid. */
  rise: number;
}

/**
 * The space above an item that brings it to the grid: the next larger one, or, if that is nearer
 * and not too small, the next smaller one.
 *
 * @param above px from the head of the column to where the space begins; columns begin on the grid.
 * @param step px from baseline to baseline.
 */
export function gapToGrid(above: number, item: ComingToGrid, step: number): number {
  const { gap, leastGap, rise } = item;
  const end = above + gap + rise;
  if (!isOffGrid(end, step)) return gap;
  const over = end % step;
  return over <= step / 2 && gap - over >= leastGap ? gap - over : gap + step - over;
}
