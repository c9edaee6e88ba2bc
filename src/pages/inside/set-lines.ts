import { markLines, runsBothWays } from '../../typography/bidi/line-marks.js';
import { breakParagraph, type ParagraphLine } from '../../typography/line-breaking/index.js';
import { forbidden } from '../../typography/line-breaking/items.js';
import { breakMarkers } from '../../typography/markers.js';
import type { Fonts } from './advances.js';
import type { DropCap } from './drop-caps.js';
import { safety } from './fillers.js';
import { freeze } from './freeze.js';
import type { LinePoint } from './galley.js';
import { hangingIn, noOverhang } from './hanging.js';
import { jointsIn } from './joints.js';
import {
  joiningScripts,
  type ParagraphText,
  type Run,
  readText,
  widthIn,
} from './paragraph-text.js';

/**
 * The tightest word space, em. Less looks cramped, and programs that read a PDF's text by its
 * positions take two words for one below 0.15 (kerning beside a space included).
 */
const tightestSpace = 0.186;

/**
 * The shares of its width by which the text of a justified line may widen or narrow: by
 * letter-spacing of at most 0.017 em, which few see, against word spaces that everybody does.
 */
const letterStretch = 0.035;
const letterShrink = 0.035;

/** Where letters are fully stretched, spaces are so by this share. */
const spaceStretch = 0.45;

/** With letters that give way, fewer lines need a hyphen. */
const hyphenPenalty = 1000;

export interface SetLines {
  points: LinePoint[];
  hyphenated: number[];
  /** Lines in all. */
  count: number;
  /** Words that had to be broken anywhere, or stand over the measure. */
  overfull: string[];
}

/** Ways to break what no line can hold, gentlest first. */
const emergencies: readonly ((word: string) => string)[] = [
  (word) => word.replace(/(?<=[^\u200B])[-_]/g, '\u200B$&'),
  (word) =>
    [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(word)]
      .map(({ segment }) => segment)
      .join('\u200B'),
];

/** Allows breaks in words that stand over the measure, where they stand. */
function loosen(read: ParagraphText, lines: readonly ParagraphLine[], emergency: number): void {
  const loosenWord = emergencies[emergency];
  const long = lines.filter(({ overfull }) => overfull);
  for (const { node, from, to } of read.runs) {
    if (!(node instanceof Text) || !loosenWord) continue;
    if (!long.some((line) => line.from < to && line.to > from)) continue;
    node.data = node.data.replace(/[^\s\u00A0]{8,}/g, (word, at: number) => {
      const within = (line: ParagraphLine) =>
        line.from < from + at + word.length && line.to > from + at;
      return long.some(within) ? loosenWord(word) : word;
    });
  }
}

/** The share of a space that justified lines may take from it. */
function shrinkOf({ runs }: ParagraphText, fontSize: number): number {
  const space = runs[0]?.font.of(' ') ?? 0;
  const tightest = tightestSpace * fontSize;
  return space > tightest ? 1 - tightest / space : 0;
}

/**
 * A paragraph that is read and not yet set. Many are read before the first is set: a style asked
 * for after the text has changed is worked out anew.
 */
export interface UnsetParagraph {
  element: HTMLElement;
  text: ParagraphText;
  textAlign: string;
  /** As CSS has it: a length or a share. */
  textIndent: string;
  hyphens: string;
  isRightToLeft: boolean;
  /** px */
  fontSize: number;
  dropCap?: DropCap;
}

/** Reads a paragraph that stands in the page. */
export function readUnset(element: HTMLElement, fonts: Fonts): UnsetParagraph {
  const { textAlign, textIndent, hyphens, fontSize, direction } = getComputedStyle(element);
  const text = readText(element, fonts);
  return {
    element,
    text,
    textAlign,
    textIndent,
    hyphens,
    isRightToLeft: direction === 'rtl',
    fontSize: Number.parseFloat(fontSize),
  };
}

/**
 * Sets a paragraph in lines by total fit and freezes them: line ends are written into its text,
 * break markers taken out of it.
 *
 * @param measure Width of the lines, px.
 * @returns nothing, and leaves the text as it is, where it runs both ways and only the browser's
 *   lines can keep its order
 */
