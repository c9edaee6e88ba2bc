import bidiFactory from 'bidi-js';

type Direction = 'ltr' | 'rtl';

/** Part of a paragraph's text, in UTF-16 offsets, that runs a way of its own (`dir`). */
export interface Isolate {
  from: number;
  to: number;
  /** `auto`: as its first letter does. */
  direction: Direction | 'auto';
}

/** What a line begins and ends with, unseen, so that it is ordered as it would be in its paragraph. */
export interface LineMarks {
  start: string;
  end: string;
}

interface Span {
  from: number;
  to: number;
}

// The package's types describe a module that holds what it is.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();

const leftToRightMark = '\u200E';
const rightToLeftMark = '\u200F';
const arabicLetterMark = '\u061C';

/** The weakest first: a line that needs none gets none. */
const starts = ['', leftToRightMark, rightToLeftMark, arabicLetterMark];
const ends = ['', leftToRightMark, rightToLeftMark];

const opening = { ltr: '\u2066', rtl: '\u2067', auto: '\u2068' };
const closing = '\u2069';

const rightToLeft =
  /[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}\p{sc=Mand}\p{sc=Samr}\u200F\u061C]/u;

/** What never is ordered from left to right: letters of those scripts, spaces, marks, punctuation. */
const alike = /^[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\s\p{M}.,:;!?\u00AD\u200B-\u200D\u2060]*$/u;

const digits = /\p{Nd}/u;

/** Only a `<br>`, which stands as U+2028, ends a paragraph to the algorithm: written line ends do not. */
const asSpaces = (text: string) => text.replace(/[\t\n\v\f\r]/g, ' ').replace(/\u2028/g, '\u2029');

/** Whether a text may run both ways, in a paragraph that runs one of them. */
export function runsBothWays(text: string, base: Direction): boolean {
  if (base === 'ltr') return rightToLeft.test(text);
  return !alike.test(text) || digits.test(text);
}

/** A text with its isolates' controls written into it, and where each of its characters stands. */
interface Controlled {
  text: string;
  at: number[];
}

/** Isolates that a line begins or ends in are opened and closed in it (CSS Writing Modes 4, 2.4.5). */
function controlled(text: string, span: Span, isolates: readonly Isolate[]): Controlled {
  const within = isolates.filter(({ from, to }) => from < span.to && to > span.from);
  const written: string[] = [];
  const at: number[] = [];
  let length = 0;
  const write = (part: string) => {
    written.push(part);
    length += part.length;
  };
  for (let offset = span.from; offset < span.to; offset += 1) {
    for (const { from, direction } of within) {
      if (Math.max(from, span.from) === offset) write(opening[direction]);
    }
    at.push(length);
    write(text.charAt(offset));
    for (const { to } of within) if (Math.min(to, span.to) === offset + 1) write(closing);
  }
  return { text: written.join(''), at };
}

/** The embedding level of each character of a part of a text. */
function levelsOf({ text, at }: Controlled, base: Direction, start = '', end = ''): number[] {
  const first = at[0] ?? 0;
  const last = (at.at(-1) ?? 0) + 1;
  const marked = text.slice(0, first) + start + text.slice(first, last) + end + text.slice(last);
  const { levels } = bidi.getEmbeddingLevels(marked, base);
  return at.map((place) => levels[place + start.length] ?? 0);
}

/**
 * A paragraph's lines that end where line breaking says are paragraphs of their own to Unicode's
 * bidirectional algorithm (UAX #9, P1), which would order each without what stands before and after
 * it. Marks of direction (UAX #9, 2.6) at their ends stand for that.
 *
 * @param lines Without the spaces that they were broken at.
 * @returns nothing where the text runs one way; `unordered` where marks cannot keep the order
 */
export function markLines(
  text: string,
  base: Direction,
  lines: readonly Span[],
  isolates: readonly Isolate[] = [],
): LineMarks[] | 'unordered' | undefined {
  if (!runsBothWays(text, base)) return undefined;
  const spaced = asSpaces(text);
  const whole = { from: 0, to: text.length };
  const ordered = levelsOf(controlled(spaced, whole, isolates), base);
  const marks: LineMarks[] = [];
  for (const line of lines) {
    const own = controlled(spaced, line, isolates);
    const wanted = ordered.slice(line.from, line.to);
    const found = marksFor(own, base, wanted);
    if (!found) return 'unordered';
    marks.push(found);
  }
  return marks;
}

function marksFor(line: Controlled, base: Direction, wanted: number[]): LineMarks | undefined {
  for (const end of ends) {
    for (const start of starts) {
      const levels = levelsOf(line, base, start, end);
      if (levels.every((level, index) => level === wanted[index])) return { start, end };
    }
  }
  return undefined;
}
