import { colours, plain } from '../../../diagnostics/paint.js';
import { printable } from '../../../diagnostics/printable.js';
import { superscript, terminalRun, terminalText, wrapped } from '../terminal-text.js';
import {
  type ComparedReference,
  type ComparedUnit,
  type Comparison,
  countChanges,
  passage,
} from './compare.js';
import type { Rendered } from './rendering.js';
import {
  changeWords,
  citationWords,
  listChangeWords,
  nothingPrinted,
  referenceWords,
  summarised,
} from './wording.js';
import type { ComparedRun } from './words.js';

export interface ComparisonView {
  /** What the two styles are called. */
  names: readonly [one: string, other: string];
  /** The manuscript as places show it. */
  file: string;
  /** Shows also what stays as it is. */
  all: boolean;
  colour: boolean;
  /** Undefined: lines are as long as they are. */
  columns?: number;
}

/** A comparison for a terminal: each place with what either style makes of it, changed words marked. */
export function showComparison(comparison: Comparison, view: ComparisonView): string {
  const { units, references } = comparison;
  const screen = new Screen(view);
  const shown = units.filter(
    ({ change }) => view.all || change === 'changed' || change === 'moved',
  );
  const listed = references.filter(({ change }) => view.all || change !== 'same');
  return [
    ...shown.map((unit) => screen.unit(unit)),
    ...(listed.length > 0 ? [screen.heading('References')] : []),
    ...listed.map((reference) => screen.reference(reference)),
    summary(comparison),
  ].join('\n');
}

/** Two lines that say how much changes. */
export function summary({ units, references }: Comparison): string {
  return [
    `${summarised(units.length, citationWords, countChanges(units))}.`,
    `${summarised(references.length, referenceWords, countChanges(references))}.`,
    '',
  ].join('\n');
}

class Screen {
  readonly #view: ComparisonView;
  readonly #width: number;

  constructor(view: ComparisonView) {
    this.#view = view;
    this.#width = Math.max(...view.names.map((name) => name.length));
  }

  heading(text: string): string {
    return `${this.#paint.place(text)}\n`;
  }

  unit(unit: ComparedUnit): string {
    const { one, other, change } = unit;
    const { line, column } = (one ?? other) as Rendered;
    const { place, faint } = this.#paint;
    const where = place(`${printable(this.#view.file)}:${line}:${column}`);
    const bySide = change === 'moved' || passageOf(one) !== passageOf(other);
    const context = bySide || !one ? '' : `  ${faint(printable(passageOf(one)))}`;
    return this.#lines([
      `${where}  ${changeWords(unit)}${context}`,
      ...this.#side(0, one, unit.before, bySide),
      ...this.#side(1, other, unit.after, bySide),
    ]);
  }

  reference(reference: ComparedReference): string {
    const { key, one, other, before, after, change } = reference;
    const same = change === 'same' || change === 'reordered';
    return this.#lines([
      `${this.#paint.place(`@${printable(key)}`)}  ${listChangeWords(reference)}`,
      ...(one && !same ? [`${this.#label(0)}${this.#text(before, 0)}`] : []),
      ...(other ? [`${this.#label(1)}${this.#text(after, 1)}`] : []),
    ]);
  }

  get #paint() {
    return this.#view.colour ? colours : plain;
  }

  #label(side: 0 | 1): string {
    return `  ${printable(this.#view.names[side]).padEnd(this.#width)}  `;
  }

  #side(
    side: 0 | 1,
    unit: Rendered | undefined,
    runs: readonly ComparedRun[],
    withPassage: boolean,
  ): string[] {
    const label = this.#label(side);
    const text = unit && runs.length > 0 ? this.#text(runs, side) : nothingPrinted;
    const call = unit?.call === undefined ? '' : `${superscript(unit.call)} `;
    if (!unit || !withPassage) return [`${label}${call}${text}`];
    const faint = this.#paint.faint(printable(passageOf(unit)));
    const indent = ' '.repeat(label.length);
    return [`${label}${faint}`, `${indent}${call}${text}`];
  }

  /** Changed words in colour, or between `[-` and `-]`, `{+` and `+}`. */
  #text(runs: readonly ComparedRun[], side: 0 | 1): string {
    const { colour } = this.#view;
    const [open, close] = side === 0 ? ['[-', '-]'] : ['{+', '+}'];
    const set = side === 0 ? '31' : '32';
    return grouped(runs)
      .map(({ changed, runs: group }) => {
        if (!changed) return terminalText(group, colour);
        const text = group.map((run) => terminalRun(run, colour)).join('');
        return colour ? `\u001b[${set}m${text}\u001b[39m` : open + text + close;
      })
      .join('');
  }

  #lines(lines: string[]): string {
    // Under a long name there is no room to go on beside it.
    const indent = ' '.repeat(Math.min(this.#width + 4, 16));
    return `${lines.map((line) => wrapped(line, this.#view.columns, indent)).join('\n')}\n`;
  }
}

/** Neighbouring runs that are changed, or not, together. */
function grouped(runs: readonly ComparedRun[]): { changed: boolean; runs: ComparedRun[] }[] {
  const groups: { changed: boolean; runs: ComparedRun[] }[] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (last?.changed === run.changed) last.runs.push(run);
    else groups.push({ changed: run.changed, runs: [run] });
  }
  return groups;
}

/** The words around a citation as they stand, with its call or its text. */
function passageOf(unit: Rendered | undefined): string {
  if (!unit) return '';
  const [before, after] = passage(unit);
  const printed = unit.call === undefined ? terminalText(unit.runs, false) : superscript(unit.call);
  return `${before}${printed}${after}`;
}
