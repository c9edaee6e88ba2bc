import { type ParagraphLine, widensBesideLetters } from '../../typography/line-breaking/index.js';
import { stripMarkers } from '../../typography/markers.js';
import type { Run } from './paragraph-text.js';

/** A justified line whose spaces would be wider than this many of their own is left ragged. */
export const loosest = 4;

/** Letter-spacing that is less is left alone (px). */
const leastSpacing = 0.05;

/** A line that ends where its text ends. */
export const isFilled = (line: ParagraphLine) => line.final || line.stretch > loosest;

/** What a paragraph's lines are fitted by. */
export interface Fitting {
  text: string;
  /** Width of a space of the paragraph's own font, px. */
  space: number;
  formulas: readonly Run[];
}

/** How a line's words and letters are set, px; undefined as in the rest of the paragraph. */
export interface LineFit {
  letterSpacing?: number;
  wordSpacing?: number;
}

/**
 * All space between the words of a paragraph comes from justification, which the engine shares out
 * evenly between spaces and ideographs. Where a line has both, its spaces have their own width
 * beforehand, or what is left of it, and share only what is over.
 */
export function fitOf(line: ParagraphLine, fitting: Fitting): LineFit {
  const isMixed = isWidenedBesideLetters(line, fitting);
  const letterSpacing = line.stretch > loosest ? 0 : spacingOf(line, fitting);
  if (!isMixed && letterSpacing === 0) return {};
  const { space } = fitting;
  const own = isMixed ? Math.min(0, (line.stretch - 1) * space) : -space;
  return { letterSpacing: letterSpacing || undefined, wordSpacing: own - letterSpacing };
}

/** Whether a line has spaces, and widens elsewhere too. */
export function isWidenedBesideLetters({ from, to, spaces }: ParagraphLine, { text }: Fitting) {
  return spaces > 0 && widensBesideLetters(text.slice(from, to));
}

/** Space between a line's letters, px. */
function spacingOf(line: ParagraphLine, { text, space, formulas }: Fitting): number {
  if (line.final && line.letterFit >= 1) return 0;
  const inLine = formulas.filter(({ from }) => from >= line.from && from < line.to);
  const widths = inLine.reduce((sum, { width = 0 }) => sum + width, 0);
  const letters = line.width - line.spaces * space - widths;
  const count = stripMarkers(text.slice(line.from, line.to)).replace(/[\s\uFFFC]/g, '').length;
  if (count === 0) return 0;
  const spacing = Math.round(((line.letterFit - 1) * letters * 1000) / count) / 1000;
  return Math.abs(spacing) < leastSpacing ? 0 : spacing;
}
