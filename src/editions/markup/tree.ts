import type { Element, ElementContent, Nodes, Parents, Root, RootContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { isNoteCall } from '../../document/note-calls.js';
import { placeOf } from '../../document/places.js';

export { isNoteCall, placeOf, textOf };

/** A copy to change: the Document stays as it is for the editions that follow. */
export function copy<T extends Nodes | ElementContent[]>(tree: T): T {
  return structuredClone(tree);
}

export function rootOf(children: readonly RootContent[]): Root {
  return { type: 'root', children: [...children] };
}

export function isElement(node: Nodes | undefined, ...names: string[]): node is Element {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName));
}

export function hasClass(node: Element, name: string): boolean {
  const { className } = node.properties;
  return Array.isArray(className) ? className.includes(name) : className === name;
}

/** What takes an element's place: itself changed, other nodes, or nothing. */
export type Replacement = Element | ElementContent[] | undefined;

/**
 * Walks all elements below `tree`, children before parents, and puts what `change` returns in
 * their places. `ancestors` run from the root down.
 */
export function replaceElements(
  tree: Parents,
  change: (element: Element, ancestors: readonly Parents[]) => Replacement,
  ancestors: readonly Parents[] = [],
): void {
  const line = [...ancestors, tree];
  tree.children = (tree.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    replaceElements(child, change, line);
    const result = change(child, line);
    if (result === undefined) return [];
    return Array.isArray(result) ? result : [result];
  });
}

export function elementsOf(
  tree: Nodes,
  test: (element: Element) => boolean = () => true,
): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element: Element) => {
    if (test(element)) found.push(element);
  });
  return found;
}

/** Content as it may stand inside a link or a contents list: without note calls, ids and links. */
export function plainPhrasing(content: readonly ElementContent[]): ElementContent[] {
  const root = rootOf(copy([...content]));
  replaceElements(root, (element) => {
    if (isNoteCall(element)) return undefined;
    delete element.properties.id;
    return element.tagName === 'a' ? element.children : element;
  });
  return root.children as ElementContent[];
}

/** Words of a text as a reader counts them: runs between spaces. */
export function countWords(tree: Nodes): number {
  let words = 0;
  visit(tree, (node) => {
    if (isNoteCall(node as Nodes)) return SKIP;
    if (node.type === 'text') words += (node as { value: string }).value.match(/\S+/g)?.length ?? 0;
    return undefined;
  });
  return words;
}

/** Moves headings so that the highest becomes `top`; none falls below `h6`. */
export function levelHeadings(tree: Nodes, top: number): void {
  const headings = elementsOf(tree, ({ tagName }) => /^h[1-6]$/.test(tagName));
  const highest = Math.min(...headings.map(({ tagName }) => Number(tagName[1])));
  for (const heading of headings) {
    const level = Number(heading.tagName[1]) - highest + top;
    heading.tagName = `h${Math.min(level, 6)}`;
  }
}
