import type { Root } from 'hast';
import type { OctavoDocument } from '../../document/document.js';
import type { TemplateView } from '../../template/view.js';
import type { Words } from '../../template/words/index.js';
import type { Identifiers } from '../markup/identifiers.js';
import { elementsOf } from '../markup/tree.js';
import { bringToBook } from './elements.js';
import type { Picture } from './pictures.js';

/** What each of a book's files needs to know of the whole. */
export interface BookContext {
  document: OctavoDocument;
  identifiers: Identifiers;
  /** File of each id, by the id as the book has it. */
  homes: Map<string, string>;
  pictures: Map<string, Picture>;
  /** Id of the reference list as the book has it. */
  referencesId?: string;
  words: Words;
  wordsLang?: string;
  view: TemplateView;
}

/** Says that the ids of a tree stand in a file. */
export function settle(tree: Root, file: string, { homes }: BookContext): void {
  for (const { properties } of elementsOf(tree)) {
    if (typeof properties.id === 'string') homes.set(properties.id, file);
  }
}

/** The address of an id of the Document, from the file given. */
export function hrefOf(
  id: string,
  from: string,
  { identifiers, homes }: BookContext,
): string | undefined {
  if (!identifiers.has(id)) return undefined;
  const target = identifiers.of(id);
  const home = homes.get(target);
  if (home === undefined) return undefined;
  return home === from ? `#${target}` : `${home}#${target}`;
}

/** Makes a tree of the Document one of the book's file given. */
export function bring(tree: Root, from: string, context: BookContext): Root {
  const { identifiers, pictures } = context;
  return bringToBook(tree, {
    identifiers,
    pictureOf: (source) => pictures.get(source),
    hrefOf: (id) => hrefOf(id, from, context),
  });
}
