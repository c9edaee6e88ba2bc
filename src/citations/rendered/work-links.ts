import type { Element, ElementContent } from 'hast';

/**
 * What was marked as printed of a work (`<a data-key>`) as links to its entry in the reference
 * list. Neighbouring parts of one work become one link; a work that is not listed gets none, and
 * neither does one whose part holds a link already.
 */
export function linkWorks(
  content: readonly ElementContent[],
  idOf: (key: string) => string | undefined,
): ElementContent[] {
  return joined(content.flatMap((node) => linked(node, idOf)));
}

function linked(node: ElementContent, idOf: (key: string) => string | undefined): ElementContent[] {
  if (node.type !== 'element') return [node];
  const key = node.properties.dataKey;
  const children = linkWorks(node.children, idOf);
  if (node.tagName !== 'a' || key === undefined) return [{ ...node, children }];
  const id = idOf(String(key));
  if (id === undefined || children.some(holdsLink)) return children;
  return [{ ...node, properties: { href: `#${id}` }, children }];
}

function holdsLink(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'a' || node.children.some(holdsLink));
}

function isLink(node: ElementContent | undefined): node is Element {
  return node?.type === 'element' && node.tagName === 'a';
}

/** Links to one entry with no more than a separator between them, made one. */
function joined(nodes: ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    const before = result.at(-2);
    if (isLink(node) && isLink(last) && sameTarget(node, last)) {
      last.children = [...last.children, ...node.children];
    } else if (
      isLink(node) &&
      isLink(before) &&
      sameTarget(node, before) &&
      last?.type === 'text' &&
      /^[\s,.]{1,3}$/.test(last.value)
    ) {
      result.pop();
      before.children = [...before.children, last, ...node.children];
    } else {
      result.push(node);
    }
  }
  return result;
}

function sameTarget(one: Element, other: Element): boolean {
  return one.properties.href === other.properties.href;
}
