import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { isPageBreak } from '../markup/page-breaks.js';
import { levelHeadings } from '../markup/tree.js';
import { type BookContext, bring, hrefOf } from './book-context.js';
import { type BookFile, typed } from './book-file.js';
import type { PlacedChapter } from './contents.js';
import { bylineOf } from './front-matter.js';
import { type BookNote, noteBlock } from './notes.js';

/** The notes of a file, below its text. */
export function notesSection(
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

/** A chapter with its notes. */
export function textFile(
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
