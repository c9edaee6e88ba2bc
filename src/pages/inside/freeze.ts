import type { ParagraphLine } from '../../typography/line-breaking/index.js';
import { breakMarkers, stripMarkers, zeroWidthSpace } from '../../typography/markers.js';
import type { LinePoint } from './galley.js';
import type { ParagraphText, Run } from './paragraph-text.js';
import { endLineAfter } from './split-formula.js';

/** Stands for a `<br>` in a paragraph's text. */
const lineEnd = '\u2028';

/** A justified line whose spaces would be wider than this many of their own is left ragged. */
const loosest = 4;

/** Canvas and layout differ by less than this in a line (px). */
export const safety = 0.5;

/** Letter-spacing that is less is left alone (px). */
const leastSpacing = 0.05;

const fillerClass = 'octavo-filler';

/**
 * Lines that end short of the measure: those are filled up, for all lines are justified.
 *
 * @param space Width of a space that stands before the filler, px.
 */
function fillerOf(
  line: ParagraphLine,
  measure: number | undefined,
  space = 0,
): HTMLElement | undefined {
  if (measure === undefined || !(line.final || line.stretch > loosest)) return undefined;
  const filler = document.createElement('span');
  filler.className = fillerClass;
  filler.ariaHidden = 'true';
  filler.style.width = `${Math.max(0, Math.floor((line.room - space + safety) * 64) / 64)}px`;
  return filler;
}

/** Writes one paragraph's line ends into its text nodes. */
class Freezer {
  readonly points: LinePoint[] = [];
  readonly #text: string;
  readonly #lines: readonly ParagraphLine[];
  readonly #measure: number | undefined;
  /** Width of a space of the paragraph's own font, px. */
  readonly #space: number;
  readonly #formulas: readonly Run[];
  #line = 0;
  #pending = '';
  #endsInSpace = true;
  /** The last formula before what is being frozen. */
  #formula: Run | undefined;
  #lastRun: (Run & { node: Text }) | undefined;

  constructor(
    { text, runs }: ParagraphText,
    lines: readonly ParagraphLine[],
    measure: number | undefined,
  ) {
    this.#text = text;
    this.#space = runs[0]?.font.of(' ') ?? 0;
    this.#lines = lines;
    this.#formulas = runs.filter(({ width }) => width !== undefined);
    this.#measure = measure;
  }

  run(run: Run): void {
    if (run.node instanceof Text) this.#textNode(run, run.node);
    else if (run.node instanceof HTMLBRElement) this.#breakNode(run.node, run.from);
    else {
      // A formula stays as it is; a space after it is one of the text's own.
      this.#endsInSpace = false;
      this.#formula = run;
    }
  }

