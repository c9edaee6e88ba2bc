import { mayBeIdeographic } from '../../typography/line-breaking/ideographs.js';
import { breakMarkers } from '../../typography/markers.js';

function textContext(): CanvasRenderingContext2D {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('no canvas');
  // Kerning and fractional advances, as the pages have them.
  context.textRendering = 'geometricPrecision';
  context.fontKerning = 'normal';
  return context;
}

const context = textContext();

/** How far the drawn shape of a text in a font and size (px) reaches from where it begins, px. */
export function inkOf(
  { fontStyle, fontWeight, fontFamily }: CSSStyleDeclaration,
  text: string,
  size: number,
): { left: number; right: number; ascent: number; descent: number } {
  context.font = `${fontStyle} ${fontWeight} ${size}px ${fontFamily}`;
  context.letterSpacing = '0px';
  const measured = context.measureText(text);
  return {
    left: measured.actualBoundingBoxLeft,
    right: measured.actualBoundingBoxRight,
    ascent: measured.actualBoundingBoxAscent,
    descent: measured.actualBoundingBoxDescent,
  };
}

/** Widths of text in one font, each string measured once. */
export class Advances {
  readonly #font: string;
  readonly #letterSpacing: string;
  readonly #caps: CanvasFontVariantCaps;
  readonly #transform: string;
  readonly #widths = new Map<string, number>();
  /** Whether space parts ideographs from letters and digits. */
  readonly spacesIdeographs: boolean;

  constructor(style: CSSStyleDeclaration) {
    this.spacesIdeographs = style.getPropertyValue('text-autospace') === 'normal';
    this.#font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    this.#letterSpacing = style.letterSpacing === 'normal' ? '0px' : style.letterSpacing;
    this.#caps = style.fontVariantCaps as CanvasFontVariantCaps;
    this.#transform = style.textTransform;
  }

  /** px. */
  of(text: string): number {
    let width = this.#widths.get(text);
    if (width === undefined) {
      context.font = this.#font;
      context.letterSpacing = this.#letterSpacing;
      context.fontVariantCaps = this.#caps;
      width = context.measureText(this.#transformed(text)).width;
      this.#widths.set(text, width);
    }
    return width;
  }

  /**
   * Width of `text.slice(from, to)` as part of the word that holds it, kerning included; ideographs
   * are in none. The word is looked for no further back than `start`.
   */
  ofPart(text: string, from: number, to: number, start: number): number {
    let wordStart = from;
    while (wordStart > start && !isApart(text, wordStart)) wordStart -= 1;
    const upTo = this.of(text.slice(wordStart, to).replace(breakMarkers, ''));
    if (from === wordStart) return upTo;
    return upTo - this.of(text.slice(wordStart, from).replace(breakMarkers, ''));
  }

  #transformed(text: string): string {
    if (this.#transform === 'uppercase') return text.toUpperCase();
    return this.#transform === 'lowercase' ? text.toLowerCase() : text;
  }
}

/** Whether no word holds what stands before and after an offset. */
function isApart(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return isSpace(before) || mayBeIdeographic(before, text.charCodeAt(at));
}

/** White space that collapses, and the mark for a line's end. */
function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 9 && code <= 13) || code === 0x2028;
}

/** Fonts by what tells them apart. */
export class Fonts {
  readonly #fonts = new Map<string, Advances>();

  of(element: Element): Advances {
    const style = getComputedStyle(element);
    const key = [
      style.fontStyle,
      style.fontWeight,
      style.fontSize,
      style.fontFamily,
      style.letterSpacing,
      style.fontVariantCaps,
      style.textTransform,
      style.getPropertyValue('text-autospace'),
    ].join('|');
    let font = this.#fonts.get(key);
    if (!font) {
      font = new Advances(style);
      this.#fonts.set(key, font);
    }
    return font;
  }
}
