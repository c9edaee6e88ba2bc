import { lettersOf } from '../../tests/pages/printed-text.js';
import type { Link, ReadPage, ReadPdf, TextRun } from '../../tests/support/pdf.js';

/**
 * What holds on every page, read off the finished PDF: nothing here knows how pages are laid out.
 * Each check tells its faults in words; none is well.
 */

/** Where the type stands, pt from the top left corner of a page. */
export interface TypeArea {
  top: number;
  bottom: number;
  /** Left edges of the columns on rectos and on versos, and their width. */
  recto: readonly number[];
  verso: readonly number[];
  measure: number;
}

const millimetre = 72 / 25.4;

/** Of the commentary's template. */
export const commentary: TypeArea = {
  top: 26 * millimetre,
  bottom: (297 - 23) * millimetre,
  recto: [18, 106].map((mm) => mm * millimetre),
  verso: [24, 112].map((mm) => mm * millimetre),
  measure: 80 * millimetre,
};

/** Boxes stand over their columns by no more than this, pt; 0.5 px. */
const tolerance = 0.375;

/** Signs that hang out of the measure, by a share of their width (em). */
const hanging = /^[‘“„‚«‹]|[-.,:;!?‐‑’”»›–—…]$/u;
const mostHung = 0.35;

const lefts = (page: number, { recto, verso }: TypeArea) => (page % 2 === 0 ? recto : verso);

/** A first page has a title over its columns. */
const firstTop = 200;

const isInArea = ({ y }: TextRun, { top, bottom }: TypeArea, page = 1) =>
  y > (page === 0 ? firstTop : top) && y < bottom + 2;

/** The column that a place belongs to: the last that begins left of it. */
function columnOf(x: number, page: number, area: TypeArea): number {
  return lefts(page, area).findLastIndex((left) => x > left - 6);
}

/** Letters of a text, each as often as it comes. */
function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of lettersOf(text)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

/**
 * Letters that pages do not have as often as they are to.
 *
 * @param repeated What pages may have more often: heads of tables that go on.
 */
export function wrongLetters(shown: string, wanted: string, repeated: string): string[] {
  const [found, expected, more] = [counted(shown), counted(wanted), counted(repeated)];
  const letters = new Set([...found.keys(), ...expected.keys()]);
  const times = new Set<number>();
  const faults: string[] = [];
  for (const letter of letters) {
    const extra = (found.get(letter) ?? 0) - (expected.get(letter) ?? 0);
    const share = more.get(letter) ?? 0;
    if (share === 0 && extra !== 0) faults.push(`${letter} ${extra > 0 ? '+' : ''}${extra}`);
    if (share > 0) times.add(extra / share);
  }
  const [count = 0] = times;
  if (times.size > 1 || count < 0 || !Number.isInteger(count)) faults.push('a head is not whole');
  return faults;
}

/** Runs of type that stand over the edges of their column, and of the type area's where they span it. */
export function straysOf(pages: readonly ReadPage[], area: TypeArea): string[] {
  return pages.flatMap(({ runs }, page) => {
    const columns = lefts(page, area);
    const last = (columns.at(-1) ?? 0) + area.measure;
    const inside = runs.filter((run) => isInArea(run, area, page) && run.text.trim() !== '');
    return inside.flatMap((run) => {
      const column = columns[columnOf(run.x, page, area)];
      // Outside all columns stands what every page carries.
      if (column === undefined || run.x > last + 2) return [];
      const hung = hanging.test(run.text.trim()) ? mostHung * run.size : 0;
      const right = run.x + run.width;
      const spans = spansColumns(run, inside);
      const edge = spans ? last : column + area.measure;
      const over = Math.max(column - run.x, right - edge) - hung - tolerance;
      return over > 0 ? [`page ${page + 1}: “${run.text}” by ${over.toFixed(1)} pt`] : [];
    });
  });
}

/** Captions and cells over all columns are of sans type, at the head of the page: no text is above. */
function spansColumns(run: TextRun, inside: readonly TextRun[]): boolean {
  return /Sans/.test(run.font) && inside.every(({ font, y }) => !/Serif/.test(font) || y > run.y);
}

