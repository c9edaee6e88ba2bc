import type { MadeTake, MadeUp, MakeUp, Measured, SetCopy } from '../measured.js';
import { internalLinkOrigin } from '../pages.js';
import { loadImages } from './images.js';
import { findTargets, inspectColumns } from './inspect.js';
import { PageMaker } from './make-up.js';
import { Marks } from './marks.js';
import { measureTake } from './measure-take.js';
import { beginTake } from './series.js';
import { setTake } from './set-take.js';
import type { Stocks } from './stock.js';

let stocks: Stocks | undefined;
let maker: PageMaker | undefined;

/** Sets a take in lines and measures it. */
export async function measure(copy: SetCopy): Promise<Measured> {
  beginTake(copy.take.index);
  document.title = copy.title;
  document.documentElement.lang = copy.lang;
  const taken = measureTake(await setTake(copy), copy);
  stocks = taken.stocks;
  return taken.measured;
}

/** Links within the publication lead to a host of their own: see {@link internalLinkOrigin}. */
function leadLinksOut(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    link.href = `${internalLinkOrigin}${link.getAttribute('href')}`;
  }
}

/** Cuts the galleys into pages; what the next take goes on with is handed over. */
export function makeUp(order: MakeUp): MadeTake {
  if (!stocks) throw new Error('nothing is measured yet');
  maker = new PageMaker(stocks, order);
  maker.make();
  return { starts: maker.starts, handedOver: maker.handOver() };
}

/** Leaves nothing but the pages in the document, and tells what they came out as. */
export async function finish(): Promise<MadeUp> {
  if (!maker) throw new Error('nothing is made up yet');
  const { sheets, order } = maker;
  const marks = new Marks(order.lang);
  marks.addAll(sheets);
  document.body.replaceChildren(...sheets);
  // Handed over from the take before, they are loaded anew.
  await loadImages();
  leadLinksOut();
  const targets = findTargets(sheets, order.firstPage);
  return { targets, marks: marks.marks, ...inspectColumns(maker) };
}

/** Writes into the list of contents the folio that each of its entries has, by id. */
export function writeFolios(folios: Readonly<Record<string, string>>): void {
  for (const place of document.querySelectorAll<HTMLElement>('.contents-folio')) {
    place.textContent = folios[place.dataset.target ?? ''] ?? '';
  }
}
