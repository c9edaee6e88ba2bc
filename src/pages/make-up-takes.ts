import type { TakeOrder } from './divide-order.js';
import { folioOf, type Numbering } from './folios.js';
import { joinByName } from './join-takes.js';
import type { HandedOver, MadeTake, MakeUp } from './measured.js';
import type { PageStart } from './pages.js';

/**
 * Makes up all pages: a take begins when it has what the take before hands over.
 *
 * @returns Where pages begin, and the page of each id.
 */
export async function makeUpTakes(
  orders: readonly TakeOrder[],
  makeUp: (take: number, order: MakeUp) => Promise<MadeTake>,
): Promise<Pick<MadeTake, 'starts' | 'pageOf'>> {
  const starts: MadeTake['starts'] = [];
  const pages: MadeTake['pageOf'][] = [];
  let received: HandedOver = { columns: [], areas: [], floats: [] };
  for (const [take, order] of orders.entries()) {
    const made = await makeUp(take, { ...order, received });
    starts.push(...made.starts);
    pages.push(made.pageOf);
    const isOrdered = ({ page, column }: { page: number; column: number }) =>
      order.columns.some((own) => own.page === page && own.column === column);
    const passedOn = received.columns.filter((column) => !isOrdered(column));
    const passedAreas = received.areas.filter(
      ({ page }) => !order.areas.some((own) => own.page === page),
    );
    received = {
      columns: [...passedOn, ...made.handedOver.columns],
      areas: [...passedAreas, ...made.handedOver.areas],
      floats: made.handedOver.floats,
    };
  }
  return { starts, pageOf: joinByName(pages) };
}

/** A take of few words may end no page of its own. */
export const endsPages = (order: TakeOrder | undefined): boolean =>
  order !== undefined && order.nextFirstPage > order.firstPage;

/** Each page with where it begins, where it holds text of the body. */
export function pageStarts(
  starts: MadeTake['starts'],
  plans: Numbering & { pageCount: number },
): PageStart[] {
  const found = new Map(starts.toReversed().map((start) => [start.page, start]));
  return Array.from({ length: plans.pageCount }, (_, page) => ({
    ...found.get(page),
    page,
    label: folioOf(page, plans),
  }));
}
