import type { Element, ElementContent, Nodes, Parents } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { noteMark } from '../markdown/notes/note-marks.js';
import { insideTarget } from './addresses.js';
import { type Folio, withBackReferences } from './back-references.js';
import { type Note, noteLabel, type OctavoDocument } from './document.js';
import { isNoteCall } from './note-calls.js';
import type { Signs } from './signs.js';

export type { Folio };

/** What a publication says on paper only, where there are pages to name. */
export interface PaperSettings {
  /** Its works say where they are cited, `{}` for the folios: `Cited on p. {}`. */
  citedOn?: string;
  /** Said after a link that asks for its target's page, `{}` for the folio: `p. {}`. */
  onPage: string;
  signs: Signs;
  /** Notes are numbered from 1, and marked from `*`, on each page. */
  numbersByPage: boolean;
}

/** No manuscript can write the class alone: `pageReferences` gives it to links within the publication. */
export function isPageReference({ tagName, properties: { className } }: Element): boolean {
  return tagName === 'a' && Array.isArray(className) && className.includes('page-reference');
}

/** Whether the Document on paper differs from the Document. */
export function namesPages(document: OctavoDocument, settings: PaperSettings): boolean {
  if (settings.citedOn !== undefined || settings.numbersByPage) return true;
  return treesOf(document).some((tree) => holdsPageReference(tree));
}

function holdsPageReference(tree: Nodes): boolean {
  let found = false;
  visit(tree, 'element', (element: Element) => {
    found ||= isPageReference(element);
  });
  return found;
}

const treesOf = ({ body, notes }: OctavoDocument): Parents[] => [
  body,
  ...notes.map(({ content }) => ({ type: 'root' as const, children: content })),
];

/**
 * A copy of the Document for paper: its works say on which pages they are cited, links that ask
 * for it name their target's page, and notes have the numbers of their pages.
 *
 * @param folioOf The page that an id stands on.
 */
export function forPaper(
  document: OctavoDocument,
  folioOf: (id: string) => Folio,
  { citedOn, onPage, signs, numbersByPage }: PaperSettings,
): OctavoDocument {
  const copy =
    citedOn === undefined ? clone(document) : withBackReferences(document, folioOf, citedOn, signs);
  for (const tree of treesOf(copy)) namePages(tree, folioOf, { onPage, signs });
  if (numbersByPage) numberByPage(copy, folioOf);
  return copy;
}

function clone(document: OctavoDocument): OctavoDocument {
  const { body, notes, openingCalls } = document;
  return {
    ...document,
    ...structuredClone({ body, notes }),
    ...(openingCalls && { openingCalls: structuredClone(openingCalls) }),
  };
}

/** In parentheses of the text itself a comma does for more of them. */
function namePages(
  tree: Parents,
  folioOf: (id: string) => Folio,
  { onPage, signs }: Pick<PaperSettings, 'onPage' | 'signs'>,
): void {
  visit(tree, (block) => {
    if (block.type !== 'element' || !block.children.some(({ type }) => type === 'text')) return;
    let before = '';
    visit(block, (node) => {
      if (node.type === 'text') before += node.value;
      if (node.type !== 'element' || !isPageReference(node)) return undefined;
      const target = insideTarget(String(node.properties.href));
      if (target === undefined) return undefined;
      before += textOf(node);
      const said = onPage.replace('{}', folioOf(target).label);
      node.children.push(
        pageNumber(isInParentheses(before) ? signs.comma + said : signs.open + said + signs.close),
      );
      return SKIP;
    });
    return SKIP;
  });
}

function isInParentheses(before: string): boolean {
  return before.search(/[(（][^)）]*$/) >= 0;
}

function pageNumber(said: string): ElementContent {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['page-number'] },
    children: [{ type: 'text', value: said }],
  };
}

/** Numbers the notes by the pages that they begin on; those of the opening among them. */
function numberByPage(document: OctavoDocument, folioOf: (id: string) => Folio): void {
  const counts = new Map<number, { numbers: number; marks: number }>();
  for (const note of document.notes) {
    const { page } = folioOf(note.id);
    const count = counts.get(page) ?? { numbers: 0, marks: 0 };
    counts.set(page, count);
    if (note.mark === undefined) note.number = ++count.numbers;
    else note.mark = noteMark(count.marks++);
  }
  const calls = new Map(
    document.notes.flatMap((note) => note.callIds.map((id): [string, Note] => [id, note])),
  );
  const label = (call: Element) => {
    const note = calls.get(String(call.properties.id));
    if (note) call.children = [{ type: 'text', value: noteLabel(note) }];
  };
  visit(document.body, 'element', (element: Element) => {
    if (isNoteCall(element)) label(element);
  });
  for (const { call } of document.openingCalls ?? []) label(call);
}
