import type { LineMarks } from '../../typography/bidi/line-marks.js';
import type { OverhangOf, ParagraphLine } from '../../typography/line-breaking/index.js';
import { breakMarkers, zeroWidthSpace } from '../../typography/markers.js';
import type { DropCap } from './drop-caps.js';
import { fillerClass, fillerOf, safety, spaceBeside } from './fillers.js';
import type { LinePoint } from './galley.js';
import { overhangsOf } from './hanging.js';
import { type Fitting, fitOf, isFilled, isWidenedBesideLetters, loosest } from './line-fit.js';
import type { ParagraphText, Run } from './paragraph-text.js';
import { endLineAfter } from './split-formula.js';

/** Stands for a `<br>` in a paragraph's text. */
const lineEnd = '\u2028';

/** What lines are frozen with. */
interface Freezing {
  /** Of justified lines, px. */
  measure: number | undefined;
  overhangOf: OverhangOf;
  dropCap: DropCap | undefined;
  /** Of each line, where the text runs both ways. */
  marks: readonly LineMarks[] | undefined;
}

/** Writes one paragraph's line ends into its text nodes. */
class Freezer {
  readonly points: LinePoint[] = [];
  readonly #text: string;
  readonly #lines: readonly ParagraphLine[];
  readonly #measure: number | undefined;
  readonly #overhangOf: OverhangOf;
  readonly #dropCap: DropCap | undefined;
  readonly #marks: readonly LineMarks[];
  /** Width of a space of the paragraph's own font, px. */
  readonly #space: number;
  readonly #fitting: Fitting;
  #line = 0;
  #pending = '';
  #endsInSpace = true;
  /** The last formula before what is being frozen. */
  #formula: Run | undefined;
  #lastRun: (Run & { node: Text }) | undefined;

  constructor(
    { text, runs }: ParagraphText,
    lines: readonly ParagraphLine[],
    { measure, overhangOf, dropCap, marks = [] }: Freezing,
  ) {
    this.#dropCap = dropCap;
    this.#marks = marks;
    this.#text = text;
    this.#space = runs[0]?.font.of(' ') ?? 0;
    this.#lines = lines;
    const formulas = runs.filter(({ width }) => width !== undefined);
    this.#fitting = { text, space: this.#space, formulas };
    this.#measure = measure;
    this.#overhangOf = overhangOf;
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
      const part = { from: Math.max(from, line.from), to: Math.min(to, line.to) };
      const visible = this.#visible(part.from, part.to);
      let fitted = visible === '' ? undefined : this.#fitted(line, part);
      if (fitted) rest = this.#insert(fitted, rest);
      this.#pending += visible;
      if (!next) break;
      const dropped = this.#text.slice(line.to, next.from);
      // The line ends in this node if what it breaks at does: the space, or its last character.
      const end = dropped === '' ? line.to - 1 : line.to;
      if (end < from || end >= to || dropped.includes(lineEnd)) break;
      this.#pending += this.#marks[this.#line]?.end ?? '';
      if (line.hyphenated) this.#pending += '-';
      const isMixed = isWidenedBesideLetters(line, this.#fitting);
      if (fitted && isMixed) {
        // Its spaces have a width beforehand: the one at the line's end would take room.
        rest = this.#leave(fitted, rest);
        fitted = undefined;
      }
      if (!line.hyphenated) this.#endWord(line, run, dropped);
      const filler = this.#fillerAfter(line, isMixed ? '' : this.#pending);
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
      const space = this.#spaceBeside();
      if (space) rest = this.#insert(space, rest);
      this.#pending += this.#marks[this.#line]?.start ?? '';
    }
    rest.data = this.#pending;
    this.#pending = '';
    this.#lastRun = { ...run, node: rest };
  }

  /** The space at a line's end nobody sees, but those who have the text read to them hear it. */
  #endWord(line: ParagraphLine, run: Run, dropped: string): void {
    if (this.#formula?.to === line.to && dropped === zeroWidthSpace) this.#endFormula();
    else if (/\s/.test(dropped) && this.#hasRoomForSpace(run, line)) this.#pending += ' ';
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
    const space = this.#spaceBeside();
    if (space) node.after(space);
  }

  /** What the line that begins here has before its text. */
  #spaceBeside(): HTMLElement | undefined {
    const cap = this.#dropCap;
    return cap && this.#line < cap.lines ? spaceBeside(cap) : undefined;
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

  /** A box for text of a line whose letters give way, or whose first or last sign hangs out. */
  #fitted(line: ParagraphLine, part: { from: number; to: number }): HTMLElement | undefined {
    if (this.#measure === undefined) return undefined;
    const { letterSpacing, wordSpacing } = fitOf(line, this.#fitting);
    const { left, right } = this.#overhangs(line, part);
    if (wordSpacing === undefined && left === 0 && right === 0) return undefined;
    const box = document.createElement('span');
    box.className = 'octavo-fitted';
    if (left > 0) box.style.marginLeft = `${(-left).toFixed(2)}px`;
    if (right > 0) box.style.marginRight = `${(-right).toFixed(2)}px`;
    if (letterSpacing !== undefined) box.style.letterSpacing = `${letterSpacing}px`;
    if (wordSpacing !== undefined) box.style.wordSpacing = `${wordSpacing.toFixed(3)}px`;
    return box;
  }

  /** What is left of a line that is not stretched, whose signs hang out less than they might. */
  #roomLeft(line: ParagraphLine): number {
    const { left, right } = overhangsOf(line, this.#overhangOf);
    const hung = this.#overhangs(line, line);
    return line.room - (left - hung.left) - (right - hung.right);
  }

  /** What fills up the paragraph's last line. */
  lastFiller(): HTMLElement | undefined {
    const last = this.#lines.at(-1);
    return last && this.#fillerAfter(last, '');
  }

  /** How far the part of a line hangs out of the measure, where it is the line's first or last. */
  #overhangs(line: ParagraphLine, part: { from: number; to: number }) {
    const { left, right } = overhangsOf(line, this.#overhangOf);
    if (line.stretch > loosest) return { left: 0, right: 0 };
    const isShort = line.final && line.letterFit >= 1;
    return {
      left: part.from === line.from ? left : 0,
      right: part.to === line.to && !isShort ? right : 0,
    };
  }

  /** A space of another width, or more than the line has room for, would stand over the measure. */
  #hasRoomForSpace({ font }: Run, line: ParagraphLine): boolean {
    if (this.#measure === undefined) return true;
    if (isFilled(line) && this.#roomLeft(line) < this.#space) return false;
    return Math.abs(font.of(' ') - this.#space) < safety;
  }

  #fillerAfter(line: ParagraphLine, text: string): HTMLElement | undefined {
    if (this.#measure === undefined || !isFilled(line)) return undefined;
    return fillerOf(this.#roomLeft(line) - (text.endsWith(' ') ? this.#space : 0));
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
  freezing: Freezing,
): LinePoint[] {
  const freezer = new Freezer(text, lines, freezing);
  for (const run of text.runs) freezer.run(run);
  const filler = freezer.lastFiller();
  if (filler) element.append(filler);
  return freezer.points;
}
