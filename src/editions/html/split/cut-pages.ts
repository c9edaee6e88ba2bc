import type { Element, Nodes, Root } from 'hast';
import { type Chapter, cutAtHeadings } from '../../markup/cut-at-headings.js';
import {
  elementsOf,
  isElement,
  isNoteCall,
  replaceElements,
  rootOf,
  textOf,
} from '../../markup/tree.js';
import type { WebDocument, WebNote } from '../web-document.js';

/** A page of the web edition, where it is a folder of several. */
export interface WebPage {
  /** In the folder: `index.html`, `the-heading.html`. */
  file: string;
  /** Of the chapter or list that it holds; the first page has that of the publication. */
  title?: string;
  body: Root;
  /** Those that are called on it first. */
  notes: WebNote[];
  /** Whether the list of references stands on it. */
  hasReferences: boolean;
}

export interface CutPages {
  pages: WebPage[];
  /** The file that an id stands on. */
  fileOf: ReadonlyMap<string, string>;
}

export const firstFile = 'index.html';
/** Longest name of a file, without its ending: some disks take no more than a hundred characters. */
const longestName = 80;

/** Files are named by the headings' ids, unlike any other even where capitals do not count. */
function namer(): (id: string | undefined) => string {
  const taken = new Set(['index']);
  return (id = 'text') => {
    const base = id.toLowerCase().slice(0, longestName);
    let name = base;
    for (let count = 2; taken.has(name); count++) name = `${base}-${count}`;
    taken.add(name);
    return `${name}.html`;
  };
}

/** A heading's words, without the numbers of its notes. */
function titleOf(tree: Root): string | undefined {
  const heading = tree.children.find((child): child is Element =>
    isElement(child as Element, 'h2'),
  );
  if (!heading) return undefined;
  const plain = rootOf(structuredClone(heading.children));
  replaceElements(plain, (element) =>
    isNoteCall(element) || element.properties.className?.toString() === 'note-mark' ? [] : element,
  );
  return textOf(plain).replace(/\s+/g, ' ').trim() || undefined;
}

/** What stands before the first heading is on the first page, with the opening. */
function chapterPages(body: Root): WebPage[] {
  const nameOf = namer();
  const page = (file: string, tree: Root, title?: string): WebPage => ({
    file,
    title,
    body: tree,
    notes: [],
    hasReferences: false,
  });
  const isPreface = ({ headingId, tree }: Chapter, index: number) =>
    index === 0 && headingId === undefined && titleOf(tree) === undefined;
  const chapters = cutAtHeadings(body);
  const pages = chapters.map((chapter, index) =>
    isPreface(chapter, index)
      ? page(firstFile, chapter.tree)
      : page(nameOf(chapter.headingId), chapter.tree, titleOf(chapter.tree)),
  );
  return pages[0]?.file === firstFile ? pages : [page(firstFile, rootOf([])), ...pages];
}

function idsIn(tree: Nodes): string[] {
  return elementsOf(tree)
    .map(({ properties }) => properties.id)
    .filter((id): id is string => typeof id === 'string');
}

/**
 * Cuts the web edition into pages: one with the opening, one for each section of the highest
 * level, one for the references; each note goes to the page that calls it first.
 */
export function cutPages(web: WebDocument, referencesTitle: string | undefined): CutPages {
  const pages = chapterPages(web.body);
  const fileOf = new Map<string, string>();
  const stands = (ids: readonly string[], file: string) => {
    for (const id of ids) fileOf.set(id, file);
  };
  for (const { file, body } of pages) stands(idsIn(body), file);
  if (web.references.length > 0) {
    const file = pages.length > 1 ? uniqueFile(pages, web.referencesId ?? 'references') : firstFile;
    if (file === firstFile) (pages[0] as WebPage).hasReferences = true;
    else {
      const list = { file, title: referencesTitle, body: rootOf([]), notes: [] };
      pages.push({ ...list, hasReferences: true });
    }
    stands([...web.references.map(({ id }) => id), web.referencesId ?? ''], file);
    for (const { content } of web.references) stands(idsIn(rootOf(content)), file);
  }
  const byFile = new Map(pages.map((page) => [page.file, page]));
  for (const note of web.notes) {
    const file = note.callIds.map((id) => fileOf.get(id)).find(Boolean) ?? firstFile;
    byFile.get(file)?.notes.push(note);
    stands([note.id, ...idsIn(rootOf(note.content))], file);
  }
  return { pages, fileOf };
}

function uniqueFile(pages: readonly WebPage[], id: string): string {
  const taken = new Set(pages.map(({ file }) => file));
  let file = `${id.toLowerCase()}.html`;
  for (let count = 2; taken.has(file); count++) file = `${id.toLowerCase()}-${count}.html`;
  return file;
}

/** Links to what stands on another page name that page as well. */
export function linkPages(tree: Nodes, own: string, fileOf: ReadonlyMap<string, string>): void {
  for (const { properties } of elementsOf(tree)) {
    const { href } = properties;
    if (typeof href !== 'string' || !href.startsWith('#')) continue;
    const file = fileOf.get(href.slice(1));
    if (file !== undefined && file !== own) properties.href = `${file}${href}`;
  }
}
