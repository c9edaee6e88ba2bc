import type { PDFContext, PDFDict, PDFRef } from 'pdf-lib';
import type { OutlineEntry } from '../../pages/pages.js';
import { pointOf } from '../pdf-file/boxes.js';
import type { Sheet } from '../pdf-file/file.js';
import { pdfName, rounded, text } from '../pdf-file/objects.js';
import { goTo } from './links.js';

interface Bookmark {
  entry: OutlineEntry;
  reference: PDFRef;
  children: Bookmark[];
}

/** Nests entries by level; a level that is skipped is not made up. */
function nest(context: PDFContext, entries: readonly OutlineEntry[]): Bookmark[] {
  const top: Bookmark[] = [];
  const open: Bookmark[] = [];
  for (const entry of entries) {
    while (open.length && (open.at(-1)?.entry.level ?? 0) >= entry.level) open.pop();
    const bookmark = { entry, reference: context.nextRef(), children: [] };
    (open.at(-1)?.children ?? top).push(bookmark);
    open.push(bookmark);
  }
  return top;
}

const countOf = (bookmarks: readonly Bookmark[]): number =>
  bookmarks.reduce((sum, { children }) => sum + 1 + countOf(children), 0);

/**
 * Bookmarks (ISO 32000-1, 12.3.3), all open. In PDF 2.0 they lead to elements as well as to places
 * (ISO 14289-2, 8.8).
 */
export function writeOutline(
  catalog: PDFDict,
  entries: readonly OutlineEntry[],
  pages: readonly Sheet[],
  elementOf: (entry: OutlineEntry) => PDFRef | undefined,
  isPdf2: boolean,
): void {
  const { context } = catalog;
  catalog.delete(pdfName('Outlines'));
  const top = nest(
    context,
    entries.filter(({ target }) => pages[target.page]),
  );
  if (top.length === 0) return;

  const write = (bookmarks: readonly Bookmark[], parent: PDFRef) => {
    bookmarks.forEach(({ entry, reference, children }, index) => {
      const sheet = pages[entry.target.page] as Sheet;
      const y = rounded(pointOf(sheet.dict, entry.target)[1]);
      const dict = context.obj({ Parent: parent });
      dict.set(pdfName('Title'), text(entry.title));
      const place = [sheet.reference, pdfName('XYZ'), null, y, null];
      const element = elementOf(entry);
      if (isPdf2) dict.set(pdfName('A'), goTo(context, place, element));
      else dict.set(pdfName('Dest'), context.obj(place));
      const set = (key: string, value: PDFRef | undefined) => {
        if (value) dict.set(pdfName(key), value);
      };
      set('SE', element);
      set('Prev', bookmarks[index - 1]?.reference);
      set('Next', bookmarks[index + 1]?.reference);
      set('First', children[0]?.reference);
      set('Last', children.at(-1)?.reference);
      if (children.length) dict.set(pdfName('Count'), context.obj(countOf(children)));
      context.assign(reference, dict);
      write(children, reference);
    });
  };

  const root = context.nextRef();
  write(top, root);
  const dict = context.obj({ Type: 'Outlines', Count: countOf(top) });
  dict.set(pdfName('First'), (top[0] as Bookmark).reference);
  dict.set(pdfName('Last'), (top.at(-1) as Bookmark).reference);
  context.assign(root, dict);
  catalog.set(pdfName('Outlines'), root);
}
