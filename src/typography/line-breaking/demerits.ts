import type { LineBreakOptions } from './options.js';

/** What the cost of a line depends on in the line before. */
export interface PreviousLine {
  fitness: number;
  /** Hyphenated lines that end here in a row; two stands for more. */
  hyphens: number;
}

/** A line as the cost sees it. */
export interface WeighedLine extends PreviousLine {
  ratio: number;
  /** Penalty of the break; −∞ where it is forced. */
  penalty: number;
  final: boolean;
  /** Natural width as a share of the measure. */
  fill: number;
  /** How far the line stands over the measure, in the unit of widths. */
  over: number;
}

/** Spaces of neighbouring lines look alike within a class (Knuth & Plass 1981, p. 1153). */
export function fitnessOf(ratio: number): number {
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return 1;
  return ratio <= 1 ? 2 : 3;
}

const linePenalty = 10;
const mostBadness = 1e7;

function badness(ratio: number): number {
  const size = ratio < 0 ? -ratio : ratio;
  return Math.min(mostBadness, 100 * size * size * size);
}

/** After Knuth & Plass 1981, p. 1130, with ladders and short last lines added. */
export function lineDemerits(
  line: WeighedLine,
  previous: PreviousLine,
  options: LineBreakOptions,
): number {
  const inner = linePenalty + badness(line.ratio);
  let demerits = inner * inner;
  if (line.over > 0) demerits += (1 + line.over) * mostBadness * mostBadness;
  if (line.penalty > 0) demerits += line.penalty * line.penalty;
  else if (!line.final) demerits -= line.penalty * line.penalty;
  if (Math.abs(line.fitness - previous.fitness) > 1) demerits += options.fitnessDemerits;
  if (line.hyphens >= 2) demerits += options.doubleHyphenDemerits;
  if (line.hyphens >= 2 && previous.hyphens >= 2) demerits += options.ladderDemerits;
  if (line.final) {
    if (previous.hyphens > 0) demerits += options.finalHyphenDemerits;
    if (line.fill < options.shortLastLine) demerits += options.shortLastLineDemerits;
  }
  return demerits;
}
