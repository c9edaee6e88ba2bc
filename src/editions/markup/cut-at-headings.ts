import type { ElementContent, Root } from 'hast';
import { isPageBreak } from './page-breaks.js';
import { isElement, rootOf } from './tree.js';

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

/** Cuts the body where its sections of the highest level begin; in one piece where it has none. */
export function cutAtHeadings(body: Root): Chapter[] {
  const children = body.children as ElementContent[];
  const cuts = [...new Set([0, ...openings(children)])];
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
