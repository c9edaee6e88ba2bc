import { diffArrays } from 'diff';
import { type Run, textOf } from '../runs.js';

/** A stretch of text, and whether the other side has it too. */
export interface ComparedRun extends Run {
  changed: boolean;
}

/** Both sides of a comparison; `textOf` of each is what went in. */
export interface ComparedTexts {
  before: ComparedRun[];
  after: ComparedRun[];
}

/** Addresses without the marks that end a clause, words, spaces, and marks one by one. */
const token =
  /https?:\/\/[^\s<>]*[^\s<>.,;:!?)\]]|\s+|[\p{L}\p{N}\p{M}]+(?:['’.][\p{L}\p{N}\p{M}]+)*|./gsu;

const isWord = (text: string) => /[\p{L}\p{N}]/u.test(text);

const tokensOf = (runs: readonly Run[]): Run[] =>
  runs.flatMap(({ text, marks }) =>
    (text.match(token) ?? []).map((word) => ({ text: word, marks })),
  );

/** Spaces look alike in italics. */
const alike = (one: Run, other: Run) =>
  one.text === other.text && (one.text.trim() === '' || String(one.marks) === String(other.marks));

/** Less than this share of words in common is another text, not a changed one. */
const leastCommon = 1 / 4;

/**
 * Compares two texts word by word; a word that is set otherwise has changed as well. Words that
 * stand alone between changes, but for spaces and marks, count as changed.
 */
export function compareTexts(before: readonly Run[], after: readonly Run[]): ComparedTexts {
  const [old, fresh] = [tokensOf(before), tokensOf(after)];
  const parts = diffArrays(old, fresh, { comparator: alike });
  const common = parts
    .filter(({ added, removed }) => !added && !removed)
    .flatMap(({ value }) => value)
    .filter(({ text }) => isWord(text)).length;
  const words = Math.min(
    ...[old, fresh].map((side) => side.filter(({ text }) => isWord(text)).length),
  );
  const related = words > 0 && common / words >= leastCommon;
  const same =
    old.length === fresh.length && parts.every(({ added, removed }) => !added && !removed);
  const result: ComparedTexts = { before: [], after: [] };
  if (!same && !related) {
    return { before: all(before), after: all(after) };
  }
  let [oldAt, freshAt] = [0, 0];
  parts.forEach(({ value, added, removed }, index) => {
    const kept = !added && !removed && !isLostBetween(parts, index);
    if (!added) {
      append(result.before, old.slice(oldAt, oldAt + value.length), !kept);
      oldAt += value.length;
    }
    if (!removed) {
      append(result.after, fresh.slice(freshAt, freshAt + value.length), !kept);
      freshAt += value.length;
    }
  });
  return { before: withoutEdges(result.before), after: withoutEdges(result.after) };
}

/** A space at the edge of a change belongs to both sides, for the eye. */
function withoutEdges(runs: readonly ComparedRun[]): ComparedRun[] {
  return runs.flatMap((run, index) => {
    const { text, changed } = run;
    if (!changed || text.trim() === '') return [run];
    const starts = runs[index - 1]?.changed !== true;
    const ends = runs[index + 1]?.changed !== true;
    const lead = starts ? (/^\s*/.exec(text)?.[0] ?? '') : '';
    const tail = ends ? (/\s*$/.exec(text)?.[0] ?? '') : '';
    const words = { ...run, text: text.slice(lead.length, text.length - tail.length) };
    const space = (value: string) => ({ ...run, text: value, changed: false });
    return [space(lead), words, space(tail)].filter((part) => part.text !== '');
  });
}

interface Part {
  value: Run[];
  added?: boolean;
  removed?: boolean;
}

/** What two changes leave between them holds no word: one change is easier to read. */
function isLostBetween(parts: readonly Part[], index: number): boolean {
  const changes = (part: Part | undefined) => part !== undefined && (part.added || part.removed);
  const { value } = parts[index] ?? { value: [] };
  return (
    Boolean(changes(parts[index - 1]) && changes(parts[index + 1])) &&
    !value.some(({ text }) => isWord(text)) &&
    value.length <= 2
  );
}

const all = (runs: readonly Run[]): ComparedRun[] =>
  textOf(runs).trim() === '' ? [] : runs.map((run) => ({ ...run, changed: true }));

function append(runs: ComparedRun[], tokens: readonly Run[], changed: boolean): void {
  for (const { text, marks } of tokens) {
    const last = runs.at(-1);
    if (last && last.changed === changed && String(last.marks) === String(marks)) last.text += text;
    else runs.push({ text, marks, changed });
  }
}
