import type { Element, ElementContent, Nodes } from 'hast';

const blockNames = new Set(
  (
    'address article aside blockquote dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 ' +
    'header hr li main nav ol p pre section table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Blocks that count as one whatever they hold. */
const wholeNames = new Set(['figure', 'hr', 'pre', 'table']);

export function isBlock(node: Nodes): node is Element {
  return node.type === 'element' && blockNames.has(node.tagName);
}

function holdsBareText(element: Element): boolean {
  return element.children.some(
    (child) =>
      (child.type === 'text' && child.value.trim() !== '') ||
      (child.type === 'element' && !isBlock(child)),
  );
}

/**
 * Numbers the leaf blocks below `children` in order, from `next` on, as `data-block`.
 *
 * A leaf block holds text of its own, or counts as one whatever it holds (a table, a figure).
 * @returns the next free number
 */
export function numberBlocks(children: readonly Nodes[], next: number): number {
  let number = next;
  for (const child of children as readonly ElementContent[]) {
    if (!isBlock(child)) continue;
    const whole = wholeNames.has(child.tagName);
    if (whole || holdsBareText(child)) {
      child.properties.dataBlock = number;
      number += 1;
    }
    if (!whole) number = numberBlocks(child.children, number);
  }
  return number;
}