export interface Pair {
  page: number;
  call: Link;
  note: Link;
}

/** Links of a page that lead to each other: a call, and below it the number of its note. */
export function pairsOf({ links }: ReadPage, page: number): Pair[] {
  const near = (link: Link, other: Link) =>
    link.target?.page === page && Math.abs(link.target.y - other.box[1]) < 7;
  return links.flatMap((call) =>
    links
      .filter((note) => note.box[1] > call.box[1] && near(call, note) && near(note, call))
      .map((note) => ({ page, call, note })),
  );
}

/** Notes that do not begin on the page of their call. */
export function notesOnOtherPages({ pages }: Pick<ReadPdf, 'pages'>, count: number): string[] {
  const pairs = pages.flatMap(pairsOf);
  return pairs.length === count ? [] : [`${pairs.length} of ${count} notes are found`];
}

/** Notes that do not begin in the column of their call. */
export function lateNotes(pdf: Pick<ReadPdf, 'pages'>, count: number, area: TypeArea): string[] {
  const pairs = pdf.pages.flatMap(pairsOf);
  const faults = pairs.filter(
    ({ page, call, note }) =>
      columnOf(call.box[0], page, area) !== columnOf(note.box[0], page, area),
  );
  const told = faults.map(({ page }) => `page ${page + 1}: a note in another column`);
  return [...told, ...notesOnOtherPages(pdf, count)];
}

interface ColumnLine {
  page: number;
  column: number;
  y: number;
  text: string;
  isHeading: boolean;
}

/** Lines of text and headings in the order they are read, column by column. */
export function columnLines(
  pages: readonly ReadPage[],
  area: TypeArea,
  isText: (run: TextRun) => boolean,
  isHeading: (run: TextRun) => boolean,
): ColumnLine[] {
  return pages.flatMap(({ runs }, page) => {
    const lines: ColumnLine[] = [];
    for (const run of runs) {
      if (!isInArea(run, area, page) || !(isText(run) || isHeading(run))) continue;
      const column = columnOf(run.x, page, area);
      const line = lines.find((each) => each.column === column && Math.abs(each.y - run.y) < 3);
      if (line) line.text += run.text;
      else lines.push({ page, column, y: run.y, text: run.text, isHeading: isHeading(run) });
    }
    return lines.sort((a, b) => a.column - b.column || a.y - b.y);
  });
}

const place = ({ page, column }: ColumnLine) => `${page}/${column}`;

/** Headings that end a column. */
export function strandedHeadings(lines: readonly ColumnLine[]): string[] {
  return lines.flatMap((line, index) => {
    const next = lines[index + 1];
    const ends = next !== undefined && place(next) !== place(line);
    return line.isHeading && ends ? [`page ${line.page + 1}: ${line.text}`] : [];
  });
}

/** Paragraphs of which a column has a lone line, though they have more. */
export function loneLines(lines: readonly ColumnLine[], paragraphs: readonly string[]): string[] {
  const text = lines.filter(({ isHeading }) => !isHeading);
  const letters = text.map((line) => lettersOf(line.text));
  const ends: number[] = [];
  let sum = 0;
  for (const line of letters) {
    sum += line.length;
    ends.push(sum);
  }
  const all = letters.join('');
  let from = 0;
  return paragraphs.flatMap((paragraph) => {
    const wanted = lettersOf(paragraph);
    const at = all.indexOf(wanted, from);
    if (at < 0) return [`not found: ${paragraph.slice(0, 40)}`];
    from = at + wanted.length;
    const first = ends.findIndex((end) => end > at);
    const last = ends.findIndex((end) => end >= from);
    const columns = new Map<string, number>();
    for (const line of text.slice(first, last + 1)) {
      columns.set(place(line), (columns.get(place(line)) ?? 0) + 1);
    }
    const isLone = columns.size > 1 && [...columns.values()].some((count) => count < 2);
    return isLone ? [paragraph.slice(0, 40)] : [];
  });
}
