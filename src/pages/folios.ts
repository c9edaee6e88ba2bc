import { toRoman } from './roman.js';

/** What pages are numbered by. */
export interface Numbering {
  /** Page, from 0, that the main matter begins on: those before it have roman folios. */
  mainPage: number;
}

/** A page's number as printed; pages count from 0. */
export const folioOf = (page: number, { mainPage }: Numbering): string =>
  page < mainPage ? toRoman(page + 1) : String(page - mainPage + 1);

/** The folio of the page that each named element stands on, by id. */
export function foliosOf(
  pageOf: Readonly<Record<string, number>>,
  numbering: Numbering,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(pageOf).map(([id, page]) => [id, folioOf(page, numbering)]),
  );
}

/** Whether folios are to be written into HTML: entries of the list of contents stand in it. */
export const holdsFolios = (html: string) => html.includes('contents-folio');