export function setLines(
  unset: UnsetParagraph,
  fonts: Fonts,
  measure: number,
): (SetLines & { text: ParagraphText }) | undefined {
  const { element, text: first, textAlign, textIndent } = unset;
  const { hyphens, fontSize, isRightToLeft, dropCap } = unset;
  const justified = textAlign === 'justify';
  let text = first;
  const lettersGive = justified && !isRightToLeft && !joiningScripts.test(text.text);
  // A hyphen at the end of a line that runs the other way would stand at the word's beginning.
  const noHyphens = hyphens === 'none' || isRightToLeft;
  const options = {
    align: justified ? ('justified' as const) : ('ragged' as const),
    indent: Number.parseFloat(textIndent) || 0,
    spaceShrink: shrinkOf(text, fontSize),
    spaceStretch,
    letterStretch: lettersGive ? letterStretch : 0,
    letterShrink: lettersGive ? letterShrink : 0,
    hyphenPenalty: noHyphens ? forbidden : hyphenPenalty,
  };
  const base = isRightToLeft ? 'rtl' : 'ltr';
  // Where a text runs both ways, the last sign of a line may stand in the midst of it.
  const hangs = justified && !isRightToLeft && !runsBothWays(text.text, base);
  const overhangs = () => (hangs ? hangingIn(text.text, widthIn(text)) : noOverhang);
  const beside = new Array<number>(dropCap?.lines ?? 0).fill(measure - (dropCap?.width ?? 0));
  const measures = [...beside, measure].map((width) => width - safety);
  const breakText = () =>
    breakParagraph(text.text, widthIn(text), measures, {
      ...options,
      overhangOf: overhangs(),
      jointOf: jointsIn(text),
    });
  let lines = breakText();
  const overfull: string[] = [];
  for (let emergency = 0; emergency < emergencies.length; emergency += 1) {
    const long = lines.filter((line) => line.overfull);
    if (long.length === 0) break;
    if (emergency > 0) overfull.push(...long.map((line) => wordIn(text, line)));
    loosen(text, lines, emergency);
    text = readText(element, fonts);
    lines = breakText();
  }
  const marks = markLines(text.text, base, lines, text.isolates);
  if (marks === 'unordered') return undefined;
  if (justified) {
    // All space between words comes from justification: so it may be less than a space, and the
    // space at a line's end, which the engine lets stand there, takes no room.
    const space = text.runs[0]?.font.of(' ') ?? 0;
    element.style.wordSpacing = `${(-space).toFixed(3)}px`;
    element.classList.add('octavo-justified');
  } else if (!(isRightToLeft ? /^(start|right)$/ : /^(start|left)$/).test(textAlign)) {
    element.classList.add('octavo-aligned');
  }
  if (dropCap && lines.length < dropCap.lines) {
    element.style.paddingBottom = `calc(${dropCap.lines - lines.length} * var(--leading))`;
  }
  keepIndent(unset);
  element.classList.add('octavo-set');
  return {
    text,
    points: freeze(element, text, lines, {
      measure: justified ? measure : undefined,
      overhangOf: overhangs(),
      dropCap,
      marks,
    }),
    hyphenated: lines.flatMap(({ hyphenated }, index) => (hyphenated ? [index] : [])),
    count: lines.length,
    overfull,
  };
}

/** What a line holds of the manuscript's words: numbers of notes are none of them. */
function wordIn({ text, runs }: ParagraphText, { from, to }: ParagraphLine): string {
  const isNumber = ({ node }: Run) => node.parentElement?.closest('.note-number, .note-call');
  const words = runs.filter((run) => run.from < to && run.to > from && !isNumber(run));
  const parts = words.map((run) => text.slice(Math.max(run.from, from), Math.min(run.to, to)));
  return parts.join('').replace(breakMarkers, '');
}

/** In its page a paragraph may have other neighbours, and with them another indent. */
function keepIndent({ element, textIndent }: UnsetParagraph): void {
  element.style.textIndent = textIndent;
}

/** Leaves a paragraph's lines to the browser. */
export function leaveUnset(unset: UnsetParagraph): void {
  const { element, textAlign } = unset;
  stripAll(element);
  keepIndent(unset);
  element.classList.add('octavo-unset');
  if (textAlign === 'justify') element.classList.add('octavo-unset-justified');
}

/** Takes break markers out of text that is not set in lines of ours. */
export function stripAll(element: HTMLElement): void {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.data.search(breakMarkers) >= 0) node.data = node.data.replace(breakMarkers, '');
  }
}
