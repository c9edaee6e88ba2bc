import type { Element, Root } from 'hast';
import type { Report } from '../../diagnostics/report.js';
import { headings } from '../../document/contents.js';
import type { OctavoDocument } from '../../document/document.js';
import { beginsMainMatter } from '../../document/main-matter.js';
import type { PageStart } from '../../pages/pages.js';
import { templateView } from '../../template/view.js';
import { foreignLang, type Words, wordsFor } from '../../template/words/index.js';
import type { Chapter } from '../markup/cut-at-headings.js';
import { Identifiers } from '../markup/identifiers.js';
import { type BookContext, bring, settle } from './book-context.js';
import type { BookFile } from './book-file.js';
import { chaptersOf } from './chapters.js';
import { contentsLines, type PlacedChapter } from './contents.js';
import { authorsFile, colophonFile, latestIssuesFile, referencesFile } from './end-matter.js';
import { coverFile, titlePageFile } from './front-matter.js';
import { type BookNote, shareNotes } from './notes.js';
import { type Picture, picturesOf } from './pictures.js';
import type { Rasterise } from './rasterise.js';
import { notesSection, textFile } from './text-file.js';
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

/** The trees that pictures may stand in, each with the file that it is written in. */
function writtenIn(
  { body, notes, colophon }: Trees,
  { file, colophonFile = file }: BookOptions,
): { tree: Root; file: string }[] {
  const texts = [body, ...notes.map(({ tree }) => tree)].map((tree) => ({ tree, file }));
  return colophon ? [...texts, { tree: colophon, file: colophonFile }] : texts;
}

/**
 * Says in which file each id stands.
 *
 * @param shares The notes of the title page, then those of each chapter.
 */
function settleAll(
  { opening, references, colophon }: Trees,
  chapters: readonly PlacedChapter[],
  shares: readonly (readonly BookNote[])[],
  context: BookContext,
): void {
  const { homes, identifiers, referencesId } = context;
  const files = [{ file: titleHome, tree: opening }, ...chapters];
  for (const [index, { file, tree }] of files.entries()) {
    settle(tree, file, context);
    for (const note of shares[index] ?? []) {
      homes.set(identifiers.of(note.id), file);
      settle(note.tree, file, context);
    }
  }
  settle(references, referencesHome, context);
  if (colophon) settle(colophon, colophonHome, context);
  if (referencesId) homes.set(referencesId, referencesHome);
}

/** Makes the book's files from the Document; reports what an ebook cannot carry. */
export async function makeBook(source: OctavoDocument, options: BookOptions): Promise<Book> {
  const document = { ...source, metadata: writableDeep(source.metadata) };
  const { metadata } = document;
  const words = wordsFor(metadata.lang);
  const trees = treesOf(document, options.pageStarts);
  const identifiers = new Identifiers(ownIds);
  declareIds(trees, identifiers);
  const chapters = placeChapters(chaptersOf(trees.body), document);
  const context: BookContext = {
    document,
    identifiers,
    homes: new Map(),
    pictures: await picturesOf(writtenIn(trees, options), { document, ...options }),
    referencesId: document.referencesId && identifiers.of(document.referencesId),
    words,
    wordsLang: foreignLang(words, metadata),
    view: templateView({ ...document, colophon: undefined }),
  };
  const shares = shareNotes([trees.opening, ...chapters.map(({ tree }) => tree)], trees.notes);
  settleAll(trees, chapters, shares, context);
  const [openingShare = [], ...chapterShares] = shares;

  const mainMatter = chapters.findIndex(({ tree }) => headings(tree).some(beginsMainMatter));
  const textFiles = chapters.map((chapter, index) =>
    textFile(
      chapter,
      index < mainMatter ? 'frontmatter' : 'bodymatter',
      chapterShares[index] ?? [],
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
    hasNotes: trees.notes.length > 0,
  };
}