  #textNode(run: Run, node: Text): void {
    const { from, to } = run;
    let rest = node;
    for (;;) {
      const line = this.#lines[this.#line];
      if (!line) break;
      const next = this.#lines[this.#line + 1];
      const visible = this.#visible(Math.max(from, line.from), Math.min(to, line.to));
      const fitted = visible === '' ? undefined : this.#fitted(line);
      if (fitted) rest = this.#insert(fitted, rest);
      this.#pending += visible;
      if (!next) break;
      const dropped = this.#text.slice(line.to, next.from);
      // The line ends in this node if what it breaks at does: the space, or its last character.
      const end = dropped === '' ? line.to - 1 : line.to;
      if (end < from || end >= to || dropped.includes(lineEnd)) break;
      if (line.hyphenated) this.#pending += '-';
      // The space at the line's end nobody sees, but those who have the text read to them hear it.
      else if (this.#formula?.to === line.to && dropped === zeroWidthSpace) this.#endFormula();
      else if (/\s/.test(dropped) && this.#hasRoomForSpace(run, line)) this.#pending += ' ';
      const filler = this.#fillerAfter(line, this.#pending);
      if (filler) rest = this.#insert(filler, rest);
      this.#line += 1;
      this.#pending += '\n';
      this.#endsInSpace = true;
      if (fitted) {
        rest = this.#leave(fitted, rest);
        this.points.push({ node: fitted, offset: -1, from: next.from });
      } else {
        this.points.push({ node: rest, offset: this.#pending.length, from: next.from });
      }
    }
    rest.data = this.#pending;
    this.#pending = '';
    this.#lastRun = { ...run, node: rest };
  }

  #endFormula(): void {
    if (this.#formula?.node instanceof MathMLElement) endLineAfter(this.#formula.node);
  }

  /** A `<br>` ends its line by itself. */
  #breakNode(node: HTMLBRElement, at: number): void {
    const line = this.#lines[this.#line];
    const next = this.#lines[this.#line + 1];
    if (!line || !next || at < line.to || at >= next.from) return;
    const last = this.#lastRun;
    if (last && this.#hasRoomForSpace(last, line)) last.node.data += ' ';
    const filler = this.#fillerAfter(line, last?.node.data ?? '');
    if (filler) node.before(filler);
    this.#endsInSpace = true;
    this.#line += 1;
    this.points.push({ node, offset: -1, from: next.from });
  }

  /** What is pending goes before an element; what follows goes into it, or after an empty one. */
  #insert(element: HTMLElement, rest: Text): Text {
    const next = document.createTextNode('');
    rest.data = this.#pending;
    this.#pending = '';
    rest.after(element);
    if (element.className === fillerClass) element.after(next);
    else element.append(next);
    return next;
  }

  /** What is pending ends an element; what follows goes after it. */
  #leave(element: HTMLElement, rest: Text): Text {
    const next = document.createTextNode('');
    rest.data = this.#pending;
    this.#pending = '';
    element.after(next);
    return next;
  }

  /** A box for the text of a line whose letters give way. */
  #fitted(line: ParagraphLine): HTMLElement | undefined {
    if (this.#measure === undefined || line.stretch > loosest) return undefined;
    if (line.final && line.letterFit >= 1) return undefined;
    const inLine = this.#formulas.filter(({ from }) => from >= line.from && from < line.to);
    const formulas = inLine.reduce((sum, { width = 0 }) => sum + width, 0);
    const letters = line.width - line.spaces * this.#space - formulas;
    const count = stripMarkers(this.#text.slice(line.from, line.to)).replace(
      /[\s\uFFFC]/g,
      '',
    ).length;
    if (count === 0) return undefined;
    const spacing = Math.round(((line.letterFit - 1) * letters * 1000) / count) / 1000;
    if (Math.abs(spacing) < leastSpacing) return undefined;
    const box = document.createElement('span');
    box.className = 'octavo-fitted';
    box.style.letterSpacing = `${spacing}px`;
    // As in the paragraph, all space between words is justification's: also what letters would add.
    box.style.wordSpacing = `${(-this.#space - spacing).toFixed(3)}px`;
    return box;
  }

  /** A space of another width, or more than the line has room for, would stand over the measure. */
  #hasRoomForSpace({ font }: Run, line: ParagraphLine): boolean {
    if (this.#measure === undefined) return true;
    const isFilled = line.final || line.stretch > loosest;
    if (isFilled && line.room < this.#space) return false;
    return Math.abs(font.of(' ') - this.#space) < safety;
  }

  #fillerAfter(line: ParagraphLine, text: string): HTMLElement | undefined {
    return fillerOf(line, this.#measure, text.endsWith(' ') ? this.#space : 0);
  }

  #visible(from: number, to: number): string {
    if (to <= from) return '';
    const visible = this.#text
      .slice(from, to)
      .replace(breakMarkers, '')
      .replace(/[ \t\n\r\f]+/g, ' ');
    // White space on both sides of an element's edge is one space.
    const shown = this.#endsInSpace ? visible.replace(/^ /, '') : visible;
    if (visible !== '') this.#endsInSpace = visible.endsWith(' ');
    return shown;
  }
}

/** Writes line ends into a paragraph's text, and takes break markers out of it. */
export function freeze(
  element: HTMLElement,
  text: ParagraphText,
  lines: readonly ParagraphLine[],
  measure: number | undefined,
): LinePoint[] {
  const freezer = new Freezer(text, lines, measure);
  for (const run of text.runs) freezer.run(run);
  const last = lines.at(-1);
  const filler = last && fillerOf(last, measure);
  if (filler) element.append(filler);
  return freezer.points;
}
