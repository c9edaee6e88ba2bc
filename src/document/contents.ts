import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { ContentsEntry } from './document.js';
import type { Ids } from './slugs.js';

const headingName = /^h([1-6])$/;

/** Level of a heading element, or 0 for any other. */
export function headingLevel(element: Element): number {
  return Number(headingName.exec(element.tagName)?.[1] ?? 0);
}

function headings(children: readonly ElementContent[]): Element[] {
  return children.flatMap((child) =>
    child.type !== 'element' ? [] : headingLevel(child) ? [child] : headings(child.children),
  );
}

/** Makes room for the title: where the text uses `#` for sections, every heading sinks a level. */
export function sinkHeadings(root: Root): void {
  const all = headings(root.children as ElementContent[]);
  if (!all.some((heading) => heading.tagName === 'h1')) return;
  for (const heading of all) heading.tagName = `h${Math.min(6, headingLevel(heading) + 1)}`;
}

function withoutCalls(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [structuredClone(child)];
    const { id, ...properties } = child.properties;
    if (isNoteCall(child)) return [];
    return [{ ...child, properties, children: withoutCalls(child.children) }];
  });
}

export function isNoteCall(element: Element): boolean {
  return element.properties.dataNote !== undefined;
}

/** Gives every heading its id and gathers them, nested by level. */
export function readContents(root: Root, ids: Ids): ContentsEntry[] {
  const top: ContentsEntry[] = [];
  const open: ContentsEntry[] = [];
  headings(root.children as ElementContent[]).forEach((heading, index) => {
    const content = withoutCalls(heading.children);
    const text = textOf({ type: 'root', children: content }).replace(/\s+/g, ' ').trim();
    const own = heading.properties.id;
    const id = ids.forHeading(typeof own === 'string' ? own : undefined, text, index + 1);
    heading.properties.id = id;
    const entry: ContentsEntry = { id, level: headingLevel(heading), content, text, children: [] };
    while (open.length > 0 && (open.at(-1) as ContentsEntry).level >= entry.level) open.pop();
    (open.at(-1)?.children ?? top).push(entry);
    open.push(entry);
  });
  return top;
}
