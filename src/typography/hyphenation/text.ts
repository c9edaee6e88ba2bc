import { wordJoiner, zeroWidthSpace } from '../markers.js';
import { isAddress } from '../urls.js';
import type { Hyphenator } from './hyphenator.js';

/** Longer runs without punctuation in a URL may be cut anywhere, in pieces of {@link pieceOfRun}. */
const longestRun = 24;
const pieceOfRun = 8;

const anyMarker = /[\u00AD\u200B\u2060]/;
const lettersAlone = /^\p{L}+$/u;
const capitalInside = /.\p{Lu}/su;
const joinedByHyphen = /[\p{L}\p{N}][-\u2010\u2011–][\p{L}\p{N}]/u;

/** What a text begins or ends in the middle of, so that a word cut by an element stays whole. */
export interface TextSurroundings {
  before?: string;
  after?: string;
}

/**
 * Puts break markers into a text: U+00AD at hyphenation points, U+200B where addresses and
 * alternatives (`and/or`) may break, U+2060 where they and ranges of numbers may not.
 * Text without markers is what it was; marking twice adds nothing.
 *
 * @param hyphenate Nothing where words are not to be hyphenated (headings, unknown language).
 */
export function hyphenateText(
  text: string,
  hyphenate: Hyphenator | undefined,
  { before = '', after = '' }: TextSurroundings = {},
): string {
  const cutAtStart = /[\p{L}\p{N}]$/u.test(before);
  const cutAtEnd = /^[\p{L}\p{N}]/u.test(after);
  return text.replace(/[^\s\u00A0\u202F—]+/gu, (word, offset: number) => {
    const cut = (offset === 0 && cutAtStart) || (offset + word.length === text.length && cutAtEnd);
    return markWord(word, cut ? undefined : hyphenate);
  });
}

function markWord(word: string, hyphenate: Hyphenator | undefined): string {
  if (anyMarker.test(word)) return word;
  if (isAddress(word)) return markAddress(word);
  // Few words hold anything but letters: the rest are looked at closely.
  if (!/[\d/.-]|–/.test(word))
    return hyphenate === undefined ? word : hyphenateParts(word, hyphenate);
  let marked = word
    .replace(/(?<=\p{N})[-–](?=\p{N})/gu, (hyphen) => hyphen + wordJoiner)
    .replace(/(?<=\p{L}{2})\/(?=\p{L}{2})/gu, (slash) => slash + zeroWidthSpace);
  if (hyphenate !== undefined && isLanguage(word)) marked = hyphenateParts(marked, hyphenate);
  return marked;
}

/** A word with digits, a hyphen of its own or a point inside is broken nowhere else. */
function isLanguage(word: string): boolean {
  return (
    !/\p{N}\p{L}|\p{L}\p{N}/u.test(word) &&
    !joinedByHyphen.test(word) &&
    !/\p{L}\.\p{L}/u.test(word)
  );
}

function hyphenateParts(word: string, hyphenate: Hyphenator): string {
  if (lettersAlone.test(word)) return capitalInside.test(word) ? word : hyphenate(word);
  return word.replace(/[\p{L}\p{M}]{2,}/gu, (part) =>
    lettersAlone.test(part) && !capitalInside.test(part) ? hyphenate(part) : part,
  );
}

/**
 * Breaks in addresses come before punctuation, so that what stands at a line's end is not taken
 * for the end of the sentence, and after `//`; never beside a hyphen, which would be taken for
 * one of hyphenation (The Chicago Manual of Style, 17th ed., 7.46).
 */
function markAddress(word: string): string {
  const lastSign = word.search(/[^\p{L}\p{N}]*$/u);
  let result = '';
  let run = 0;
  for (let i = 0; i < word.length; i += 1) {
    const character = word.charAt(i);
    const sign = /[^\p{L}\p{N}\p{M}\p{Cs}]/u.test(character);
    run = sign ? 0 : run + 1;
    if (breaksBefore(word, i, lastSign) || breaksInRun(word, i, run)) result += zeroWidthSpace;
    result += character;
    if (character === '-' && i < word.length - 1) result += wordJoiner;
  }
  return result;
}

function breaksBefore(word: string, i: number, lastSign: number): boolean {
  if (i < 2 || i >= lastSign) return false;
  const before = word.charAt(i - 1);
  if (before === '-') return false;
  if (word.slice(i - 3, i) === '://') return true;
  return /[\p{L}\p{N})]/u.test(before) && /[./?#&=%_~,;+@]/.test(word.charAt(i));
}

function breaksInRun(word: string, i: number, run: number): boolean {
  if (run <= 1 || (run - 1) % pieceOfRun !== 0 || /[\p{Cs}\p{M}]/u.test(word.charAt(i)))
    return false;
  const start = i - run + 1;
  const rest = word.slice(start).search(/[^\p{L}\p{N}]/u);
  const length = rest < 0 ? word.length - start : rest;
  return length > longestRun && length - (run - 1) >= 4;
}
