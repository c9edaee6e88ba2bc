import type { Element, Nodes, Text } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

const address = /^(?:[a-z][a-z\d+.-]*:|www\.)\S+$/i;

function isWrittenOut(link: Element): boolean {
  const words = textOf(link).trim();
  const href = String(link.properties.href ?? '');
  return words !== '' && (words === href || `mailto:${words}` === href || address.test(words));
}

/**
 * Runs `change` on a tree, and leaves the text of links that show their own address as it was:
 * a sign within an address is no punctuation.
 */
export function sparingAddresses(tree: Nodes, change: () => void): void {
  const written: [node: Text, value: string][] = [];
  visit(tree, 'element', (link) => {
    if (link.tagName !== 'a' || !isWrittenOut(link)) return;
    visit(link, 'text', (node) => {
      written.push([node, node.value]);
    });
  });
  change();
  for (const [node, value] of written) node.value = value;
}
