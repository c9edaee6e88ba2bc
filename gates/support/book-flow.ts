import { generateBook, wholeBook } from '../../bench/book.js';
import {
  columnEndPenalties,
  type Flow,
  type FlowItem,
  type NoteFlow,
} from '../../src/pages/pagination/index.js';

/** Characters of a line: of the text, and of notes. */
const [textLine, noteLine] = [46, 54];

/** One line of text in eight ends in a hyphen; which, its number tells. */
const isHyphenated = (line: number) => (line * 2654435761) % 8 === 0;

const lineCount = (characters: number, line: number) => Math.max(1, Math.ceil(characters / line));

function lines(count: number, gap: number): FlowItem[] {
  return Array.from({ length: count }, (_, index) => {
    const stray = index < 2 || count - index < 2;
    const inside = isHyphenated(index + count)
      ? columnEndPenalties.hyphenated
      : columnEndPenalties.insideParagraph;
    return {
      height: 1,
      gap: index === 0 ? gap : 0,
      breakBefore: index > 0 && stray ? columnEndPenalties.forbidden : index > 0 ? inside : 0,
      notes: [],
    };
  });
}

/**
 * The generated book as a flow, its lines and notes as long as their characters tell: a line is
 * one high, a note's line three quarters. No browser is asked.
 */
export function bookFlow(): Flow {
  const items: FlowItem[] = [];
  const notes: NoteFlow[] = [];
  const { manuscript } = generateBook(wholeBook);
  let afterHeading = false;
  for (const block of manuscript.replace(/^---\n.*?\n---\n/s, '').split(/\n{2,}/)) {
    const isHeading = block.startsWith('#');
    const calls: { at: number; length: number }[] = [];
    let text = '';
    let rest = block;
    for (let found = callIn(rest); found; found = callIn(rest)) {
      text += rest.slice(0, found.index);
      calls.push({ at: text.length, length: found[0].length < 40 ? 130 : found[0].length });
      rest = rest.slice(found.index + found[0].length);
    }
    text += rest;
    const own = lines(lineCount(text.length, textLine), isHeading ? 1 : 0);
    if (afterHeading && own[0]) own[0].breakBefore = columnEndPenalties.forbidden;
    for (const { at, length } of calls) {
      const item = own[Math.min(own.length - 1, Math.floor(at / textLine))];
      if (!item) continue;
      item.notes = [...item.notes, notes.length];
      notes.push({ items: noteLines(lineCount(length, noteLine)) });
    }
    items.push(...own);
    afterHeading = isHeading;
  }
  return { items, notes };
}

const callIn = (text: string) => /\^\[(?:[^[\]]|\[[^\]]*\])*\]|\[@[^\]]+\]/.exec(text);

function noteLines(count: number): FlowItem[] {
  return lines(count, 0).map((line) => ({ ...line, height: 0.75 }));
}
