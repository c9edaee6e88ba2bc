import type { Element, ElementContent, Nodes } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

/**
 * A part of the text that is set, made up and printed by itself: as composing rooms did, a text is
 * divided into takes so that several compositors can work at it, and so that what an edit leaves
 * alone need not be set again.
 */
export interface Take {
  /** What stands before the text of the take, to be measured against and not set. */
  context: ElementContent[];
  content: ElementContent[];
  /** Notes `from` (included) to `to` (excluded), from 0. */
  notes: { from: number; to: number };
}

/**
 * UTF-16 units that a take holds at most, but for what cannot be divided: some 20,000 words.
 * With larger ones a compositor has nothing to do for longer at the end; smaller ones leave more
 * parts to be joined.
 */
export const largestTake = 140_000;

/** The first note that a text calls and no text before it has called. */
function firstNote(content: readonly ElementContent[]): number | undefined {
  let first: number | undefined;
  const note = (node: Nodes) => {
    if (node.type !== 'element') return;
    const number = Number(node.properties.dataNote);
    if (number > 0) first = Math.min(first ?? number - 1, number - 1);
  };
  for (const node of content) visit(node, note);
  return first;
}

const total = (lengths: readonly number[]) => lengths.reduce((sum, each) => sum + each, 0);

function takeCount(length: number, largest: number): number {
  if (length <= largest) return 1;
  // Two at a time: with one over, there would be nothing to do beside it.
  return 2 * Math.ceil(length / largest / 2);
}

const isBlank = (node: ElementContent) => node.type === 'text' && node.value.trim() === '';

/** The last element before a node, which its space above and its indent may depend on. */
function contextBefore(content: readonly ElementContent[], index: number): ElementContent[] {
  const before = content
    .slice(0, index)
    .findLast((node): node is Element => node.type === 'element');
  return before ? [before] : [];
}

const hasClass = ({ properties }: Element, wanted: RegExp) =>
  [properties.className ?? []].flat().some((name) => wanted.test(`${name}`));

/** Next to these the space depends on what stands on both sides, and on which of it leaves its place. */
const mayLeaveItsPlace = (node: ElementContent | undefined) =>
  node?.type === 'element' &&
  (/^(table|figure)$/.test(node.tagName) || hasClass(node, /^pull-quote$/));

/** `::page-break` and `::column-break`: the next block is measured after what stands before them. */
const isForcedBreak = (node: ElementContent | undefined) =>
  node?.type === 'element' && hasClass(node, /^(page|column)-break$/);

/** Whether a take may begin with a block: the space above it depends on that and the one before alone. */
function mayBegin(content: readonly ElementContent[], index: number): boolean {
  const first = content[index];
  const earlier = content.slice(0, index).filter((node) => !isBlank(node));
  const before = earlier.at(-1);
  // What spans the columns passes the break before it on to what follows.
  const asksBefore = earlier.slice(-2).some(isForcedBreak);
  if (first === undefined || isBlank(first) || asksBefore) return false;
  return ![first, before].some(mayLeaveItsPlace);
}

/** Where takes of about equal length begin. */
function equalStarts(
  content: readonly ElementContent[],
  notesLength: number,
  largest: number,
): number[] {
  const lengths = content.map((node) => textOf(node).length);
  const text = total(lengths);
  const count = takeCount(text + notesLength, largest);
  const starts = [0];
  let sum = 0;
  lengths.forEach((length, index) => {
    const wanted = (text * starts.length) / count;
    // The block that the ideal division falls into goes where more of it belongs.
    const isThere = starts.length < count && sum + length / 2 > wanted;
    if (index > 0 && isThere && mayBegin(content, index)) starts.push(index);
    sum += length;
  });
  return starts;
}

function takesFrom(
  starts: readonly number[],
  content: readonly ElementContent[],
  noteCount: number,
): Take[] {
  const firsts = starts.map((start, take) =>
    take === 0 ? 0 : firstNote(content.slice(start, starts[take + 1])),
  );
  return starts.map((start, take) => {
    const noteFrom = firsts.slice(take).find((first) => first !== undefined) ?? noteCount;
    const next = firsts.slice(take + 1).find((first) => first !== undefined);
    return {
      context: take === 0 ? [] : contextBefore(content, start),
      content: content.slice(start, starts[take + 1]),
      notes: { from: noteFrom, to: next ?? noteCount },
    };
  });
}

/**
 * Divides a text between its blocks into takes of about equal length. How many depends on the text
 * alone, so that the same text gives the same pages on any machine.
 *
 * @param noteLengths UTF-16 units of each note.
 * @param largest UTF-16 units of a take.
 */
export function divide(
  content: readonly ElementContent[],
  noteLengths: readonly number[],
  largest = largestTake,
): Take[] {
  const starts = equalStarts(content, total(noteLengths), largest);
  return takesFrom(starts, content, noteLengths.length);
}

/** How many items two lists have in common from one end on. */
function commonFrom<T>(one: readonly T[], other: readonly T[]): number {
  const end = Math.min(one.length, other.length);
  for (let index = 0; index < end; index++) if (one[index] !== other[index]) return index;
  return end;
}

/**
 * Divides a text where its last version was divided, so that most takes stay what they were. What
 * the versions have in common they have as the same objects.
 *
 * @returns Undefined where there was none, or a take would hold more than `largest` UTF-16 units.
 */
export function divideAgain(
  before: readonly Take[],
  content: readonly ElementContent[],
  noteCount: number,
  largest: number,
): Take[] | undefined {
  if (before.length === 0) return undefined;
  const old = before.flatMap((take) => take.content);
  const head = commonFrom(old, content);
  const tail = Math.min(
    commonFrom(old.toReversed(), content.toReversed()),
    Math.min(old.length, content.length) - head,
  );
  const starts = [0];
  let start = 0;
  for (const take of before) {
    const end = old.length - start;
    const moved = start <= head ? start : end <= tail ? content.length - end : 0;
    if (moved > (starts.at(-1) ?? 0) && moved < content.length && mayBegin(content, moved)) {
      starts.push(moved);
    }
    start += take.content.length;
  }
  const takes = takesFrom(starts, content, noteCount);
  const isLarge = (take: Take) => total(take.content.map((node) => textOf(node).length)) > largest;
  const changed = takes.filter(
    (take) => !before.some((known) => isSame(known.content, take.content)),
  );
  return changed.some(isLarge) ? undefined : takes;
}

const isSame = <T>(one: readonly T[], other: readonly T[]) =>
  one.length === other.length && one[0] === other[0] && commonFrom(one, other) === one.length;
