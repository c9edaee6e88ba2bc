import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { Report } from '../../diagnostics/report.js';
import { headings } from '../../document/contents.js';
import type { OctavoDocument } from '../../document/document.js';
import { beginsMainMatter } from '../../document/main-matter.js';
import type { PageStart } from '../../pages/pages.js';
import { type TemplateView, templateView } from '../../template/view.js';
import { foreignLang, type Words, wordsFor } from '../../template/words/index.js';
import type { Chapter } from '../markup/cut-at-headings.js';
import { Identifiers } from '../markup/identifiers.js';
import { isPageBreak } from '../markup/page-breaks.js';
import { elementsOf, levelHeadings } from '../markup/tree.js';
import { type BookFile, typed } from './book-file.js';
import { chaptersOf } from './chapters.js';
import { contentsLines, type PlacedChapter } from './contents.js';
import { bringToBook } from './elements.js';
import { authorsFile, colophonFile, latestIssuesFile, referencesFile } from './end-matter.js';
import { bylineOf, coverFile, titlePageFile } from './front-matter.js';
import { type BookNote, noteBlock, shareNotes } from './notes.js';
import { type Picture, picturesOf } from './pictures.js';
import type { Rasterise } from './rasterise.js';
import { declareIds, ownIds, type Trees, treesOf, writableDeep } from './trees.js';

export interface BookOptions {
  report: Report;
  /** The manuscript's path as diagnostics show it. */
  file: string;
  /** The same for the colophon's file. */
  colophonFile?: string;
  pageStarts: readonly PageStart[];
  rasterise?: Rasterise;
  hasCover: boolean;
}

/** The whole book as trees, before it is written. */
export interface Book {
  metadata: OctavoDocument['metadata'];
  words: Words;
  wordsLang?: string;
  files: BookFile[];
  pictures: Picture[];
  hasNotes: boolean;
}

const referencesHome = 'references.xhtml';
const colophonHome = 'colophon.xhtml';
const titleHome = 'title-page.xhtml';

