import type { LinePoint } from './galley.js';

/** A line as the browser broke it. */
export interface BrowserLine {
  /** Of the line box, px in the viewport. */
  top: number;
  bottom: number;
  /** Where it begins; undefined for the first. */
  point?: LinePoint;
}

/** Boxes overlap by more than half the smaller: they stand on one line. */
function onLine(line: { top: number; bottom: number }, rect: DOMRect): boolean {
  const overlap = Math.min(line.bottom, rect.bottom) - Math.max(line.top, rect.top);
  return overlap > Math.min(line.bottom - line.top, rect.height) / 2;
}

/** First offset after `from` whose character stands below `bottom`. */
function findBreak(range: Range, text: Text, from: number, below: number): number {
  let low = from;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    range.setStart(text, middle);
    range.setEnd(text, middle + 1);
    const { top, height } = range.getBoundingClientRect();
    // A space that hangs at a line's end may have no box: it belongs to the line before.
    if (height > 0 && top >= below) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * How far the line box reaches over an inline box: half the leading (CSS 2.2, 10.8.1). Inline type
 * without a line height of its own stands in lines as high as the paragraph says. What is above is
 * whole px, as the engine rounds it.
 */
function halfLeading(element: Element, paragraph: Element, height: number): number {
  const own = Number.parseFloat(getComputedStyle(element).lineHeight);
  const lineHeight = own === 0 ? Number.parseFloat(getComputedStyle(paragraph).lineHeight) : own;
  return Number.isNaN(lineHeight) ? 0 : Math.floor((lineHeight - height) / 2);
}

/** What a box takes of its line: less than it shows, where its margins are negative. */
export function marginBox(box: Element): DOMRect {
  const { top, bottom } = marginsOf(box);
  const { x, y, width, height } = box.getBoundingClientRect();
  return new DOMRect(x, y - top, width, height + top + bottom);
}

/** Margins above and below a box, px. */
export function marginsOf(box: Element): Extent {
  const { marginTop, marginBottom } = getComputedStyle(box);
  return { top: Number.parseFloat(marginTop) || 0, bottom: Number.parseFloat(marginBottom) || 0 };
}

/** Top and bottom, px in the viewport. */
export type Extent = Pick<BrowserLine, 'top' | 'bottom'>;

/**
 * What tells how high a line is: the paragraph's own type; boxes and type with a line height of its
 * own, which may make it higher; and, only where there is no type of the paragraph, type of another
 * size, face or height that has no line height, and so leaves lines as high as they are.
 */
type Measure = 'own' | 'box' | 'lineless';

/** What type in an element of a paragraph tells. */
function measureOf(element: Element, paragraph: Element): Measure {
  if (element === paragraph) return 'own';
  const { lineHeight, fontSize, fontFamily } = getComputedStyle(element);
  if (Number.parseFloat(lineHeight) !== 0) return 'box';
  const own = getComputedStyle(paragraph);
  if (fontSize !== own.fontSize || fontFamily !== own.fontFamily) return 'lineless';
  for (let at: Element | null = element; at && at !== paragraph; at = at.parentElement) {
    if (getComputedStyle(at).verticalAlign !== 'baseline') return 'lineless';
  }
  return 'own';
}

function joined(one: Extent | undefined, other: Extent): Extent {
  if (!one) return other;
  return { top: Math.min(one.top, other.top), bottom: Math.max(one.bottom, other.bottom) };
}

function heightOf({ own, box, lineless }: Partial<Record<Measure, Extent>>): Extent {
  const type = own ?? lineless;
  return box ? joined(type, box) : (type ?? { top: 0, bottom: 0 });
}

/**
 * Reads the lines that the browser made of a paragraph. Each text node is asked once for its
 * boxes; only where one has several is the break looked for.
 */
export function browserLines(paragraph: HTMLElement): BrowserLine[] {
  const lines: BrowserLine[] = [];
  const range = document.createRange();
  let inner = { top: 0, bottom: Number.NEGATIVE_INFINITY };
  let length = 0;
  let measures: Partial<Record<Measure, Extent>> = {};

  const place = (rect: DOMRect, leading: number, measure: Measure, point: () => LinePoint) => {
    const extent = { top: rect.top - leading, bottom: rect.bottom + leading };
    const line = lines.at(-1);
    if (line && (onLine(inner, rect) || rect.bottom <= inner.bottom)) {
      if (measure !== 'lineless') inner = joined(inner, rect);
      measures[measure] = joined(measures[measure], extent);
      Object.assign(line, heightOf(measures));
      return;
    }
    inner = { top: rect.top, bottom: rect.bottom };
    measures = { [measure]: extent };
    lines.push(lines.length ? { ...extent, point: point() } : extent);
  };

  const visitText = (text: Text): void => {
    range.selectNodeContents(text);
    const rects = [...range.getClientRects()];
    const parent = text.parentElement ?? paragraph;
    const measure = measureOf(parent, paragraph);
    let from = 0;
    for (const rect of rects) {
      if (rect.height === 0) continue;
      const point = () => {
        from = findBreak(range, text, from, inner.top);
        return { node: text, offset: from, from: length + from };
      };
      place(rect, halfLeading(parent, paragraph, rect.height), measure, point);
    }
    length += text.length;
  };

  const walker = document.createTreeWalker(
    paragraph,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    // A formula is one box, whatever stands in it.
    (node) =>
      node.parentElement instanceof MathMLElement
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) {
      visitText(node);
    } else if (node instanceof MathMLElement) {
      const formula = node;
      const from = length;
      place(marginBox(formula), 0, 'box', () => ({ node: formula, offset: -2, from }));
      length += formula.textContent?.length ?? 0;
    } else if (node instanceof Element && node.matches('img, svg, video')) {
      const found = node;
      const from = length;
      place(node.getBoundingClientRect(), 0, 'box', () => ({ node: found, offset: -2, from }));
      if (node instanceof HTMLImageElement) length += 1;
    }
  }
  return closeUp(lines, paragraph);
}

/** Line boxes follow one another without a gap, from the top of the content to its bottom. */
function closeUp(lines: BrowserLine[], paragraph: HTMLElement): BrowserLine[] {
  const style = getComputedStyle(paragraph);
  const { top, bottom } = paragraph.getBoundingClientRect();
  const px = (value: string) => Number.parseFloat(value) || 0;
  const [first] = lines;
  const last = lines.at(-1);
  if (first) first.top = top + px(style.borderTopWidth) + px(style.paddingTop);
  if (last) last.bottom = bottom - px(style.borderBottomWidth) - px(style.paddingBottom);
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    if (next) line.bottom = next.top;
  });
  return lines;
}
