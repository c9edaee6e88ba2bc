import type { ElementContent, Root } from 'hast';
import { isPageBreak } from '../markup/page-breaks.js';
import { countWords, isElement, rootOf } from '../markup/tree.js';

/**
 * Longer texts than this, in words, get a file for each section of the highest level: files of
 * more than some 300 KB are slow on reading devices, and a reader of a book expects a new
 * chapter on a new page. Shorter ones flow on as in print.
 */
const longestSingle = 15_000;

/** A part of the body that becomes a file of its own. */
export interface Chapter {
  tree: Root;
  /** Id of the heading that opens it; absent for the text before the first heading. */
  headingId?: string;
}

const isBlank = (node: ElementContent) =>
  (node.type === 'text' && node.value.trim() === '') || isPageBreak(node);

/** Where a chapter begins: at its heading, or at the page breaks right before it. */
function openings(children: readonly ElementContent[]): number[] {
  return children.flatMap((child, index) => {
    if (!isElement(child, 'h2')) return [];
    let start = index;
    while (start > 0 && isBlank(children[start - 1] as ElementContent)) start -= 1;
    return [start];
  });
}

/** Cuts the body into the files of the book: one for a short work, one a chapter for a long one. */
export function chaptersOf(body: Root): Chapter[] {
  const children = body.children as ElementContent[];
  const starts = openings(children);
  if (starts.length < 2 || countWords(body) <= longestSingle) return [{ tree: body }];
  const cuts = [...new Set([0, ...starts])];
  return cuts
    .map((start, index) => children.slice(start, cuts[index + 1]))
    .filter((part) => !part.every(isBlank))
    .map((part) => {
      const heading = part.find((child) => isElement(child, 'h2'));
      const first = part.find((child) => !isBlank(child));
      const id =
        heading === first && heading?.type === 'element' ? heading.properties.id : undefined;
      return { tree: rootOf(part), headingId: id === undefined ? undefined : String(id) };
    });
}
