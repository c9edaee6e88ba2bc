import type { FloatingPlan } from './floats.js';
import type { PagePlan } from './model.js';

/** An item that begins a page, which is to be a recto or a verso; the first page is a recto. */
export interface SideWish {
  item: number;
  side: 'recto' | 'verso';
}

/**
 * Leaves a page blank before each page that is to stand on the other side of its leaf: all from
 * there on move by one. Pages after the first hold the same on either side.
 *
 * @param wishes In the order of their items.
 */
export function moveToSides(placed: FloatingPlan, wishes: readonly SideWish[]): FloatingPlan {
  const moved: number[] = [];
  for (const { item, side } of wishes) {
    const page = pageOfItem(placed.plan, item);
    const isVerso = (page + moved.length) % 2 === 1;
    if (page > 0 && isVerso !== (side === 'verso')) moved.push(page);
  }
  if (moved.length === 0) return placed;
  const move = <T extends { page: number }>(one: T): T => ({
    ...one,
    page: one.page + moved.filter((from) => from <= one.page).length,
  });
  const { plan, floats } = placed;
  return {
    plan: {
      ...plan,
      columns: plan.columns.map(move),
      areas: plan.areas.map(move),
      faults: plan.faults.map(move),
      pageCount: plan.pageCount + moved.length,
    },
    floats: floats.map(move),
  };
}

/** The page of an item, from 0; the first, where there is none. */
export function pageOfItem({ columns }: PagePlan, item: number | undefined): number {
  if (item === undefined) return 0;
  return columns.find(({ from, to }) => from <= item && item < to)?.page ?? 0;
}
