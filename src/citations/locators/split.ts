import type { LocatorTerms } from './terms.js';

/** What follows a key, taken apart. */
export interface SplitSuffix {
  locator?: string;
  /** CSL's name of the locator's kind; only with a locator. */
  label?: string;
  /** What is left: the suffix proper. */
  suffix: string;
}

const digits = '[(\\[]?[\\p{L}]{0,3}\\d[\\p{L}\\d]*(?:[.:/*†‡|][\\p{L}\\d]+)*[)\\]]?';
const roman = '[(\\[]?(?:[ivxlcdm]+|[IVXLCDM]+)(?![\\p{L}])[)\\]]?';
const range = (unit: string) => `${unit}(?:\\s?[-–—‑]{1,3}\\s?${unit})?(?:ff?\\.|ff?\\b)?`;
const list = (unit: string) => `${range(unit)}(?:(?:\\s?[,;&]\\s?|\\s(?:and|&)\\s)${range(unit)})*`;

const numbers = new RegExp(`^${list(digits)}`, 'u');
const numbersAfterLabel = new RegExp(`^${list(`(?:${digits}|${roman})`)}`, 'u');
/** After a label a single letter can be a locator as well: `app. B`. */
const letter = /^[A-Z](?![\p{L}\d])/u;

/**
 * Splits `, pp. 33-35 and passim` into label, locator and suffix, as pandoc's manual tells: a
 * locator is a label of the locale and a number (or Roman numeral), a number alone being a page;
 * `{…}` says outright what the locator is, and `{}` that there is none.
 */
export function splitSuffix(text: string, terms: LocatorTerms): SplitSuffix {
  const start = /^\s*(?:,\s*)?/.exec(text)?.[0].length ?? 0;
  const rest = text.slice(start);
  if (rest.startsWith('{')) return splitBraces(rest, terms) ?? { suffix: text };
  const labelled = labelAt(rest, terms);
  const after = rest.slice(labelled.length);
  const found = labelled.label
    ? (numbersAfterLabel.exec(after) ?? letter.exec(after))
    : numbers.exec(rest);
  if (!found) return { suffix: text };
  const locator = found[0].trimEnd();
  const suffix = after.slice(locator.length);
  if (/^[\p{L}\d]/u.test(suffix)) return { suffix: text };
  return { locator, label: labelled.label ?? 'page', suffix };
}

interface FoundLabel {
  label?: string;
  /** How much of the text it takes, with the space after it. */
  length: number;
}

function labelAt(text: string, terms: LocatorTerms): FoundLabel {
  const lower = text.toLowerCase();
  for (const [term, label] of terms) {
    if (!lower.startsWith(term)) continue;
    const after = text.slice(term.length);
    const isWord = /\p{L}$/u.test(term);
    if (isWord && !/^\s/.test(after)) continue;
    const space = /^\s*/.exec(after)?.[0].length ?? 0;
    return { label, length: term.length + space };
  }
  return { length: 0 };
}

function splitBraces(text: string, terms: LocatorTerms): SplitSuffix | undefined {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '{') depth += 1;
    if (text[index] === '}') depth -= 1;
    if (depth > 0) continue;
    const inside = text.slice(1, index).trim();
    const suffix = text.slice(index + 1);
    if (inside === '') return { suffix };
    const { label = 'page', length } = labelAt(inside, terms);
    return { locator: inside.slice(length).trim(), label, suffix };
  }
  return undefined;
}
