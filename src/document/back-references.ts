import type { Element, ElementContent, Nodes } from 'hast';
import { visit } from 'unist-util-visit';
import { insideTarget } from './addresses.js';
import type { OctavoDocument } from './document.js';
import type { Signs } from './signs.js';

/** A page as the text names it. */
export interface Folio {
  /** From 0. */
  page: number;
  label: string;
}

/**
 * A copy of the Document whose works say on which pages they are cited.
 * @param folioOf The page that an id stands on.
 * @param words What is said, `{}` for the folios: `Cited on p. {}`.
 */
export function withBackReferences(
  document: OctavoDocument,
  folioOf: (id: string) => Folio,
  words: string,
  signs: Signs,
): OctavoDocument {
  const { body, references, notes, openingCalls } = structuredClone({
    body: document.body,
    references: document.references,
    notes: document.notes,
    openingCalls: document.openingCalls,
  });
  const say = (tree: Nodes) => {
    visit(tree, 'element', (element: Element) => {
      if (isBackReferences(element)) element.children = sentence(element, folioOf, words, signs);
    });
  };
  say(body);
  for (const { content } of references) for (const node of content) say(node);
  return { ...document, body, references, notes, ...(openingCalls && { openingCalls }) };
}

/** No manuscript can write `data-keys` itself: its raw HTML keeps no such attribute. */
function isBackReferences({ properties: { className, dataKeys } }: Element): boolean {
  return (
    dataKeys !== undefined && Array.isArray(className) && className.includes('back-references')
  );
}

function sentence(
  element: Element,
  folioOf: (id: string) => Folio,
  words: string,
  { list, stop }: Signs,
): ElementContent[] {
  const pages = new Map<number, ElementContent>();
  visit(element, 'element', (link: Element) => {
    const target = link.tagName === 'a' ? insideTarget(String(link.properties.href)) : undefined;
    if (target === undefined) return;
    const { page, label } = folioOf(target);
    if (!pages.has(page)) pages.set(page, { ...link, children: [{ type: 'text', value: label }] });
  });
  const inOrder = [...pages].sort(([one], [other]) => one - other).map(([, link]) => link);
  const listed = inOrder.flatMap((link, index): ElementContent[] =>
    index === 0 ? [link] : [{ type: 'text', value: list }, link],
  );
  const [before = '', after = ''] = words.split('{}');
  return [{ type: 'text', value: before }, ...listed, { type: 'text', value: after + stop }];
}
