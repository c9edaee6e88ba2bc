import type { Element, Nodes } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Reference } from './document.js';

/** An entry of a list of works: no manuscript can write its `data-key` itself. */
export function isPlacedReference(node: Nodes): boolean {
  return node.type === 'element' && node.properties.dataKey !== undefined;
}

/** The entries of the reference lists that stand in the text, in order. */
export function placedReferences(body: Nodes): Reference[] {
  const found: Reference[] = [];
  visit(body, 'element', (element: Element) => {
    if (!isPlacedReference(element)) return;
    const { dataKey, id, dataBlock } = element.properties;
    found.push({
      key: String(dataKey),
      id: String(id),
      block: Number(dataBlock),
      content: element.children,
      text: textOf(element),
    });
  });
  return found;
}
