import { type Approach, Measurements } from './measurements.js';
import type { Column, Flow, PageModel, PagePlan } from './model.js';

/** The space above an item in its column, px. */
export interface Space {
  item: number;
  gap: number;
}

/**
 * The spaces above items that are other than {@link Flow} has them: what comes to the grid, and what
 * follows floats that have left their places.
 *
 * @returns In the order of items; none for items at the head of a column.
 */
export function spacesOf(plan: PagePlan, flow: Flow, model: PageModel): Space[] {
  const measurements = new Measurements(flow, model, true);
  const left = new Set(plan.columns.flatMap(({ head, foot }) => [...head, ...foot]));
  return plan.columns.flatMap((column) => spacesIn(column, measurements, left));
}

function spacesIn(
  { from, to }: Column,
  measurements: Measurements,
  left: ReadonlySet<number>,
): Space[] {
  const { items, floats } = measurements;
  const spaces: Space[] = [];
  let above: number | undefined;
  let firstLeft = -1;
  let approach: Approach | undefined;
  let item = from;
  while (item < to) {
    const float = measurements.floatAt(item);
    if (float >= 0 && left.has(item)) {
      if (firstLeft < 0) firstLeft = float;
      item += floats[float]?.items ?? 1;
      approach = measurements.approachTo(item, firstLeft, from);
      continue;
    }
    if (above !== undefined) {
      const gap = measurements.gapAbove(item, above, approach);
      if (approach !== undefined || gap !== items[item]?.gap) spaces.push({ item, gap });
    }
    above = measurements.heightWith(item, above, approach);
    approach = undefined;
    item += 1;
  }
  return spaces;
}
