import type { Element, ElementContent, Parents, Root } from 'hast';
import { h } from 'hastscript';
import { insideTarget } from '../../document/addresses.js';
import type { OctavoDocument } from '../../document/document.js';
import { markFullWidth } from '../../document/full-width.js';
import type { PageStart } from '../../pages/pages.js';
import type { ImageFile } from '../../publication/publication.js';
import { fill, type Words, wordsFor } from '../../template/words/index.js';
import { conform } from '../markup/conform.js';
import { dataUri } from '../markup/data-uri.js';
import { Identifiers } from '../markup/identifiers.js';
import { breakableAddress } from '../markup/links.js';
import { declarePageBreaks, markPages } from '../markup/page-breaks.js';
import {
  copy,
  hasClass,
  isElement,
  isNoteCall,
  levelHeadings,
  replaceElements,
  rootOf,
  textOf,
} from '../markup/tree.js';

/** Ids that the page itself uses. */
export const pageIds = {
  text: 'text',
  title: 'title',
  contents: 'contents',
  notes: 'notes',
  about: 'about',
  latest: 'latest',
  cite: 'cite',
} as const;

export interface WebNote {
  number: number;
  mark?: string;
  id: string;
  callIds: string[];
  content: ElementContent[];
}

/** The parts of the Document as a web page holds them, ids settled. */
export interface WebDocument {
  body: Root;
  /** A call in the opening, by the Document's. */
  callOf: (call: Element) => Element;
  notes: WebNote[];
  references: { id: string; content: ElementContent[] }[];
  referencesId?: string;
  colophon?: Root;
  identifiers: Identifiers;
}

/** The address by which a page shows an image. */
export type ImageAddress = (image: ImageFile) => string;

interface Context {
  document: OctavoDocument;
  addressOf: ImageAddress;
  identifiers: Identifiers;
  words: Words;
  tables: number;
}

function callOf(element: Element, { words, identifiers }: Context): Element {
  const number = textOf(element);
  const { id, href } = element.properties;
  const target = identifiers.targetOf(String(href)) ?? '';
  return h('sup', { className: 'note-mark' }, [
    h(
      'a',
      {
        className: element.properties.className,
        id,
        href: `#${target}`,
        role: 'doc-noteref',
        ariaLabel: fill(words.note, number),
      },
      number,
    ),
  ]);
}

function linkOf(element: Element, { identifiers }: Context): Element {
  const { properties } = element;
  const { href } = properties;
  if (typeof href !== 'string') return element;
  if (insideTarget(href) === undefined) return outsideLink(element, href);
  properties.href = `#${identifiers.targetOf(href) ?? ''}`;
  return element;
}

/** Links whose words are not their address show it in print (`named-link`). */
function outsideLink(element: Element, href: string): Element {
  const shown = textOf(element).replace(/\s+/g, '');
  const bare = href.replace(/^(https?:\/\/|mailto:|tel:)/i, '').replace(/\/$/, '');
  if (/^https?:/i.test(href)) {
    element.properties.rel = ['noopener', 'noreferrer'];
    if (!shown.includes(bare)) element.properties.className = ['named-link'];
  }
  return breakableAddress(element);
}

function imageOf(element: Element, { document, addressOf }: Context): Element | ElementContent[] {
  const image = document.images.get(String(element.properties.src ?? ''));
  const alt = element.properties.alt;
  if (!image)
    return [h('span', { className: 'missing-image' }, typeof alt === 'string' ? alt : '')];
  element.properties = {
    ...element.properties,
    src: addressOf(image),
    width: Math.round(image.width) || undefined,
    height: Math.round(image.height) || undefined,
    alt: typeof alt === 'string' ? alt : '',
    srcSet: undefined,
    decoding: 'async',
  };
  return element;
}

/** A table wider than the screen scrolls by itself, and by keyboard. */
function tableOf(table: Element, context: Context): Element {
  context.tables += 1;
  const caption = table.children.find((child) => isElement(child, 'caption')) as
    | Element
    | undefined;
  const label = caption ? textOf(caption).trim() : '';
  return h(
    'div',
    {
      className: 'scroller',
      role: 'region',
      tabIndex: 0,
      ariaLabel: label || fill(context.words.table, context.tables),
    },
    [table],
  );
}

/** A task's box is named by the task, without those below it. */
function boxOf(box: Element, ancestors: readonly Parents[]): Element {
  const item = ancestors.findLast((node) => isElement(node as Element, 'li', 'p', 'td', 'dd'));
  const own = (item?.children ?? []).filter((child) => !isElement(child as Element, 'ul', 'ol'));
  const label = own.map((child) => textOf(child as ElementContent)).join('');
  box.properties.ariaLabel = label.trim().replace(/\s+/g, ' ') || undefined;
  return box;
}

/** Formulas of more letters than this may be wider than a telephone's screen. */
const narrowLetters = 20;

