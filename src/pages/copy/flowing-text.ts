import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { ContentsEntry, OctavoDocument, Reference } from '../../document/document.js';
import { isBlock } from './note-element.js';

function referenceElement({ id, block, content }: Reference): Element {
  const children = structuredClone(content);
  const name = children.some(isBlock) ? 'div' : 'p';
  return h(name, { class: 'reference', id, 'data-block': String(block) }, children);
}

function referencesSection({
  references,
  referencesTitle,
  referencesId,
}: OctavoDocument): Element[] {
  if (references.length === 0) return [];
  const heading = referencesTitle ? [h('h2', { id: referencesId }, referencesTitle)] : [];
  return [h('section', { class: 'references' }, [...heading, ...references.map(referenceElement)])];
}

/** The contents, with room for the folios that are known once the pages are. */
function contentsList(entries: readonly ContentsEntry[]): Element {
  const items = entries.map(({ id, content, children }) =>
    h('li', [
      h('p', { class: 'contents-entry' }, [
        h('a', { href: `#${id}` }, structuredClone(content)),
        h('span', { class: 'contents-folio', 'data-target': id }),
      ]),
      ...(children.length ? [contentsList(children)] : []),
    ]),
  );
  return h('ul', items);
}

/**
 * All that stands in the columns, in order. What stands in the Document's body is the Document's
 * own.
 *
 * @param endOfText HTML that follows the last paragraph.
 */
export function flowingText(document: OctavoDocument, endOfText: string): ElementContent[] {
  const contents = document.toc
    ? [h('nav', { class: 'contents' }, contentsList(document.contents))]
    : [];
  const end: ElementContent[] = endOfText.trim()
    ? [h('div', { class: 'end-of-text' }, { type: 'raw', value: endOfText } as never)]
    : [];
  return [
    ...contents,
    ...(document.body.children as ElementContent[]),
    ...end,
    ...referencesSection(document),
  ];
}
