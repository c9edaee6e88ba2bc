import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { ContentsEntry } from './document.js';
import { isNoteCall } from './note-calls.js';

const headingName = /^h([1-6])$/;

/** Level of a heading element, or 0 for any other. */
export function headingLevel(element: Element): number {
  return Number(headingName.exec(element.tagName)?.[1] ?? 0);
}

/** The headings of a tree, in order. */
export function headings(root: Pick<Root, 'children'>): Element[] {
  return root.children.flatMap((child) =>
    child.type !== 'element' ? [] : headingLevel(child) ? [child] : headings(child as never),
  );
}

/** Makes room for the title: where the text uses `#` for sections, every heading sinks a level. */
export function sinkHeadings(root: Root): void {
  const all = headings(root);
  if (!all.some((heading) => heading.tagName === 'h1')) return;
  for (const heading of all) heading.tagName = `h${Math.min(6, headingLevel(heading) + 1)}`;
}

/** The words of a heading with their markup, for elsewhere: no note call, link or image goes along. */
function wordsWithMarkup(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [structuredClone(child)];
    const { id, ...properties } = child.properties;
    if (isNoteCall(child)) return [];
    if (child.tagName === 'img') return [{ type: 'text', value: String(properties.alt ?? '') }];
    const content = wordsWithMarkup(child.children);
    return child.tagName === 'a' ? content : [{ ...child, properties, children: content }];
  });
}

function wordsOf(content: ElementContent[]): string {
  return textOf({ type: 'root', children: content }).replace(/\s+/g, ' ').trim();
}

/** A heading's words, without note calls; an image's are its alternative text. */
export function plainText({ children }: Element): string {
  return wordsOf(wordsWithMarkup(children));
}

/** The headings, which have their ids, nested by level. */
export function readContents(root: Root): ContentsEntry[] {
  const top: ContentsEntry[] = [];
  const open: ContentsEntry[] = [];
  for (const heading of headings(root)) {
    const content = wordsWithMarkup(heading.children);
    const level = headingLevel(heading);
    const id = String(heading.properties.id);
    const entry: ContentsEntry = { id, level, content, text: wordsOf(content), children: [] };
    while (open.length > 0 && (open.at(-1) as ContentsEntry).level >= level) open.pop();
    (open.at(-1)?.children ?? top).push(entry);
    open.push(entry);
  }
  return top;
}
