import type { Inspected, MadeTake, MadeUp, MakeUp, Measured, SetCopy } from '../measured.js';
import { internalLinkOrigin } from '../pages.js';
import { loadImages } from './images.js';
import { findPages, findTargets, inspectColumns } from './inspect.js';
import { PageMaker } from './make-up.js';
import { Marks } from './marks.js';
import { measureTake } from './measure-take.js';
import { beginTake } from './series.js';
import { setTake } from './set-take.js';
import type { Stocks } from './stock.js';

/** Galleys that are measured and not cut yet, by take. */
const measured = new Map<number, Stocks>();
const makers = new Map<number, PageMaker>();

/** Sets a take in lines and measures it. */
export async function measure(copy: SetCopy): Promise<Measured> {
  const { take } = copy;
  beginTake(take.number);
  document.title = copy.title;
  document.documentElement.lang = copy.lang;
  const taken = measureTake(await setTake(copy), copy);
  measured.set(take.number, taken.stocks);
  return taken.measured;
}

/** Links within the publication lead to a host of their own: see {@link internalLinkOrigin}. */
function leadLinksOut(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    link.href = `${internalLinkOrigin}${link.getAttribute('href')}`;
  }
}

function makerOf(take: number): PageMaker {
  const maker = makers.get(take);
  if (!maker) throw new Error('nothing is made up yet');
  return maker;
}

/** Cuts a take's galleys into pages, which uses them up; what the next take goes on with is handed over. */
export function makeUp(take: number, order: MakeUp): MadeTake {
  const stocks = measured.get(take);
  if (!stocks) throw new Error('nothing is measured yet');
  measured.delete(take);
  beginTake(take);
  const maker = new PageMaker(stocks, order);
  makers.set(take, maker);
  maker.make();
  const handedOver = maker.handOver();
  const pageOf = findPages(maker.sheets, order.firstPage);
  return { starts: maker.starts, pageOf, handedOver };
}

/** Writes into the list of contents the folio that each of its entries has, by id. */
function writeFolios(sheet: HTMLElement, folios: Readonly<Record<string, string>>): void {
  for (const place of sheet.querySelectorAll<HTMLElement>('.contents-folio')) {
    place.textContent = folios[place.dataset.target ?? ''] ?? '';
  }
}

/**
 * Leaves nothing but the take's pages in the document, and tells what they came out as.
 *
 * @param folios By the id of an entry of the list of contents.
 */
export async function finish(
  take: number,
  folios: Readonly<Record<string, string>>,
): Promise<MadeUp> {
  const maker = makerOf(take);
  const { sheets, order } = maker;
  beginTake(take);
  for (const sheet of sheets) writeFolios(sheet, folios);
  const marks = new Marks(order.lang);
  marks.addAll(sheets);
  document.body.replaceChildren(...sheets);
  // Handed over from the take before, they are loaded anew.
  await loadImages();
  leadLinksOut();
  const targets = findTargets(sheets, order.firstPage);
  return { targets, marks: marks.marks, ...inspectColumns(maker) };
}

/** Tells what a take's pages came out as, and leaves none of them in the document. */
export async function inspect(take: number): Promise<Inspected> {
  const maker = makerOf(take);
  document.body.replaceChildren(...maker.sheets);
  await loadImages();
  const found = inspectColumns(maker);
  document.body.replaceChildren();
  return found;
}

/**
 * A take's pages as HTML, the folios of the list of contents written in.
 *
 * @param folios By the id of an entry.
 */
export function sheets(take: number, folios: Readonly<Record<string, string>>): string[] {
  const made = makerOf(take).sheets;
  for (const sheet of made) writeFolios(sheet, folios);
  return made.map((sheet) => sheet.outerHTML);
}

/** Forgets a take. */
export function forget(take: number): void {
  measured.delete(take);
  makers.delete(take);
}