interface BookContext {
  document: OctavoDocument;
  options: BookOptions;
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

function settle(tree: Root, file: string, { homes }: BookContext): void {
  for (const { properties } of elementsOf(tree)) {
    if (typeof properties.id === 'string') homes.set(properties.id, file);
  }
}

/** The address of an id of the Document, from the file given. */
function hrefOf(id: string, from: string, { identifiers, homes }: BookContext): string | undefined {
  if (!identifiers.has(id)) return undefined;
  const target = identifiers.of(id);
  const home = homes.get(target);
  if (home === undefined) return undefined;
  return home === from ? `#${target}` : `${home}#${target}`;
}

function bring(tree: Root, from: string, context: BookContext): Root {
  const { identifiers, pictures } = context;
  return bringToBook(tree, {
    identifiers,
    pictureOf: (source) => pictures.get(source),
    hrefOf: (id) => hrefOf(id, from, context),
  });
}

function notesSection(
  notes: readonly BookNote[],
  file: string,
  context: BookContext,
): ElementContent[] {
  if (notes.length === 0) return [];
  const { words, wordsLang: lang, identifiers } = context;
  const blocks = notes.map((note) => {
    const calls = note.callIds
      .map((id) => hrefOf(id, file, context))
      .filter((href) => href !== undefined);
    return noteBlock(note, identifiers.of(note.id), calls, words);
  });
  return [
    typed('section', 'footnotes', 'doc-endnotes', { className: 'notes', ariaLabelledBy: 'notes' }, [
      h('h2', { id: 'notes', lang }, words.notes),
      ...blocks,
    ]),
  ];
}

/** Title and author over the text where no heading of a chapter stands there. */
function opening({ document, view, words, wordsLang }: BookContext): Element {
  return h('header', { className: 'opening' }, [
    h('h1', { id: 'title' }, document.metadata.title),
    ...bylineOf(view.byline, words, wordsLang),
  ]);
}

function textFile(
  chapter: PlacedChapter,
  matter: BookFile['matter'],
  notes: readonly BookNote[],
  context: BookContext,
): BookFile {
  const { file, tree, headingId } = chapter;
  levelHeadings(tree, headingId === undefined ? 2 : 1);
  const content = bring(tree, file, context).children as ElementContent[];
  for (const note of notes) bring(note.tree, file, context);
  const lead = content.findIndex((child) => !isPageBreak(child));
  const breaks = headingId === undefined ? content.splice(0, Math.max(lead, 0)) : [];
  const label = headingId === undefined ? 'title' : context.identifiers.of(headingId);
  return {
    name: file,
    title: chapter.title,
    matter,
    content: [
      typed('section', 'chapter', 'doc-chapter', { ariaLabelledBy: label }, [
        ...breaks,
        ...(headingId === undefined ? [opening(context)] : []),
        ...content,
        ...notesSection(notes, file, context),
      ]),
    ],
  };
}

function placeChapters(chapters: readonly Chapter[], { metadata, contents }: OctavoDocument) {
  const digits = Math.max(2, String(chapters.length).length);
  return chapters.map((chapter, index): PlacedChapter => {
    const number = String(index + 1).padStart(digits, '0');
    const entry = contents.find(({ id }) => id === chapter.headingId);
    return {
      ...chapter,
      file: chapters.length === 1 ? 'text.xhtml' : `chapter-${number}.xhtml`,
      title: entry?.text || metadata.title,
      entry,
    };
  });
}

/** The title page, with the notes that it calls. */
function titlePage(opening: Root, notes: readonly BookNote[], context: BookContext): BookFile {
  const { document, words, wordsLang } = context;
  const owners = (document.openingCalls ?? []).map(({ of }) => of);
  bring(opening, titleHome, context);
  for (const note of notes) bring(note.tree, titleHome, context);
  const calls = new Map(owners.map((of, index) => [of, opening.children[index] as Element]));
  const { metadata } = document;
  return titlePageFile(metadata, context.view, {
    words,
    wordsLang,
    callOf: (owner) => calls.get(owner),
    notes: notesSection(notes, titleHome, context),
  });
}

function endMatter(trees: Trees, context: BookContext): BookFile[] {
  const { document, words, wordsLang, view } = context;
  const references = trees.references.children as Element[];
  bring(trees.references, referencesHome, context);
  const files = [
    references.length > 0
      ? referencesFile(
          { text: document.referencesTitle ?? '', id: context.referencesId },
          references.map(({ properties, children }) => ({
            id: String(properties.id),
            content: children,
          })),
        )
      : undefined,
    authorsFile(document.metadata, words, wordsLang),
    trees.colophon && colophonFile(bring(trees.colophon, colophonHome, context), words, wordsLang),
    latestIssuesFile(view, words),
  ];
  return files.filter((file) => file !== undefined);
}

/** Makes the book's files from the Document; reports what an ebook cannot carry. */
export async function makeBook(source: OctavoDocument, options: BookOptions): Promise<Book> {
  const document = { ...source, metadata: writableDeep(source.metadata) };
  const { metadata } = document;
  const words = wordsFor(metadata.lang);
  const trees = treesOf(document, options.pageStarts);
  const { opening, body, notes, references, colophon } = trees;
  const identifiers = new Identifiers(ownIds);
  declareIds(trees, identifiers);
  const chapters = placeChapters(chaptersOf(body), document);
  const { file, colophonFile = file } = options;
  const texts = [body, ...notes.map(({ tree }) => tree)].map((tree) => ({ tree, file }));
  const end = colophon ? [{ tree: colophon, file: colophonFile }] : [];
  const context: BookContext = {
    document,
    options,
    identifiers,
    homes: new Map(),
    pictures: await picturesOf([...texts, ...end], { document, ...options }),
    referencesId: document.referencesId && identifiers.of(document.referencesId),
    words,
    wordsLang: foreignLang(words, metadata),
    view: templateView({ ...document, colophon: undefined }),
  };
  const [openingShare = [], ...shares] = shareNotes(
    [opening, ...chapters.map(({ tree }) => tree)],
    notes,
  );
  const settleFile = (file: string, tree: Root, share: readonly BookNote[] = []) => {
    settle(tree, file, context);
    for (const note of share) {
      context.homes.set(identifiers.of(note.id), file);
      settle(note.tree, file, context);
    }
  };
  settleFile(titleHome, opening, openingShare);
  chapters.forEach(({ file, tree }, index) => {
    settleFile(file, tree, shares[index]);
  });
  settle(references, referencesHome, context);
  if (colophon) settle(colophon, colophonHome, context);
  if (context.referencesId) context.homes.set(context.referencesId, referencesHome);

  const mainMatter = chapters.findIndex(({ tree }) => headings(tree).some(beginsMainMatter));
  const textFiles = chapters.map((chapter, index) =>
    textFile(
      chapter,
      index < mainMatter ? 'frontmatter' : 'bodymatter',
      shares[index] ?? [],
      context,
    ),
  );
  const lines = contentsLines(document, chapters, identifiers);
  const files = [
    ...(options.hasCover ? [coverFile(metadata.title, words)] : []),
    titlePage(trees.opening, openingShare, context),
    ...textFiles.map((file, index) => ({ ...file, entry: lines[index] })),
    ...endMatter(trees, context),
  ];
  return {
    metadata,
    words,
    wordsLang: context.wordsLang,
    files,
    pictures: [...context.pictures.values()],
    hasNotes: notes.length > 0,
  };
}
