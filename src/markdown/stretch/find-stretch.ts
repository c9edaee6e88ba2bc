import type { ManuscriptText } from '../parse.js';
import type { SourceBlock } from '../source-blocks.js';
import { editBetween, lineEndings } from './edit.js';
import {
  endsAtHeading,
  isCaptionLike,
  isHeadingLine,
  isPlain,
  mayMeanMore,
  startsLine,
  startsOddly,
} from './signs.js';

/** Whole lines of a manuscript that hold all that an edit changes, and can be read for themselves. */
export interface Stretch {
  /** UTF-16 offset of its first character, in either version. */
  start: number;
  /** Offsets after its last line's ending. */
  oldEnd: number;
  newEnd: number;
  /** Its first line, from 1. */
  line: number;
  /** The first line after it in the old version. */
  oldNextLine: number;
  /** Lines that the new version has more than the old one. */
  linesMore: number;
  /** Nothing stands after it. */
  isLast: boolean;
  /** A heading follows, before which lists and quotes end. */
  endsBeforeHeading: boolean;
  /** The blocks of the old version that it holds: `blocks[from]` to `blocks[to - 1]`. */
  from: number;
  to: number;
}

/** Blocks that a stretch takes in to find an end: with more, reading all is hardly slower. */
const mostBlocks = 24;

/**
 * Finds the blocks that an edit touches. Block structure is read from the top down: after a blank
 * line below a paragraph of the highest level nothing is open, nor is it below the line of a
 * heading. Where the old and the new text are both there, they go on alike.
 *
 * @param bodyStart Offset of the body's first line, which is `bodyLine`.
 * @returns undefined where the texts are alike, or where the edit may have consequences elsewhere
 */
export function findStretch(
  { text: before, blocks }: Pick<ManuscriptText, 'text' | 'blocks'>,
  after: string,
  bodyStart: number,
  bodyLine: number,
): Stretch | undefined {
  const edit = editBetween(before, after);
  if (!edit || edit.start < bodyStart) return undefined;
  const more = after.length - before.length;
  const beginning = beginningOf(before, blocks, edit.start, { start: bodyStart, line: bodyLine });
  if (!beginning) return undefined;
  const { start, line, from } = beginning;
  const end = endOf(before, blocks, from, edit.oldEnd);
  if (!end) return undefined;
  const [old, fresh] = [before.slice(start, end.at), after.slice(start, end.at + more)];
  const rest = before.slice(end.at, end.at + 2000);
  if (!blocks.slice(from, end.to).every(isPlain)) return undefined;
  if ([old, fresh].some((stretch) => mayMeanMore(stretch) || startsOddly(stretch)))
    return undefined;
  if (mayMeanMore(rest.trimStart().split(/[\r\n]/, 1)[0] ?? '')) return undefined;
  return {
    start,
    oldEnd: end.at,
    newEnd: end.at + more,
    line,
    oldNextLine: line + lineEndings(old),
    linesMore: lineEndings(fresh) - lineEndings(old),
    isLast: end.at === before.length,
    endsBeforeHeading: end.beforeHeading,
    from,
    to: end.to,
  };
}

interface LineStart {
  start: number;
  line: number;
}

/** The nearest place before an edit at which nothing is open, and the first block after it. */
function beginningOf(
  text: string,
  blocks: readonly SourceBlock[],
  edit: number,
  body: LineStart,
): (LineStart & { from: number }) | undefined {
  const touched = blocks.findIndex(({ end }) => end >= edit);
  const last = touched === -1 ? blocks.length : touched;
  for (let from = last; from >= Math.max(0, last - mostBlocks); from -= 1) {
    const before = blocks[from - 1];
    const first = blocks[from];
    if (first && isCaptionLike(text, first)) continue;
    const after = before ? placeAfter(text, before) : body;
    if (after && after.start <= edit) return { ...after, from };
    const own = before && first && placeOf(text, before, first);
    // Two units: no pair of them that makes one letter is parted.
    if (own && own.start + 2 <= edit) return { ...own, from };
  }
  return undefined;
}

/** The line after a block at which nothing is open. */
function placeAfter(text: string, block: SourceBlock): LineStart | undefined {
  const next = lineAfter(text, block.end);
  if (next === undefined) return undefined;
  if (isHeadingLine(text, block)) return { start: next, line: block.endLine + 1 };
  if (block.type !== 'paragraph' || !startsLine(text, block)) return undefined;
  const afterBlank = lineAfter(text, next);
  return afterBlank === undefined ? undefined : { start: afterBlank, line: block.endLine + 2 };
}

/** The first line of a paragraph that goes on nothing before it, as long as it begins with that letter. */
function placeOf(text: string, before: SourceBlock, block: SourceBlock): LineStart | undefined {
  const { type, start, line } = block;
  if (type !== 'paragraph' || !startsLine(text, block) || before.endLine + 1 >= line) return;
  return /^\p{L}/u.test(text.slice(start, start + 2)) ? { start, line } : undefined;
}

/** The nearest place after an edit at which nothing is open, and the first block after it. */
function endOf(
  text: string,
  blocks: readonly SourceBlock[],
  from: number,
  edit: number,
): { at: number; to: number; beforeHeading: boolean } | undefined {
  for (let to = from + 1; to <= Math.min(blocks.length, from + mostBlocks); to += 1) {
    const last = blocks[to - 1] as SourceBlock;
    const next = blocks[to];
    const beforeHeading = next !== undefined && isHeadingLine(text, next) && startsLine(text, next);
    const isAlone = last.type === 'paragraph' && !isCaptionLike(text, last);
    const at = lineAfter(text, last.end);
    if (at === undefined || at <= edit) continue;
    const isEnd = isAlone || (beforeHeading && endsAtHeading(last));
    if (isEnd && startsLine(text, last) && lineAfter(text, at) !== undefined) {
      return { at, to, beforeHeading };
    }
  }
  return blocks.length - from > mostBlocks
    ? undefined
    : { at: text.length, to: blocks.length, beforeHeading: false };
}

const blankRest = /[ \t]*(?:\r\n|\r|\n)/y;

/** The line that follows on an offset after which its own line is blank; undefined where it is not, or where it is the last. */
function lineAfter(text: string, offset: number): number | undefined {
  blankRest.lastIndex = offset;
  return blankRest.test(text) ? blankRest.lastIndex : undefined;
}
