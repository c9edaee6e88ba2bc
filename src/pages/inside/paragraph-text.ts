import type { Isolate } from '../../typography/bidi/line-marks.js';
import type { Advances, Fonts } from './advances.js';
import { formulaWidth } from './formulas.js';

/** A text node (or a `<br>`, a formula, an image) and the stretch of its paragraph's text that it holds. */
export interface Run {
  node: Text | HTMLBRElement | MathMLElement | HTMLImageElement;
  from: number;
  to: number;
  font: Advances;
  /** Of a formula or an image: its width, px. */
  width?: number;
}

/** A paragraph's text as one string, with what is needed to measure any part of it. */
export interface ParagraphText {
  text: string;
  runs: Run[];
  /** Room taken beside the text by padding and borders of inline elements, by offset. */
  extras: Map<number, number>;
  /** Note calls by offset. */
  calls: { at: number; call: HTMLElement }[];
  /** What runs a way of its own, the outer before the inner. */
  isolates: Isolate[];
}

/**
 * Scripts that the browser has to break: they know no spaces between words. Directions that
 * characters open and close hold over line ends only in its lines.
 */
const browserScripts =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u202A-\u202E\u2066-\u2069]/u;

/** Scripts whose letters join: none may move away from the next. */
export const joiningScripts =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}]/u;

const boxes = 'svg, video, canvas, ruby, bdo, object, input, button, [style*="display"]';

/** Images that take more of a line than this stand by themselves. */
const mostOfLine = 0.8;

/** Whether our own line breaking can do a paragraph; else the browser's lines are taken. */
export function isPlain(paragraph: HTMLElement, text: string): boolean {
  return !browserScripts.test(text) && !paragraph.querySelector(boxes);
}

/** Whether images stand among a paragraph's words, each with room for some beside it. */
export function hasOnlySmallImages(paragraph: HTMLElement, { text, runs }: ParagraphText): boolean {
  const images = runs.filter(({ node }) => node instanceof HTMLImageElement);
  if (images.length === 0) return true;
  const widest = Math.max(...images.map(({ width = 0 }) => width));
  return text.replaceAll(inBox, '').trim() !== '' && widest < paragraph.clientWidth * mostOfLine;
}

const edges = ['padding', 'border', 'margin'] as const;

function edgeWidth(style: CSSStyleDeclaration, side: 'left' | 'right'): number {
  let width = 0;
  for (const edge of edges) {
    const property = edge === 'border' ? `border-${side}-width` : `${edge}-${side}`;
    width += Number.parseFloat(style.getPropertyValue(property)) || 0;
  }
  return width;
}

/** What an image takes of its line, px. */
function imageWidth(image: HTMLImageElement): number {
  const { width } = image.getBoundingClientRect();
  const { marginLeft, marginRight } = getComputedStyle(image);
  return width + (Number.parseFloat(marginLeft) || 0) + (Number.parseFloat(marginRight) || 0);
}

/** An element whose text is ordered by itself, whatever stands around it; it ends where it begins. */
function isolateOf(
  element: HTMLElement,
  style: CSSStyleDeclaration | undefined,
  from: number,
): Isolate | undefined {
  const { dir, tagName } = element;
  if (dir === 'ltr' || dir === 'rtl') return { from, to: from, direction: dir };
  if (dir === 'auto' || tagName === 'BDI') return { from, to: from, direction: 'auto' };
  if (style?.display !== 'inline-block') return undefined;
  return { from, to: from, direction: style.direction === 'rtl' ? 'rtl' : 'ltr' };
}

/** Inline elements that templates give padding or borders. */
const mayHaveEdges = new Set(['CODE', 'KBD', 'SAMP', 'MARK', 'A', 'SPAN', 'ABBR']);

/** In a paragraph's text only a `<br>` ends a line by such a character: written ones are spaces. */
const writtenLineEnds = /[\u2028\u2029]/g;

/**
 * Stands for an image and for each character of a formula: no line breaks before, in or after it
 * but at a space.
 */
