import { breakParagraph, type ParagraphLine } from '../../typography/line-breaking/index.js';
import { forbidden } from '../../typography/line-breaking/items.js';
import { breakMarkers } from '../../typography/markers.js';
import type { LinePoint } from './galley.js';
import { type ParagraphText, type Run, widthIn } from './paragraph-text.js';

/** Stands for a `<br>` in a paragraph's text. */
const lineEnd = '\u2028';

/** The share of a space that justified lines may take from it (as in TeX: 3.33 minus 1.11). */
const spaceShrink = 1 / 3;

/** A justified line whose spaces would be wider than this many of their own is left ragged. */
const loosest = 4;

/** Canvas and layout differ by less than this in a line (px). */
export const safety = 0.5;

export interface SetLines {
  points: LinePoint[];
  hyphenated: number[];
  /** Lines in all. */
  count: number;
  /** Words that had to be broken anywhere, or stand over the measure. */
  overfull: string[];
}

/** Ways to break what no line can hold, gentlest first. */
const emergencies: readonly ((word: string) => string)[] = [
  (word) => word.replace(/(?<=[^\u200B])[-_]/g, '\u200B$&'),
  (word) =>
    [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(word)]
      .map(({ segment }) => segment)
      .join('\u200B'),
];

/** Allows breaks in words that stand over the measure, where they stand. */
function loosen(read: ParagraphText, lines: readonly ParagraphLine[], emergency: number): void {
  const loosenWord = emergencies[emergency];
  const long = lines.filter(({ overfull }) => overfull);
  for (const { node, from, to } of read.runs) {
    if (!(node instanceof Text) || !loosenWord) continue;
    if (!long.some((line) => line.from < to && line.to > from)) continue;
    node.data = node.data.replace(/[^\s\u00A0]{8,}/g, (word, at: number) => {
      const within = (line: ParagraphLine) =>
        line.from < from + at + word.length && line.to > from + at;
      return long.some(within) ? loosenWord(word) : word;
    });
  }
}

/**
 * Sets a paragraph in lines by total fit and freezes them: line ends are written into its text,
 * break markers taken out of it.
 *
 * @param read Reads the paragraph's text; asked again where its words are given more breaks.
 * @param measure Width of the lines, px.
 */
export function setLines(
  element: HTMLElement,
  read: () => ParagraphText,
  measure: number,
): SetLines & { text: ParagraphText } {
  const style = getComputedStyle(element);
  const justified = style.textAlign === 'justify';
  const options = {
    align: justified ? ('justified' as const) : ('ragged' as const),
    indent: Number.parseFloat(style.textIndent) || 0,
    spaceShrink,
    ...(style.hyphens === 'none' ? { hyphenPenalty: forbidden } : {}),
  };
  let text = read();
  const breakText = () => breakParagraph(text.text, widthIn(text), measure - safety, options);
  let lines = breakText();
  const overfull: string[] = [];
  for (let emergency = 0; emergency < emergencies.length; emergency += 1) {
    const long = lines.filter((line) => line.overfull);
    if (long.length === 0) break;
    if (emergency > 0) overfull.push(...long.map((line) => wordIn(text, line)));
    loosen(text, lines, emergency);
    text = read();
    lines = breakText();
  }
  if (justified) {
    // All space between words comes from justification: so it may be less than a space, and the
    // space at a line's end, which the engine lets stand there, takes no room.
    const space = text.runs[0]?.font.of(' ') ?? 0;
    element.style.wordSpacing = `${(-space).toFixed(3)}px`;
    element.classList.add('octavo-justified');
  } else if (!/^(start|left)$/.test(style.textAlign)) {
    element.classList.add('octavo-aligned');
  }
  // In its page the paragraph may have other neighbours, and with them another indent.
  element.style.textIndent = style.textIndent;
  element.classList.add('octavo-set');
  return {
    text,
    points: freeze(element, text, lines, justified ? measure : undefined),
    hyphenated: lines.flatMap(({ hyphenated }, index) => (hyphenated ? [index] : [])),
    count: lines.length,
    overfull,
  };
}

const wordIn = ({ text }: ParagraphText, { from, to }: ParagraphLine) =>
  text.slice(from, to).replace(breakMarkers, '');

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
  filler.className = 'octavo-filler';
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
  #line = 0;
  #pending = '';
  #endsInSpace = true;
  #lastRun: Run | undefined;

  constructor(
    { text, runs }: ParagraphText,
    lines: readonly ParagraphLine[],
    measure: number | undefined,
  ) {
    this.#text = text;
    this.#space = runs[0]?.font.of(' ') ?? 0;
    this.#lines = lines;
    this.#measure = measure;
  }

  run(run: Run): void {
    if (run.node instanceof Text) this.#textNode(run, run.node);
    else this.#breakNode(run.node, run.from);
  }

  #textNode(run: Run, node: Text): void {
    const { from, to } = run;
    let rest = node;
    for (;;) {
      const line = this.#lines[this.#line];
      if (!line) break;
      const next = this.#lines[this.#line + 1];
      this.#pending += this.#visible(Math.max(from, line.from), Math.min(to, line.to));
      if (!next) break;
      const dropped = this.#text.slice(line.to, next.from);
      // The line ends in this node if what it breaks at does: the space, or its last character.
      const end = dropped === '' ? line.to - 1 : line.to;
      if (end < from || end >= to || dropped.includes(lineEnd)) break;
      if (line.hyphenated) this.#pending += '-';
      // The space at the line's end nobody sees, but those who have the text read to them hear it.
      else if (/\s/.test(dropped) && this.#hasRoomForSpace(run, line)) this.#pending += ' ';
      const filler = this.#fillerAfter(line, this.#pending);
      if (filler) rest = this.#insert(filler, rest);
      this.#line += 1;
      this.#pending += '\n';
      this.#endsInSpace = true;
      this.points.push({ node: rest, offset: this.#pending.length, from: next.from });
    }
    rest.data = this.#pending;
    this.#pending = '';
    this.#lastRun = { ...run, node: rest };
  }

  /** A `<br>` ends its line by itself. */
  #breakNode(node: HTMLBRElement, at: number): void {
    const line = this.#lines[this.#line];
    const next = this.#lines[this.#line + 1];
    if (!line || !next || at < line.to || at >= next.from) return;
    const last = this.#lastRun;
    if (last?.node instanceof Text && this.#hasRoomForSpace(last, line)) last.node.data += ' ';
    const filler = this.#fillerAfter(line, last?.node.textContent ?? '');
    if (filler) node.before(filler);
    this.#endsInSpace = true;
    this.#line += 1;
    this.points.push({ node, offset: -1, from: next.from });
  }

  /** What is pending goes before the filler, in a node of its own. */
  #insert(filler: HTMLElement, rest: Text): Text {
    const after = document.createTextNode('');
    rest.data = this.#pending;
    this.#pending = '';
    rest.after(filler, after);
    return after;
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

function freeze(
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

/** Takes break markers out of text that is not set in lines of ours. */
export function stripAll(element: HTMLElement): void {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.data.search(breakMarkers) >= 0) node.data = node.data.replace(breakMarkers, '');
  }
}
