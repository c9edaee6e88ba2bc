import { type BrokenLine, breakLines } from './break-lines.js';
import { isIdeographic } from './ideographs.js';
import { forbidden, forced, LineItems } from './items.js';
import { defaultLineBreakOptions, type LineBreakOptions } from './options.js';
import { type Segment, segmentText } from './segments.js';

/**
 * Width of `text.slice(from, to)` where it stands, in the unit of the measure. Best taken as a
 * difference of advances within the word, so that kerning and ligatures at its parts are right.
 * Where `from === to`, the width of the hyphen that a break at this offset shows.
 */
export type WidthOf = (from: number, to: number) => number;

/** One line of a paragraph, in offsets (UTF-16) into the text given. */
export interface ParagraphLine {
  /** First character on the line: spaces and marks dropped at the break are before it. */
  from: number;
  /** End of the visible text, before the space or mark the line was broken at. */
  to: number;
  /** A hyphen is to be written at {@link to}, which the text does not hold. */
  hyphenated: boolean;
  /** The paragraph, or a line forced to end, ends here: it is not justified. */
  final: boolean;
  /** Width of the text as the font sets it, hyphen included. */
  width: number;
  /** What is missing to the measure (overhangs added); negative: what spaces have to give up. */
  room: number;
  /** Spaces that justification widens. */
  spaces: number;
  /**
   * Width of a space in this line over its own width: 1 natural, 1.5 half as wide again, 0.75 fully
   * shrunk with the options' defaults. 1 where the line is not justified and need not shrink.
   */
  stretch: number;
  /** Width of the letters over their own: 1 unless {@link LineBreakOptions.letterStretch} or its shrink allows other. */
  letterFit: number;
  /** Something unbreakable is wider than the measure: the line stands over it by `-room`. */
  overfull: boolean;
}

/** Where punctuation may hang out of the measure: widths at the start and end of a text segment. */
export type OverhangOf = (from: number, to: number) => { left: number; right: number };

/**
 * What two characters at an offset are wider than each by itself, where no word space parts them
 * and one is an ideograph: less than nothing where signs share the space beside them.
 */
export type JointOf = (at: number) => number;

interface Setting {
  text: string;
  widthOf: WidthOf;
  options: LineBreakOptions;
  overhangOf?: OverhangOf;
  jointOf?: JointOf;
}

interface SetText {
  items: LineItems;
  /** For each item, the offsets it stands for. */
  from: number[];
  to: number[];
  /** For each item, the natural width of the justifiable space it is, or 0. */
  spaces: number[];
}

/**
 * Sets a paragraph's text, which may hold the break markers of `hyphenateTree`, in lines by
 * total fit ({@link breakLines}).
 *
 * White space collapses: a run of it is asked for once, by `widthOf(from, to)` of the whole run.
 * U+2028 ends a line (`<br>`). A text of white space only has no lines.
 *
 * @param measure Width of the lines; an array gives the first lines' widths, its last the others'.
 */
export function breakParagraph(
  text: string,
  widthOf: WidthOf,
  measure: number | readonly number[],
  options: Partial<LineBreakOptions> & Pick<Setting, 'overhangOf' | 'jointOf'> = {},
): ParagraphLine[] {
  const settings = { ...defaultLineBreakOptions, ...options };
  const { overhangOf, jointOf } = options;
  const setting = { text, widthOf, options: settings, overhangOf, jointOf };
  const set = itemsOf(segmentText(text), setting);
  if (!set.items.kinds.includes(0)) return [];
  const { lines } = breakLines(set.items, measure, settings);
  return lines.map((line) => describe(line, set, settings));
}

function itemsOf(segments: readonly Segment[], setting: Setting): SetText {
  const set: SetText = { items: new LineItems(), from: [], to: [], spaces: [] };
  const last = lastVisible(segments);
  segments.slice(0, last + 1).forEach((segment) => {
    const before = set.items.length;
    addSegment(set, segment, setting);
    for (let i = before; i < set.items.length; i += 1) {
      set.from.push(segment.from);
      set.to.push(segment.to);
      set.spaces[i] ??= 0;
    }
  });
  const end = segments[last]?.to ?? 0;
  set.items.penalty(0, forced);
  set.from.push(end);
  set.to.push(end);
  set.spaces.push(0);
  return set;
}

