import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lettersOf } from '../tests/pages/printed-text.js';
import {
  type Element,
  elementsOf,
  type ReadPdf,
  readPdf,
  type TextRun,
} from '../tests/support/pdf.js';
import { has, run } from './support/outside-tools.js';
import {
  columnLines,
  commentary,
  lateNotes,
  loneLines,
  notesOnOtherPages,
  strandedHeadings,
  straysOf,
  wrongLetters,
} from './support/page-invariants.js';
import {
  copyOf,
  discard,
  notesOfPages,
  octavo,
  torturePublication,
} from './support/publications.js';

/**
 * Where the notes stand, and the pages as they were looked at and found good: 24 dots an inch, grey.
 */
const settings = [
  {
    source: torturePublication,
    notesStand: 'in the column of its call',
    late: (pdf: Pages, count: number) => lateNotes(pdf, count, commentary),
    approved: 'gates/torture/pages',
  },
  {
    source: notesOfPages,
    notesStand: 'on the page of its call',
    late: notesOnOtherPages,
    approved: 'gates/torture/pages-over-notes',
  },
];
const resolution = '24';

/** Share of a page's dots that may differ, by more than a third of the way from black to white. */
const tolerance = 0.002;

type Pages = Pick<ReadPdf, 'pages'>;

/** The text of an HTML part without its tags. */
function textIn(html: string): string {
  return html
    .replace(/<(script|style|svg|annotation)\b.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&#x(\w+);/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)));
}

/**
 * Text, quotations, call-outs and initials by their type: notes, tables, captions and folios are
 * set otherwise.
 */
const isText = ({ font, size }: TextRun) =>
  /Serif/.test(font) ? (size > 9 && size < 11) || size > 35 : Math.abs(size - 9.3) < 0.05;

const isHeading = ({ font, size }: TextRun) =>
  /SourceSans3-Bold$/.test(font) && size > 10.5 && size < 12;

/** What stands between the first start of a string and the next of another. */
function between(text: string, start: RegExp, end: RegExp): string {
  const [found] = start.exec(text) ?? [];
  const rest = found === undefined ? '' : text.slice(text.indexOf(found) + found.length);
  return rest.slice(0, end.exec(rest)?.index);
}

const withoutCalls = (html: string) => html.replace(/<sup[^>]*><a[^>]*doc-noteref.*?<\/sup>/gs, '');

describe.each(settings)('$source', ({ source, notesStand, late, approved }) => {
  let folder: string;
  let pdf: ReadPdf;
  let built: ReturnType<typeof octavo>;
  /** HTML of the text and of the notes, as the web edition has them. */
  let text: string;
  let notes: string;

  beforeAll(async () => {
    folder = copyOf(source);
    built = octavo(['build', folder]);
    pdf = await readPdf(readFileSync(join(folder, 'dist/manuscript.pdf')));
    const html = readFileSync(join(folder, 'dist/manuscript.html'), 'utf8');
    text = between(html, /<div class="text"[^>]*>/, /<section[^>]*class="[^"]*(?:about|notes)/);
    notes = between(
      html,
      /<section[^>]*class="[^"]*notes[^>]*>\s*<h2[^>]*>[^<]*<\/h2>/,
      /<\/section>/,
    );
  });
  afterAll(() => discard(folder));

  /** Paragraphs of Latin letters alone: those of other scripts are painted from right to left. */
  const paragraphs = () =>
    [...text.matchAll(/<p\b[^>]*>(.*?)<\/p>/gs)]
      .map(([, inner = '']) => withoutCalls(inner))
      // Formulas, raised and lowered signs and code are of other type; pages are named on paper alone.
      .filter((inner) => !/<(math|su[bp]|code)\b|page-reference/.test(inner))
      .map(textIn)
      .filter((inner) => !/[\u0590-\u06ff\u3000-\u9fff]/.test(inner));

  test('builds without a finding', () => {
    expect(built).toMatchObject({ status: 0, stderr: '' });
  });

  test('has every paragraph once, and in order', () => {
    const wanted = paragraphs().map(lettersOf);
    expect(wanted.length).toBeGreaterThan(40);
    const runs = pdf.pages.flatMap((page) => page.runs.filter(isText));
    const shown = lettersOf(runs.map(({ text }) => text).join(''));
    let from = 0;
    for (const paragraph of wanted) {
      const at = shown.indexOf(paragraph, from);
      expect(at, paragraph).toBeGreaterThanOrEqual(from);
      from = at + paragraph.length;
    }
  });

  test('has its notes, its cells and its captions', () => {
    const all = (role: string) => pdf.pages.flatMap(({ structure }) => elementsOf(structure, role));
    expect(all('Note').length).toBeGreaterThanOrEqual(28);
    expect(all('TR').length).toBeGreaterThanOrEqual(89);
    expect(all('Figure')).toHaveLength(6);
    expect(all('Formula').length).toBeGreaterThanOrEqual(3);
  });

  test('says which language its words are in', () => {
    const languages = (element: Element): string[] => [
      ...(element.lang === undefined ? [] : [`${element.role} ${element.lang}`]),
      ...element.children.flatMap((child) => (typeof child === 'string' ? [] : languages(child))),
    ];
    const said = pdf.pages.flatMap(({ structure }) => (structure ? languages(structure) : []));
    const words = ['Span ar', 'Span he', 'Span de', 'Span fr'];
    expect(said).toEqual(expect.arrayContaining([...words, 'P ar', 'P he', 'P ja']));
  });

  /** Text, notes, tables and captions: not the title, nor what every page carries. */
  const isOfPublication = (run: TextRun, page: number) => {
    const { top, bottom, recto, verso, measure } = commentary;
    const [first = 0, last = 0] = page % 2 === 0 ? recto : verso;
    const isInside = run.y > top && run.y < bottom + 2;
    const isBeside = run.x < first - 6 || run.x > last + measure + 2;
    // The first page has the title above, and the author's life in sans below.
    const isOpening = page === 0 && (run.y < 200 || (/Sans/.test(run.font) && run.y > 700));
    return isInside && !isBeside && !isOpening;
  };

  test('has every letter once', () => {
    const shown = pdf.pages.flatMap(({ runs }, page) =>
      runs.filter((each) => isOfPublication(each, page)).map((each) => each.text),
    );
    // Numbers of list items, which the web edition leaves to the browser.
    const items = '1 2 3 1 1 2 1 2';
    const numbers = [...notes.matchAll(/<li[^>]*value="(\d+)"/g)].map(([, number]) => number);
    const wanted = [textIn(text), textIn(notes), items, ...numbers].join(' ');
    const head = textIn(/<thead>.*?<\/thead>/s.exec(text)?.[0] ?? '');
    // Only paper has numbers of pages.
    const references = text.match(/page-reference/g) ?? [];
    const all = shown.join('');
    const named = all.match(/(?<!\p{L})p\.\s?\d+/gu) ?? [];
    expect(named.length).toBe(references.length);
    expect(wrongLetters(all, [wanted, ...named].join(' '), head)).toEqual([]);
    // The check sees what is missing, what is doubled, and half a head.
    const run = shown.findIndex((each) => lettersOf(each).length > 20);
    const spoilt = [shown.toSpliced(run, 1), [...shown, shown[run]], [...shown, head.slice(0, 9)]];
    for (const pages of spoilt) expect(wrongLetters(pages.join(''), wanted, head)).not.toEqual([]);
  });

  test(`has every note ${notesStand}`, () => {
    const count = [...notes.matchAll(/<li[^>]*id="note-/g)].length;
    expect(count).toBeGreaterThanOrEqual(28);
    expect(late(pdf, count)).toEqual([]);
    const [first, second] = pdf.pages;
    const moved = [
      { ...first, links: second?.links ?? [] },
      ...pdf.pages.slice(1),
    ] as ReadPdf['pages'];
    expect(late({ pages: moved }, count)).not.toEqual([]);
  });

  test('has nothing outside its column', () => {
    expect(straysOf(pdf.pages, commentary)).toEqual([]);
    const moved = pdf.pages.map((page) => ({
      ...page,
      runs: page.runs.map((each) => (isText(each) ? { ...each, x: each.x + 1 } : each)),
    }));
    expect(straysOf(moved, commentary)).not.toEqual([]);
  });

  test('has no stranded heading, widow or orphan', () => {
    const lines = columnLines(pdf.pages, commentary, isText, isHeading);
    expect(lines.length).toBeGreaterThan(300);
    expect(strandedHeadings(lines)).toEqual([]);
    expect(loneLines(lines, paragraphs())).toEqual([]);
    const heading = lines.findIndex((line) => line.isHeading);
    const rest = lines.slice(heading + 1).map((line) => ({ ...line, column: line.column + 2 }));
    const spoilt = [...lines.slice(0, heading + 1), ...rest];
    expect(strandedHeadings(spoilt)).not.toEqual([]);
    const split = lines.map((line, index) => (index === 1 ? { ...line, page: 99 } : line));
    expect(loneLines(split, paragraphs())).not.toEqual([]);
  });

  const canDraw = has('pdftoppm') && has('compare');

  test.runIf(canDraw)('looks as it did when it was found good', () => {
    const drawn = join(folder, 'drawn');
    mkdirSync(drawn);
    const file = join(folder, 'dist/manuscript.pdf');
    run('pdftoppm', ['-gray', '-png', '-r', resolution, file, join(drawn, 'page')]);
    const pages = readdirSync(drawn).sort();
    if (process.env.OCTAVO_APPROVE) {
      mkdirSync(approved, { recursive: true });
      for (const page of pages)
        writeFileSync(join(approved, page), readFileSync(join(drawn, page)));
    }
    expect(readdirSync(approved).sort()).toEqual(pages);
    const differing = pages.filter((page) =>
      differs(join(approved, page), join(drawn, page), join(shown, basename(approved), page)),
    );
    expect(differing, `see ${shown}`).toEqual([]);
  });
});

/** Where the differences are shown: approved, drawn and what differs, side by side. */
const shown = 'gates/torture/differences';

function differs(before: string, after: string, difference: string): boolean {
  mkdirSync(dirname(difference), { recursive: true });
  const { output } = run('compare', ['-metric', 'AE', '-fuzz', '33%', before, after, difference]);
  const dots = Number.parseFloat(output);
  const [width, height] = sizeOf(readFileSync(before));
  return !(dots <= tolerance * width * height);
}

/** Of a PNG file: its header says them (PNG 1.2, 4.1.1). */
function sizeOf(png: Buffer): [number, number] {
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}
