import { isIdeographic } from '../line-breaking/ideographs.js';

/** A stretch of a text, in UTF-16 offsets. */
export interface Stretch {
  from: number;
  to: number;
}

const signs = /[“”‘’—―…‥·]+/g;
const closingOf: Readonly<Record<string, string>> = { '“': '”', '‘': '’' };

/** Of each opening quotation mark, the one that closes it. */
function pairsIn(text: string): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: mark, index } of text.matchAll(/[“”‘’]/g)) {
    if (mark in closingOf) open.push(index);
    else {
      const at = open.findLastIndex((opening) => closingOf[text[opening] ?? ''] === mark);
      if (at < 0) continue;
      pairs.set(open[at] as number, index);
      open.length = at;
    }
  }
  return pairs;
}

function characterBefore(text: string, at: number): string {
  const code = text.charCodeAt(at - 1);
  return text.slice(code >= 0xdc00 && code < 0xe000 ? at - 2 : at - 1, at);
}

const characterAt = (text: string, at: number) => String.fromCodePoint(text.codePointAt(at) ?? 0);

/**
 * The signs that Chinese and Japanese share with Latin, where they are theirs: one that stands
 * beside an ideograph, a dot between two, a quotation mark whose other one does.
 */
export function fullWidthSigns(text: string): Stretch[] {
  const runs = [...text.matchAll(signs)].map(({ 0: run, index }) => {
    const to = index + run.length;
    const before = index > 0 && isIdeographic(characterBefore(text, index));
    const after = to < text.length && isIdeographic(characterAt(text, to));
    const isFull = /^·/.test(run) ? before && after : before || after;
    return { from: index, to, isFull };
  });
  const runAt = (at: number) => runs.find(({ from, to }) => at >= from && at < to);
  for (const [opening, closing] of pairsIn(text)) {
    const pair = [runAt(opening), runAt(closing)];
    if (!pair.some((run) => run?.isFull)) continue;
    for (const run of pair) if (run) run.isFull = true;
  }
  return runs.filter(({ isFull }) => isFull).map(({ from, to }) => ({ from, to }));
}