/** Space at the end of a paragraph is none; a line forced to end at its end adds no empty one. */
function lastVisible(segments: readonly Segment[]): number {
  return segments.findLastIndex(({ kind }) => kind === 'text' || kind === 'tied-space');
}

function addSegment(set: SetText, segment: Segment, setting: Setting): void {
  const { items } = set;
  const { widthOf, options, overhangOf, jointOf } = setting;
  const { from, to, kind } = segment;
  if (kind === 'text') {
    const width = widthOf(from, to);
    const { letterStretch, letterShrink } = options;
    items.box(width, overhangOf?.(from, to), width * letterStretch, width * letterShrink);
  } else if (kind === 'space' || kind === 'tied-space') {
    addSpace(set, segment, widthOf(from, to), options);
  } else if (kind === 'thin-space') {
    items.glue(widthOf(from, to), 0, 0);
  } else if (kind === 'between-ideographs') {
    const give = options.align === 'ragged' ? 0 : ideographGive(from, setting);
    items.glue(jointOf?.(from) ?? 0, give, 0);
  } else if (kind === 'hyphenation') {
    const overhang = overhangOf?.(from, from).right;
    items.penalty(widthOf(from, from), options.hyphenPenalty, true, overhang);
  } else {
    items.penalty(0, plainPenalty(kind, options), kind === 'after-hyphen');
  }
}

/** Breaks that leave nothing but what stands in the text. */
function plainPenalty(
  kind: 'after-hyphen' | 'after-dash' | 'url-break' | 'line-end',
  options: LineBreakOptions,
): number {
  if (kind === 'line-end') return forced;
  if (kind === 'url-break') return options.urlBreakPenalty;
  return kind === 'after-hyphen' ? options.explicitHyphenPenalty : options.dashPenalty;
}

function addSpace(set: SetText, segment: Segment, width: number, options: LineBreakOptions): void {
  const { items } = set;
  if (segment.kind === 'tied-space') items.penalty(0, forbidden);
  else if (segment.beforeDash) items.penalty(0, options.beforeDashPenalty);
  set.spaces[items.length] = width;
  const [stretch, shrink] = spaceGive(width, options);
  items.glue(width, stretch, shrink);
}

function spaceGive(width: number, options: LineBreakOptions): [number, number] {
  if (options.align === 'ragged') return [0, 0];
  return [width * options.spaceStretch, width * options.spaceShrink];
}

/**
 * Lines stretch between ideographs too, by an eighth of one at ratio 1: nearly as much as word
 * spaces give, so that what a line lacks is shared out evenly.
 */
function ideographGive(at: number, { text, widthOf }: Setting): number {
  const before = isLowSurrogate(text, at - 1) ? at - 2 : at - 1;
  if (isIdeographic(text.slice(before, at))) return widthOf(before, at) / 8;
  return widthOf(at, isLowSurrogate(text, at + 1) ? at + 2 : at + 1) / 8;
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code < 0xe000;
}

function describe(line: BrokenLine, set: SetText, options: LineBreakOptions): ParagraphLine {
  const from = set.from[line.from] as number;
  let spaces = 0;
  for (let i = line.from; i < line.breakAt; i += 1) if ((set.spaces[i] as number) > 0) spaces += 1;
  const give = line.ratio < 0 ? options.spaceShrink : options.spaceStretch;
  return {
    from,
    to: Math.max(from, set.from[line.breakAt] as number),
    // After a hyphen of the text's own, nothing is to be written.
    hyphenated: line.hyphenated && set.to[line.breakAt] !== set.from[line.breakAt],
    final: line.final,
    width: line.width,
    room: line.room,
    spaces,
    stretch: spaces > 0 ? 1 + line.ratio * give : 1,
    letterFit: letterFitOf(line, options),
    overfull: line.overfull,
  };
}

function letterFitOf({ ratio }: BrokenLine, options: LineBreakOptions): number {
  return ratio < 0
    ? 1 + ratio * options.letterShrink
    : 1 + Math.min(1, ratio) * options.letterStretch;
}
