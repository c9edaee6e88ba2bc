import type { Comparison } from './compare.js';
import { countChanges } from './compare.js';
import type { Rendered, RenderedReference } from './rendering.js';
import type { ComparedRun } from './words.js';

/** A comparison as `--json` tells it; `null` where a style prints or lists nothing. */
export function comparisonJson(
  comparison: Comparison,
  names: readonly [string, string],
  file: string,
): object {
  const { units, references } = comparison;
  return {
    styles: names,
    citations: {
      counts: countChanges(units),
      places: units.map(({ one, other, before, after, change }) => ({
        file,
        line: (one ?? other)?.line,
        column: (one ?? other)?.column,
        keys: (one ?? other)?.keys,
        change,
        before: side(one, before),
        after: side(other, after),
      })),
    },
    references: {
      counts: countChanges(references),
      works: references.map(({ key, one, other, before, after, change }) => ({
        key,
        change,
        before: entry(one, before),
        after: entry(other, after),
      })),
    },
  };
}

const told = (runs: readonly ComparedRun[]) => ({
  text: runs.map(({ text }) => text).join(''),
  runs: runs.map(({ text, marks, changed }) => ({ text, marks, changed })),
});

function side(unit: Rendered | undefined, runs: readonly ComparedRun[]): object | null {
  if (!unit) return null;
  const { kind, number, call, before, after } = unit;
  return { kind, number, call, textBefore: before, textAfter: after, ...told(runs) };
}

function entry(
  reference: RenderedReference | undefined,
  runs: readonly ComparedRun[],
): object | null {
  return reference ? { order: reference.order, ...told(runs) } : null;
}
