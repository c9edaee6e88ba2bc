import type { Root } from 'hast';
import { type Chapter, cutAtHeadings } from '../markup/cut-at-headings.js';
import { countWords, isElement } from '../markup/tree.js';

/**
 * Longer texts than this, in words, get a file for each section of the highest level: files of
 * more than some 300 KB are slow on reading devices, and a reader of a book expects a new
 * chapter on a new page. Shorter ones flow on as in print.
 */
const longestSingle = 15_000;

/** Cuts the body into the files of the book: one for a short work, one a chapter for a long one. */
export function chaptersOf(body: Root): Chapter[] {
  const headings = body.children.filter((child) => isElement(child, 'h2')).length;
  if (headings < 2 || countWords(body) <= longestSingle) return [{ tree: body }];
  return cutAtHeadings(body);
}
