import { folioOf } from './plan-pages.js';

/** The folio of the page that each named element stands on, by id. */
export function foliosOf(pageOf: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(pageOf).map(([id, page]) => [id, folioOf(page)]));
}

/** Whether folios are to be written into HTML: entries of the list of contents stand in it. */
export const holdsFolios = (html: string) => html.includes('contents-folio');
