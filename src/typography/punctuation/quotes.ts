import type { TextEdit } from '../text-edits.js';
import { quotationMarksOf } from './quotation-marks.js';

const apostrophe = '’';

/** Words that lose their beginning: the mark before them is an apostrophe. */
const clipped: Readonly<Record<string, RegExp>> = {
  en: /^(?:tis|twas|twere|twill|til|till|em|cause|bout|round|n|ere|neath)(?![\p{L}])/iu,
  nl: /^(?:s|t|n|k|m)(?![\p{L}])/iu,
  de: /^(?:s|n|ne|nen|nem|ner|rein|raus|rauf|runter|ran)(?![\p{L}])/iu,
  it: /^(?:ndrangheta|ndrine|ndrina|sto|sta|sti|ste|na|no|ntuppare)(?![\p{L}])/iu,
};

interface Mark {
  at: number;
  double: boolean;
  canOpen: boolean;
  canClose: boolean;
  text?: string;
}

/** After these a mark opens a quotation: nothing, space, opening brackets and quotes, dashes. */
const opensAfter = /^$|[\s\p{Ps}\p{Pi}\u2013\u2014\u2060\u200B„‚«/¿¡-]$/u;
/** Before these a mark closes one. */
const closesBefore = /^$|^[\s\p{Pe}\p{Pf}\p{Po}\u2013\u2014…-]/u;

/**
 * Edits that turn straight quotes and apostrophes into a language's own. A mark that could open or
 * close is judged by what stands open; an opening single mark that nothing closes is an apostrophe.
 *
 * @param isVerbatim Whether the character at an offset is not to be touched (addresses).
 */
export function quoteEdits(
  text: string,
  lang: string,
  isVerbatim: (at: number) => boolean,
): TextEdit[] {
  const found: Mark[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if ((character === '"' || character === "'") && !isVerbatim(at))
      found.push(markAt(text, at, lang));
  }
  resolve(found, text, lang);
  return found.map(({ at, text: mark }) => ({ from: at, to: at + 1, text: mark ?? apostrophe }));
}

function markAt(text: string, at: number, lang: string): Mark {
  // Marks side by side ("'…'") are judged by what stands around them all.
  const before = text
    .slice(0, at)
    .replace(/["']+$/, '')
    .slice(-2);
  const after = /^["']*([\s\S]?)/.exec(text.slice(at + 1, at + 12))?.[1] ?? '';
  const double = text[at] === '"';
  const between = /[\p{L}\p{N}\uFFFC]$/u.test(before) && /^[\p{L}\p{N}\uFFFC]/u.test(after);
  if (!double && (between || isClipped(text.slice(at + 1, at + 14), before, lang))) {
    return { at, double, canOpen: false, canClose: false, text: apostrophe };
  }
  return {
    at,
    double,
    canOpen: opensAfter.test(before) && after !== '' && !/\s/.test(after),
    canClose: before !== '' && !/\s$/.test(before) && (double || closesBefore.test(after)),
  };
}

function isClipped(after: string, before: string, lang: string): boolean {
  if (!opensAfter.test(before)) return false;
  if (/^\d\d(?:s\b|(?![\p{L}\p{N}]))/u.test(after)) return true;
  return clipped[lang.toLowerCase().split('-')[0] ?? '']?.test(after) ?? false;
}

function resolve(found: readonly Mark[], text: string, lang: string): void {
  const { double, single } = quotationMarksOf(lang);
  const open: Mark[] = [];
  for (const mark of found) {
    if (mark.text !== undefined) continue;
    const [opening, closing] = mark.double ? double : single;
    const opener = open.findLastIndex((other) => other.double === mark.double);
    if (mark.canClose && opener >= 0 && (mark.double || opener === open.length - 1)) {
      const pair = open[opener];
      if (pair !== undefined) pair.text = opening;
      mark.text = closing;
      // Single marks left open inside were apostrophes after all.
      open.length = opener;
    } else if (mark.canOpen) {
      open.push(mark);
    } else if (mark.double) {
      mark.text = isInch(text, mark.at) ? '″' : mark.canClose ? closing : opening;
    }
  }
  for (const mark of open) if (mark.double && mark.text === undefined) mark.text = double[0];
}

function isInch(text: string, at: number): boolean {
  return /\d$/.test(text.slice(0, at));
}