const isWide = (math: Element) => textOf(math).length > narrowLetters;

/** What is wider than the screen scrolls by itself, and by keyboard. */
function formulaOf(element: Element): Element {
  if (element.tagName === 'math') {
    const inLine = element.properties.display !== 'block' && isWide(element);
    return inLine ? h('span', { className: 'wide-formula', tabIndex: 0 }, [element]) : element;
  }
  const [math] = element.children;
  if (isElement(math, 'math') && isWide(math)) element.properties.tabIndex = 0;
  return element;
}

const insideTable = (ancestors: readonly Parents[]) =>
  ancestors.some((node) => isElement(node as Element, 'table'));

function changeElement(
  element: Element,
  ancestors: readonly Parents[],
  context: Context,
): Element | ElementContent[] {
  context.identifiers.refer(element.properties);
  if (isNoteCall(element)) return callOf(element, context);
  switch (element.tagName) {
    case 'a':
      return linkOf(element, context);
    case 'img':
      return imageOf(element, context);
    case 'table':
      return insideTable(ancestors) ? element : tableOf(element, context);
    case 'input':
      return boxOf(element, ancestors);
    case 'pre':
      element.properties.tabIndex = 0;
      return element;
    case 'math':
      return formulaOf(element);
    case 'div':
      return hasClass(element, 'formula') ? formulaOf(element) : element;
    default:
      return element;
  }
}

function bring<T extends Root>(tree: T, context: Context): T {
  replaceElements(tree, (element, ancestors) => changeElement(element, ancestors, context));
  return tree;
}

/** The calls of the opening, which stands in no tree of the Document. */
function openingOf({ openingCalls = [] }: OctavoDocument): Root {
  return rootOf(copy(openingCalls.map(({ call }) => call)));
}

/** The references as a list whose items are its leaf blocks, so that pages can begin in them. */
function referenceList({ references }: OctavoDocument): Root {
  return rootOf(
    references.map(({ id, block, content }) => h('li', { id, dataBlock: block }, copy(content))),
  );
}

/** The anchors of the printed pages, with what they are called aloud and shown as. */
function namePages(trees: readonly Root[], identifiers: Identifiers, words: Words): void {
  for (const { properties } of declarePageBreaks(trees, identifiers)) {
    const label = String(properties.ariaLabel);
    properties.dataPage = label;
    // Checkers know no label on a `span`; a title names it as well.
    properties.title = fill(words.page, label);
    delete properties.ariaLabel;
  }
}

/**
 * Brings the Document to web markup.
 *
 * @param starts Where the printed pages begin, where any were printed.
 * @param addressOf Where images stand; inside of the page itself where nothing is said.
 */
export function webDocument(
  document: OctavoDocument,
  starts: readonly PageStart[] = [],
  addressOf: ImageAddress = ({ bytes, mediaType }) => dataUri(bytes, mediaType),
): WebDocument {
  const identifiers = new Identifiers(Object.values(pageIds));
  const words = wordsFor(document.metadata.lang);
  const body = copy(document.body);
  const references = referenceList(document);
  const colophon = document.colophon && copy(document.colophon);
  const trees = [body, references, ...(colophon ? [colophon] : [])];
  markPages({ body, references, colophon }, starts);
  const { lang } = document.metadata;
  const settled = (tree: Root): Root => {
    conform(tree);
    markFullWidth(tree, lang);
    return tree;
  };
  for (const tree of trees) settled(tree);
  const notes = document.notes.map((note) => ({
    ...note,
    tree: settled(rootOf(copy(note.content))),
  }));
  const { referencesId } = document;
  for (const { id } of [...notes, ...document.references]) identifiers.of(id);
  if (referencesId !== undefined) identifiers.of(referencesId);
  const opening = openingOf(document);
  identifiers.declare(opening, body, ...notes.map(({ tree }) => tree), ...trees.slice(1));
  namePages(trees, identifiers, words);

  const context: Context = { document, addressOf, identifiers, words, tables: 0 };
  if (colophon) levelHeadings(colophon, 2);
  const calls = bring(opening, context).children as Element[];
  return {
    callOf: (call) =>
      calls[document.openingCalls?.findIndex((other) => other.call === call) ?? -1] ?? call,
    body: bring(body, context),
    notes: notes.map(({ number, mark, id, callIds, tree }) => ({
      number,
      mark,
      id: identifiers.of(id),
      callIds: callIds.filter((call) => identifiers.has(call)).map((call) => identifiers.of(call)),
      content: bring(tree, context).children as ElementContent[],
    })),
    references: (bring(references, context).children as Element[]).map((entry) => ({
      id: String(entry.properties.id),
      content: entry.children,
    })),
    referencesId: referencesId && identifiers.of(referencesId),
    colophon: colophon && bring(colophon, context),
    identifiers,
  };
}
