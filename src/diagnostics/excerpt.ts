import type { Place } from './diagnostic.js';
import type { LineIndex } from './position.js';
import { printable } from './printable.js';

/** The line a diagnostic points at, cut to a width, and a caret to stand under it. */
export interface Excerpt {
  line: string;
  caret: string;
}

/** How much of the line before the fault stays in sight where the line is cut. */
const lead = 30;

/** Undefined where the place names no column or the text has no such line. */
export function excerpt(source: LineIndex, place: Place, width: number): Excerpt | undefined {
  const { line: number, column } = place;
  if (number === undefined || column === undefined) return undefined;
  const text = source.line(number);
  if (text.trim() === '') return undefined;
  const at = Math.min(column - 1, text.length);
  const from = at > width - 10 ? Math.max(0, at - lead) : 0;
  const before = `${from > 0 ? '…' : ''}${printable(wellCut(text, from, at))}`;
  const room = Math.max(1, width - [...before].length);
  const rest = [...printable(text.slice(at, at + 2 * width))];
  const after = rest.length > room ? [...rest.slice(0, room - 1), '…'] : rest;
  return { line: before + after.join(''), caret: `${' '.repeat(cells(before))}^` };
}

/** A slice that does not start amid a surrogate pair. */
function wellCut(text: string, from: number, to: number): string {
  return text.slice(from, to).replace(/^[\uDC00-\uDFFF]/u, '');
}

/** Terminal cells that a text takes: marks take none, East Asian wide letters two. */
function cells(text: string): number {
  let count = 0;
  for (const character of text.normalize('NFC')) {
    if (/\p{Mn}|\p{Cf}/u.test(character)) continue;
    count +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return count;
}
