/** How lines are chosen. Widths are in whatever unit the items use; penalties are added squared to demerits. */
export interface LineBreakOptions {
  /** `ragged`: lines end where they end, spaces keep their width. */
  align: 'justified' | 'ragged';
  /** Width taken from the first line (positive) or added to it (negative: a hanging indent). */
  indent: number;
  /** Stretch of a space over its own width at which a line counts as fully stretched (ratio 1). */
  spaceStretch: number;
  /** Share of its width a space may give up; the browser's `word-spacing` must allow as much. */
  spaceShrink: number;
  /**
   * Share of its width by which the text itself may at most widen in a justified line, as its
   * letters move apart or are scaled. Hàn Thế Thành, *Micro-typographic extensions to the TeX
   * typesetting system* (Brno 2000), finds 0.02 invisible. 0 leaves letters alone.
   */
  letterStretch: number;
  /** The share by which the text may at most narrow. */
  letterShrink: number;
  /** Penalty of ending a line at a hyphenation point. */
  hyphenPenalty: number;
  /** Penalty of ending a line after a hyphen that the word has anyway. */
  explicitHyphenPenalty: number;
  /** Penalty of ending a line after an em dash. */
  dashPenalty: number;
  /** Penalty of starting a line with a dash. */
  beforeDashPenalty: number;
  /** Penalty of a break inside a URL. */
  urlBreakPenalty: number;
  /** Demerits of two hyphenated lines in a row. */
  doubleHyphenDemerits: number;
  /** Demerits of three or more hyphenated lines in a row, beside the former. */
  ladderDemerits: number;
  /** Demerits of a hyphen on the last line but one. */
  finalHyphenDemerits: number;
  /** Demerits where a tight line stands beside a loose one. */
  fitnessDemerits: number;
  /** Last line shorter than this share of the measure costs {@link shortLastLineDemerits}. */
  shortLastLine: number;
  shortLastLineDemerits: number;
  /** Stretch ratios tried in turn until the paragraph can be set. */
  tolerances: readonly number[];
}

/**
 * For columns of 45 to 70 characters. Penalties stand above TeX's, whose columns are wider: 46
 * characters offer a hyphen to nearly every line.
 *
 * Spaces alone cannot set so narrow a column well. English text in lines of 46 characters came, with
 * letters giving way both ways by 0, 0.01, 0.02, 0.025, to a mean stretch of 1.50, 1.34, 1.27, 1.19 and to 2.3, 2.2, 1.9,
 * 1.8 in its widest twentieth, with 24, 19, 15, 13 lines of a hundred ending in a hyphen.
 */
export const defaultLineBreakOptions: LineBreakOptions = {
  align: 'justified',
  indent: 0,
  spaceStretch: 0.5,
  spaceShrink: 0.25,
  letterStretch: 0,
  letterShrink: 0,
  hyphenPenalty: 800,
  explicitHyphenPenalty: 500,
  dashPenalty: 100,
  beforeDashPenalty: 400,
  urlBreakPenalty: 300,
  doubleHyphenDemerits: 500_000,
  ladderDemerits: 40_000_000,
  finalHyphenDemerits: 200_000,
  fitnessDemerits: 40_000,
  shortLastLine: 0.15,
  shortLastLineDemerits: 400_000,
  tolerances: [4, 10],
};

/** For notes full of URLs and for narrow columns. */
export const raggedOptions: LineBreakOptions = { ...defaultLineBreakOptions, align: 'ragged' };
