import type { LineBreakOptions } from '../../src/typography/index.js';
import { fitnessOf, lineDemerits } from '../../src/typography/line-breaking/demerits.js';
import { forced } from '../../src/typography/line-breaking/items.js';

export interface DrawnItem {
  kind: 'box' | 'glue' | 'hyphen';
  width: number;
}

/** Demerits of the best setting without an overfull line, found by trying every set of breaks. */
export function fewestDemerits(
  items: readonly DrawnItem[],
  measures: readonly number[],
  options: LineBreakOptions,
): number {
  const search = (after: number, line: number, fitness: number, hyphens: number): number => {
    let best = Infinity;
    for (let end = after + 1; end <= items.length; end += 1) {
      if (!legal(items, end)) continue;
      const found = weigh(after, end, line, fitness, hyphens);
      if (found === undefined) continue;
      const rest = end === items.length ? 0 : search(end, line + 1, found.fitness, found.hyphens);
      best = Math.min(best, found.demerits + rest);
    }
    return best;
  };

  const weigh = (after: number, end: number, line: number, fitness: number, hyphens: number) => {
    const content = contentOf(items, after, end);
    const hyphenated = items[end]?.kind === 'hyphen';
    const final = end === items.length;
    const spaces = content.filter(({ kind }) => kind === 'glue').length;
    const natural = content.reduce(
      (sum, { kind, width }) => (kind === 'hyphen' ? sum : sum + width),
      0,
    );
    const width = natural + (hyphenated ? 1 : 0);
    const measure = measures[Math.min(line, measures.length - 1)] as number;
    const room = measure - width;
    if (room < -0.25 * spaces - 1e-6) return undefined;
    let ratio = 0;
    if (room < 0) ratio = spaces > 0 ? Math.max(-1, room / (0.25 * spaces)) : 0;
    else if (!final) ratio = room / (spaces > 0 ? 0.5 * spaces : measure / 60);
    const own = final ? 1 : fitnessOf(ratio);
    const run = hyphenated ? Math.min(2, hyphens + 1) : 0;
    const penalty = final ? forced : hyphenated ? options.hyphenPenalty : 0;
    const weighed = {
      ratio,
      fitness: own,
      hyphens: run,
      final,
      penalty,
      fill: width / measure,
      over: 0,
    };
    return {
      demerits: lineDemerits(weighed, { fitness, hyphens }, options),
      fitness: own,
      hyphens: run,
    };
  };

  return search(-1, 0, 1, 0);
}

function legal(items: readonly DrawnItem[], end: number): boolean {
  if (end === items.length) return true;
  if (items[end]?.kind === 'hyphen') return true;
  return items[end]?.kind === 'glue' && items[end - 1]?.kind === 'box';
}

/** What a line between two breaks holds: glue and hyphens at its start are dropped. */
function contentOf(items: readonly DrawnItem[], after: number, end: number): DrawnItem[] {
  const between = items.slice(after + 1, end);
  const first = between.findIndex(({ kind }) => kind === 'box');
  return first < 0 ? [] : between.slice(first);
}
