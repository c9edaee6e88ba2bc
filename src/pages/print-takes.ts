import type { Compositor } from './compositor.js';
import type { TakeOrder } from './divide-order.js';
import { foliosOf, type Numbering } from './folios.js';
import { endsPages, makeUpTakes } from './make-up-takes.js';
import type { MadeTake, MadeUp } from './measured.js';

/** What became of a take that ends pages, and these as a PDF. */
export interface PrintedTake {
  made: MadeUp;
  part: Uint8Array;
}

/** A set take, and what is to be made of it. */
export interface OrderedTake {
  order: TakeOrder;
  compositor: Compositor;
  /** It holds a part of the list of contents, whose folios the last take tells. */
  holdsContents: boolean;
}

/**
 * Makes up all takes and prints them: each when it is made up, while the next compositor makes up
 * the next take. Those on whose pages the list of contents may stand are printed last.
 *
 * @returns Those that end pages, in order.
 */
export async function printTakes(
  takes: readonly OrderedTake[],
  numbering: Numbering,
): Promise<{ starts: MadeTake['starts']; printed: PrintedTake[] }> {
  const lastHeld = lastThatWaits(takes);
  const printed: Promise<PrintedTake>[] = [];
  const printing = new Map<Compositor, Promise<unknown>>();
  const print = (index: number, folios: Readonly<Record<string, string>>) => {
    const { order, compositor } = takes[index] as OrderedTake;
    if (!endsPages(order)) return;
    const before = printing.get(compositor);
    const result = Promise.resolve(before).then(() => printTake(compositor, index, folios));
    printed[index] = result;
    // Whoever waits for it is told.
    printing.set(
      compositor,
      result.catch(() => {}),
    );
  };
  const { starts, pageOf } = await makeUpTakes(
    takes.map(({ order }) => order),
    async (index, order) => {
      const { compositor } = takes[index] as OrderedTake;
      await printing.get(compositor);
      const made = await compositor.makeUp(index, order);
      if (index > lastHeld) print(index, {});
      return made;
    },
  );
  const folios = lastHeld < 0 ? {} : foliosOf(pageOf, numbering);
  for (let index = 0; index <= lastHeld; index += 1) print(index, folios);
  // Takes that end no page leave holes.
  return { starts, printed: await Promise.all(printed.filter((take) => take !== undefined)) };
}

/** The last take on whose pages the list of contents may stand; −1 where there is none. */
function lastThatWaits(takes: readonly OrderedTake[]): number {
  const last = takes.findLastIndex(({ holdsContents }) => holdsContents);
  if (last < 0) return -1;
  // What is left of a column at the end of a take stands on the first page that another ends.
  const ending = takes.findIndex(({ order }, index) => index > last && endsPages(order));
  return ending < 0 ? takes.length - 1 : ending;
}

async function printTake(
  compositor: Compositor,
  take: number,
  folios: Readonly<Record<string, string>>,
): Promise<PrintedTake> {
  const made = await compositor.finish(take, folios);
  const part = await compositor.print();
  await compositor.forget(take);
  return { made, part };
}
