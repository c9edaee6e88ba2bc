import { stripMarkers } from '../../typography/markers.js';
import { inkOf } from './advances.js';
import type { Block } from './galley.js';
import { isPlain } from './paragraph-text.js';
import { nextInTake } from './series.js';

/** The initial of a paragraph, set as high as several of its lines. */
export interface DropCap {
  lines: number;
  /** px that it takes from each of them. */
  width: number;
}

/**
 * The first letter, of an alphabet that has capitals, with the marks that belong to it and the
 * punctuation before it (CSS Pseudo-Elements 4, 2.2).
 */
const initial =
  /^\s*(?<letter>[\p{Ps}\p{Pi}\p{Pf}\p{Po}]*[\p{Lu}\p{Ll}\p{Lt}]\p{M}*)(?<rest>[\p{L}\p{M}\p{N}'’\u00AD-]*)/u;

/** Between the initial and the text beside it, em. */
const space = 0.2;

/** Between an initial's accent and what descends from the line above, em. */
const clearance = 0.05;

/** Lines that a text is set in may be tighter than its own width says by this share. */
const tightening = 0.06;

const px = (value: string) => Number.parseFloat(value) || 0;

/** Where the paragraph begins with a letter: else it has no initial. */
function beginningOf(
  paragraph: HTMLElement,
): { node: Text; letter: string; rest: string } | undefined {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.data.trim() === '') continue;
    const { letter, rest = '' } = initial.exec(node.data)?.groups ?? {};
    const isText = !node.parentElement?.closest('.note-call, math, code, ruby');
    return letter && isText ? { node, letter, rest } : undefined;
  }
  return undefined;
}

/** How high a text's shape is, em. */
const ascentOf = (style: CSSStyleDeclaration, text: string) =>
  inkOf(style, text, 1000).ascent / 1000;

/** The distance from the top of a box to the baseline of its text, px. */
function baselineOf(box: HTMLElement): number {
  const probe = document.createElement('span');
  probe.style.display = 'inline-block';
  box.append(probe);
  const distance = probe.getBoundingClientRect().bottom - box.getBoundingClientRect().top;
  probe.remove();
  return distance;
}

/** As many lines as are asked for and the text beside them fills. */
function linesOf(paragraph: HTMLElement, measure: number, letterShare: number): number {
  const style = getComputedStyle(paragraph);
  const wanted = Math.round(px(style.getPropertyValue('--drop-cap-lines')));
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  const height = range.getBoundingClientRect().height;
  const natural = (height / px(style.lineHeight)) * measure;
  let lines = wanted;
  const fills = (count: number) => {
    const beside = measure - letterShare * count;
    return natural > (count - 1) * beside * (1 + tightening) + measure;
  };
  while (lines > 1 && !fills(lines)) lines -= 1;
  return lines;
}

/** Puts the initial, and the rest of its word with it, into elements of their own. */
function takeOut({ node, letter, rest }: NonNullable<ReturnType<typeof beginningOf>>): HTMLElement {
  const from = node.data.indexOf(letter);
  const word = node.splitText(from);
  word.splitText(letter.length + rest.length);
  const cap = document.createElement('span');
  cap.className = 'drop-cap-letter';
  cap.textContent = letter;
  const holder = document.createElement('span');
  word.data = rest;
  word.before(holder);
  holder.append(cap, word);
  if (rest !== '') {
    holder.id = `octavo-word-${nextInTake('word')}`;
    holder.className = 'octavo-word';
    holder.dataset.word = stripMarkers(letter + rest);
  }
  return cap;
}

/**
 * Sets the initial of a paragraph, which stands in the page, as a drop cap: its foot on the
 * baseline of the last line beside it, its head level with the capitals of the first, or lower
 * where an accent would reach into the line above. One that descends has a line more beside it.
 *
 * It is a box in the first line that takes no height of it. A float would be painted, and so be
 * read by many programs, before all text of its page.
 *
 * @param measure Width of the paragraph's lines, px.
 * @returns nothing where the paragraph is too short, or does not begin with a letter in lines of ours
 */
export function dropCap(
  block: Block,
  paragraph: HTMLElement,
  measure: number,
): DropCap | undefined {
  const beginning = beginningOf(paragraph);
  if (!beginning || !isPlain(paragraph, paragraph.textContent ?? '')) return undefined;
  const style = getComputedStyle(paragraph);
  if (style.direction !== 'ltr') return undefined;
  const leading = px(style.lineHeight);
  const textSize = px(style.fontSize);
  const lines = linesOf(paragraph, measure, leading);
  if (lines < 2) return undefined;
  const capHeight = inkOf(style, 'H', textSize).ascent;
  const depth = (lines - 1) * leading;
  paragraph.style.textIndent = '0';
  const cap = takeOut(beginning);
  const capStyle = getComputedStyle(cap);
  const level = (depth + capHeight) / ascentOf(capStyle, 'H');
  const lineAbove = inkOf(style, 'p', textSize).descent + clearance * textSize;
  const highest = (depth + leading - lineAbove) / ascentOf(capStyle, beginning.letter);
  const size = Math.min(level, highest);
  const ink = inkOf(capStyle, beginning.letter, size);
  const width = Math.ceil((ink.left + ink.right + space * textSize) * 64) / 64;
  const beside = ink.descent > leading - capHeight ? lines + 1 : lines;
  Object.assign(cap.style, {
    fontSize: `${size.toFixed(3)}px`,
    width: `${width}px`,
    textIndent: `${ink.left.toFixed(3)}px`,
    verticalAlign: `${-depth}px`,
  });
  const below = depth - baselineOf(cap);
  cap.style.marginBlock = `${below.toFixed(3)}px ${(-below).toFixed(3)}px`;
  paragraph.style.orphans = String(Math.max(beside, Number(style.orphans) || 2));
  block.added -= beginning.letter.length;
  return { lines: beside, width };
}