const inBox = '\uFFFC';

/** Gathers a paragraph's text. Its styles must be known: the paragraph stands in the page. */
export function readText(paragraph: HTMLElement, fonts: Fonts): ParagraphText {
  const read: ParagraphText = { text: '', runs: [], extras: new Map(), calls: [], isolates: [] };
  const addExtra = (at: number, width: number) => {
    if (width !== 0) read.extras.set(at, (read.extras.get(at) ?? 0) + width);
  };

  const visit = (element: HTMLElement): void => {
    let font: Advances | undefined;
    for (const child of element.childNodes) {
      const from = read.text.length;
      if (child instanceof Text) {
        if (child.data === '') continue;
        font ??= fonts.of(element);
        if (child.data.search(writtenLineEnds) >= 0) {
          child.data = child.data.replace(writtenLineEnds, ' ');
        }
        read.text += child.data;
        read.runs.push({ node: child, from, to: read.text.length, font });
      } else if (child instanceof HTMLBRElement) {
        font ??= fonts.of(element);
        read.text += '\u2028';
        read.runs.push({ node: child, from, to: from + 1, font });
      } else if (child instanceof MathMLElement) {
        font ??= fonts.of(element);
        read.text += inBox.repeat(Math.max(1, child.textContent?.length ?? 0));
        const width = formulaWidth(child);
        read.runs.push({ node: child, from, to: read.text.length, font, width });
      } else if (child instanceof HTMLImageElement) {
        font ??= fonts.of(element);
        read.text += inBox;
        const width = imageWidth(child);
        read.runs.push({ node: child, from, to: from + 1, font, width });
      } else if (child instanceof HTMLElement) {
        visitInline(child, from);
      }
    }
  };

  const visitInline = (element: HTMLElement, from: number): void => {
    // It stands beside the lines, in none of them.
    if (element.classList.contains('drop-cap-letter')) return;
    if (element.classList.contains('note-call')) read.calls.push({ at: from, call: element });
    const style = mayHaveEdges.has(element.tagName) ? getComputedStyle(element) : undefined;
    if (style) addExtra(from, edgeWidth(style, 'left'));
    const isolate = isolateOf(element, style, from);
    if (isolate) read.isolates.push(isolate);
    visit(element);
    if (isolate) isolate.to = read.text.length;
    if (!style) return;
    addExtra(Math.max(from, read.text.length - 1), edgeWidth(style, 'right'));
    // A box of a width of its own, such as a number before its text.
    if (style.display === 'inline-block') {
      const natural = fonts.of(element).of(read.text.slice(from));
      addExtra(from, (Number.parseFloat(style.width) || natural) - natural);
    }
  };

  visit(paragraph);
  return read;
}

/** Width of any part of the text, in the shape that line breaking asks for. */
export function widthIn({ text, runs, extras }: ParagraphText) {
  let current = 0;
  const runAt = (offset: number): Run | undefined => {
    while (current > 0 && (runs[current]?.from ?? 0) > offset) current -= 1;
    while (current < runs.length - 1 && (runs[current]?.to ?? 0) <= offset) current += 1;
    return runs[current];
  };
  const extraIn = (from: number, to: number): number => {
    let width = 0;
    for (const [at, extra] of extras) if (at >= from && at < to) width += extra;
    return width;
  };
  return (from: number, to: number): number => {
    let run = runAt(from === to ? Math.max(0, from - 1) : from);
    if (!run) return 0;
    if (from === to) return run.font.of('-');
    const extra = extras.size === 0 ? 0 : extraIn(from, to);
    // White space collapses to one space.
    if (/^[ \t\n\r\f]+$/.test(text.slice(from, to))) return extra + run.font.of(' ');
    let width = extra;
    for (let at = from; at < to && run; ) {
      const end = Math.min(to, run.to);
      width += run.width ?? run.font.ofPart(text, at, end, run.from);
      at = end;
      if (at < to) run = runAt(at);
    }
    return width;
  };
}
