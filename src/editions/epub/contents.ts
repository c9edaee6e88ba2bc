import type { ElementContent } from 'hast';
import type { ContentsEntry, OctavoDocument } from '../../document/document.js';
import type { Chapter } from '../markup/cut-at-headings.js';
import type { Identifiers } from '../markup/identifiers.js';
import { plainPhrasing, replaceElements, rootOf, textOf } from '../markup/tree.js';
import type { ContentsLine } from './book-file.js';

export interface PlacedChapter extends Chapter {
  /** Below `EPUB/text/`. */
  file: string;
  title: string;
  entry?: ContentsEntry;
}

/** Reading systems show their own lists of contents, in which formulas are letters at best. */
function inWords(content: readonly ElementContent[]): ElementContent[] {
  const root = rootOf(plainPhrasing(content));
  replaceElements(root, (element) =>
    element.tagName === 'math' ? [{ type: 'text', value: textOf(element) }] : element,
  );
  return root.children as ElementContent[];
}

function lineOf(entry: ContentsEntry, file: string, identifiers: Identifiers): ContentsLine {
  const { id, content, text, lang, dir, children } = entry;
  return {
    href: `text/${file}#${identifiers.of(id)}`,
    label: text.trim() ? inWords(content) : [{ type: 'text', value: '—' }],
    text: text.trim() || '—',
    lang,
    dir,
    children: children.map((child) => lineOf(child, file, identifiers)),
  };
}

/**
 * A line of the table of contents for each file of the text, with what lies below it. A short
 * work, in one file, stands under its title.
 */
export function contentsLines(
  { contents, metadata }: OctavoDocument,
  chapters: readonly PlacedChapter[],
  identifiers: Identifiers,
): ContentsLine[] {
  const title = (children: ContentsLine[], file: string): ContentsLine => ({
    href: `text/${file}`,
    label: [{ type: 'text', value: metadata.title }],
    text: metadata.title,
    children,
  });
  const [only] = chapters;
  if (chapters.length === 1 && only) {
    return [
      title(
        contents.map((entry) => lineOf(entry, only.file, identifiers)),
        only.file,
      ),
    ];
  }
  return chapters.map(({ file, entry }, index) => {
    if (entry) return { ...lineOf(entry, file, identifiers), href: `text/${file}` };
    const before =
      index === 0
        ? contents.slice(
            0,
            contents.findIndex(({ level }) => level === 2),
          )
        : [];
    return title(
      before.map((deeper) => lineOf(deeper, file, identifiers)),
      file,
    );
  });
}
