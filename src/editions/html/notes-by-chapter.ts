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
  const titles = titlesByCall(body);
  const titleOf = (note: WebNote | undefined) => titles.get(note?.callIds[0] ?? '');
  const chapters: ChapterNotes[] = [];
  let last = 0;
  for (const note of notes) {
    const open = chapters.at(-1);
    // A marked note tells nothing of numbers, but it stands under a title.
    const goesOn =
      note.mark === undefined
        ? note.number > last
        : titleOf(note) === undefined || titleOf(note) === titleOf(open?.notes[0]);
    if (open && goesOn) open.notes.push(note);
    else chapters.push({ notes: [note] });
    if (note.mark === undefined) last = note.number;
    else if (!goesOn) last = 0;
  }
  if (!beginAgain(notes)) return [{ notes: [...notes] }];
  for (const chapter of chapters) {
    chapter.title = chapter.notes.map(titleOf).find((title) => title !== undefined);
  }
  return chapters;
}

function beginAgain(notes: readonly WebNote[]): boolean {
  const numbered = notes.filter(({ mark }) => mark === undefined);
  return numbered.some(({ number }, index) => number <= (numbered[index - 1]?.number ?? 0));
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
