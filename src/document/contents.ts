import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { type Direction, directionOf } from './direction.js';
import type { ContentsEntry } from './document.js';
import { isNoteCall } from './note-calls.js';

const headingName = /^h([1-6])$/;

/** Level of a heading element, or 0 for any other. */
export function headingLevel(element: Element): number {
  return Number(headingName.exec(element.tagName)?.[1] ?? 0);
}

/** What is said of the language and direction of words, by them or by what they stand in. */
interface Spoken {
  lang?: string;
  dir?: Direction;
}

function spokenIn({ properties: { lang, dir } }: Element, around: Spoken): Spoken {
  return {
    lang: typeof lang === 'string' ? lang : around.lang,
    dir: dir === 'rtl' || dir === 'ltr' ? dir : around.dir,
  };
}

function spokenHeadings(
  { children }: Pick<Root, 'children'>,
  around: Spoken,
): { heading: Element; spoken: Spoken }[] {
  return children.flatMap((child) => {
    if (child.type !== 'element') return [];
    const spoken = spokenIn(child, around);
    return headingLevel(child) ? [{ heading: child, spoken }] : spokenHeadings(child, spoken);
  });
}

/** The headings of a tree, in order. */
export function headings(root: Pick<Root, 'children'>): Element[] {
  return spokenHeadings(root, {}).map(({ heading }) => heading);
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

/**
 * The headings, which have their ids, nested by level.
 *
 * @param lang Of the publication.
 */
export function readContents(root: Root, lang: string): ContentsEntry[] {
  const top: ContentsEntry[] = [];
  const open: ContentsEntry[] = [];
  const around: Spoken = { lang, dir: directionOf(lang) };
  for (const { heading, spoken } of spokenHeadings(root, around)) {
    const content = wordsWithMarkup(heading.children);
    const level = headingLevel(heading);
    const id = String(heading.properties.id);
    const entry: ContentsEntry = {
      ...{ id, level, content, text: wordsOf(content), children: [] },
      ...(spoken.lang !== around.lang && { lang: spoken.lang }),
      ...(spoken.dir !== around.dir && { dir: spoken.dir }),
    };
    while (open.length > 0 && (open.at(-1) as ContentsEntry).level >= level) open.pop();
    (open.at(-1)?.children ?? top).push(entry);
    open.push(entry);
  }
  return top;
}
