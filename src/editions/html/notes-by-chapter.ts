import type { ElementContent, Root } from 'hast';
import { elementsOf, isElement, plainPhrasing } from '../markup/tree.js';
import type { WebNote } from './web-document.js';

/** Notes whose numbers run on, and the title of the chapter that calls them. */
export interface ChapterNotes {
  /** None where the numbers run through the text. */
  title?: ElementContent[];
  notes: WebNote[];
}

/** The notes, parted where their numbers begin again. */
export function notesByChapter(body: Root, notes: readonly WebNote[]): ChapterNotes[] {
  const chapters: ChapterNotes[] = [];
  notes.forEach((note, index) => {
    const before = notes[index - 1];
    if (before && before.number < note.number) chapters.at(-1)?.notes.push(note);
    else chapters.push({ notes: [note] });
  });
  if (chapters.length > 1) {
    const titles = titlesByCall(body);
    for (const chapter of chapters) chapter.title = titles.get(chapter.notes[0]?.callIds[0] ?? '');
  }
  return chapters;
}

/** The title of the chapter that each note is called in, by the call's id. */
function titlesByCall(body: Root): Map<string, ElementContent[]> {
  const titles = new Map<string, ElementContent[]>();
  let title: ElementContent[] | undefined;
  for (const child of body.children) {
    if (isElement(child, 'h2')) title = plainPhrasing(withoutMarks(child.children));
    for (const { properties } of elementsOf(child)) {
      if (title && typeof properties.id === 'string') titles.set(properties.id, title);
    }
  }
  return titles;
}

/** A note's number is no part of a title. */
function withoutMarks(content: readonly ElementContent[]): ElementContent[] {
  return content.filter(
    (node) => !(node.type === 'element' && String(node.properties.className).includes('note-mark')),
  );
}
