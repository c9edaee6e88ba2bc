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
  const items = entries.map(({ id, content, lang, dir, children }) =>
    h('li', [
      h('p', { class: 'contents-entry' }, [
        h('a', { href: `#${id}`, lang, dir }, structuredClone(content)),
        h('span', { class: 'contents-folio', 'data-target': id }),
      ]),
      ...(children.length ? [contentsList(children)] : []),
    ]),
  );
  return h('ul', items);
}

/**
 * All that stands in the columns, version after version. What stands in the Document's body is the
 * Document's own; what is made here is the same object as long as it would be made the same.
 */
export class FlowingText {
  readonly #made = new Map<string, { from: string; nodes: ElementContent[] }>();

  /** @param endOfText HTML that follows the last paragraph. */
  of(document: OctavoDocument, endOfText: string): ElementContent[] {
    const { body, toc, contents, references, referencesTitle, referencesId } = document;
    const listed = toc && contents.length > 0;
    const nav = () => (listed ? [h('nav', { class: 'contents' }, contentsList(contents))] : []);
    const end = () =>
      endOfText.trim()
        ? [h('div', { class: 'end-of-text' }, { type: 'raw', value: endOfText } as never)]
        : [];
    const list = [references, referencesTitle, referencesId];
    return [
      ...this.#kept('contents', listed && contents, nav),
      ...(body.children as ElementContent[]),
      ...this.#kept('end', endOfText, end),
      ...this.#kept('references', list, () => referencesSection(document)),
    ];
  }

  #kept(name: string, from: unknown, make: () => ElementContent[]): ElementContent[] {
    const key = JSON.stringify(from);
    const known = this.#made.get(name);
    if (known?.from === key) return known.nodes;
    const nodes = make();
    this.#made.set(name, { from: key, nodes });
    return nodes;
  }
}
