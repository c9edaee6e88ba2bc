import type { Root } from 'hast';
import { h } from 'hastscript';
import type { OctavoDocument } from '../../document/document.js';
import { markFullWidth } from '../../document/full-width.js';
import type { PageStart } from '../../pages/pages.js';
import { conform, writable } from '../markup/conform.js';
import type { Identifiers } from '../markup/identifiers.js';
import { declarePageBreaks, markPages } from '../markup/page-breaks.js';
import { copy, rootOf } from '../markup/tree.js';
import type { BookNote } from './notes.js';

/** Ids that the book's own pages use: the text's ids keep clear of them. */
export const ownIds = [
  'title',
  'notes',
  'toc-title',
  'authors-title',
  'colophon-title',
  'latest-title',
  'page-list-title',
  'landmarks-title',
];

/** Strings of the front matter without what XML cannot hold. */
export function writableDeep<T>(value: T): T {
  if (typeof value === 'string') return writable(value) as T;
  if (Array.isArray(value)) return value.map(writableDeep) as T;
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, writableDeep(inner)]);
  return Object.fromEntries(entries) as T;
}

/** The Document's parts as trees of their own, with page breaks in. */
export interface Trees {
  /** The calls of the title and the authors, in the Document's order. */
  opening: Root;
  body: Root;
  notes: BookNote[];
  references: Root;
  colophon?: Root;
}

/** Copies the Document's parts, marks the pages in them, and brings them to what XHTML allows. */
export function treesOf(document: OctavoDocument, starts: readonly PageStart[]): Trees {
  const body = copy(document.body);
  const entries = document.references.map(({ id, block, content }) =>
    h('li', { id, dataBlock: block }, copy(content)),
  );
  const references = rootOf(entries);
  const colophon = document.colophon && copy(document.colophon);
  markPages({ body, references, colophon }, starts);
  const { lang } = document.metadata;
  const settled = (tree: Root): Root => {
    conform(tree);
    markFullWidth(tree, lang);
    return tree;
  };
  return {
    opening: rootOf(copy((document.openingCalls ?? []).map(({ call }) => call))),
    body: settled(body),
    notes: document.notes.map((note) => ({ ...note, tree: settled(rootOf(copy(note.content))) })),
    references: settled(references),
    colophon: colophon && settled(colophon),
  };
}

/** Settles the ids of all trees; page breaks get theirs last, clear of the text's. */
export function declareIds(
  { opening, notes, body, references, colophon }: Trees,
  identifiers: Identifiers,
): void {
  for (const { id } of notes) identifiers.of(id);
  const trees = [
    opening,
    body,
    ...notes.map(({ tree }) => tree),
    references,
    ...(colophon ? [colophon] : []),
  ];
  identifiers.declare(...trees);
  for (const { properties } of declarePageBreaks(trees, identifiers)) {
    properties['epub:type'] = 'pagebreak';
  }
}
