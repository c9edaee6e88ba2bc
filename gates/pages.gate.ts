import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Link,
  type ReadPage,
  type ReadPdf,
  readPdf,
  type TextRun,
} from '../tests/support/pdf.js';
import { has } from './support/outside-tools.js';
import { copyOf, discard, hasReference, octavo, referenceFolder } from './support/publications.js';
import { spacedLines } from './support/word-spaces.js';

const folders = ['manuscript', ...(hasReference() ? [referenceFolder as string] : [])];

/** Letters, digits and marks alone: line ends, hyphens and the kind of a quotation mark do not count. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[\s\u2010-]+/g, '');
}

/** The paragraphs and headings of a manuscript as a reader would say them, without notes and markup. */
function paragraphsOf(manuscript: string): string[] {
  return manuscript
    .replace(/^---\n.*?\n---\n/s, '')
    .replace(/\^\[(?:[^[\]]|\[[^\]]*\])*\]/g, '')
    .split(/\n{2,}/)
    .filter((block) => !/^(\||!\[|\[\^|: )/.test(block))
    .map((block) =>
      block
        .replace(/^#+ /, '')
        .replace(/\[\^[^\]]+\]/g, '')
        .replace(/\[@[^\]]+\]/g, '')
        .replace(/\*/g, ''),
    );
}

/** Text and section headings by their type: folios, running heads and notes are set otherwise. */
const isText = ({ font, size }: Pick<TextRun, 'font' | 'size'>) =>
  /Serif/.test(font) ? size > 9.8 && size < 11 : size > 11 && size < 11.9;

/** Of the commentary's template, pt. A word is as high as its font's ascent and descent. */
const leading = 13.5;
const textSize = 10.3;
const text = { height: 14.12, measure: 226.77, gutter: 12 };

function bodyOf(pdf: ReadPdf): string {
  return bare(
    pdf.pages
      .flatMap(({ runs }) => runs)
      .filter(isText)
      .map(({ text }) => text)
      .join(''),
  );
}

interface Pair {
  call: Link;
  note: Link;
}

/** Links of a page that lead to each other: a call, and below it the number of its note. */
function pairsOf(page: ReadPage, index: number): Pair[] {
  const near = (link: Link, other: Link) =>
    link.target?.page === index && Math.abs(link.target.y - other.box[1]) < 4;
  return page.links.flatMap((call) =>
    page.links
      .filter((note) => note.box[1] > call.box[1] && near(call, note) && near(note, call))
      .map((note) => ({ call, note })),
  );
}

describe.each(folders)('the pages of %s', (source) => {
  let folder: string;
  let pdf: ReadPdf;
  let notes: { number: number }[];

  beforeAll(async () => {
    folder = copyOf(source);
    expect(octavo(['build', folder, '--to', 'pdf'])).toMatchObject({ status: 0 });
    pdf = await readPdf(readFileSync(join(folder, 'dist/manuscript.pdf')));
    ({ notes } = JSON.parse(octavo(['build', folder, '--dump-citations']).stdout));
  });
  afterAll(() => discard(folder));

  test('hold the whole text in order, and nothing in between', () => {
    const body = bodyOf(pdf);
    let from = 0;
    for (const paragraph of paragraphsOf(readFileSync(join(source, 'manuscript.md'), 'utf8'))) {
      const at = body.indexOf(bare(paragraph), from);
      expect(at, paragraph).toBeGreaterThanOrEqual(0);
      from = at + bare(paragraph).length;
    }
  });

  test('hold no mark that only line breaking needs', () => {
    expect(pdf.pages.map(({ text }) => text).join('')).not.toMatch(/[\u00AD\u200B\u2060]/);
  });

  test('start every note in the column of its call, and link both ways', () => {
    const pairs = pdf.pages.flatMap((page, index) => {
      const column = ({ box: [left] }: Link) => (left < page.width / 2 ? 0 : 1);
      return pairsOf(page, index).map(({ call, note }) => [column(call), column(note)]);
    });
    expect(pairs).toHaveLength(notes.length);
    for (const [call, note] of pairs) expect(note).toBe(call);
  });

  test('share one baseline grid in all columns of a page', () => {
    for (const { runs } of pdf.pages) {
      const lines = runs.filter(({ font, size }) => /Serif/.test(font) && isText({ font, size }));
      const [first] = lines;
      for (const { y, text: words } of lines) {
        const distance = (y - (first?.y ?? y)) / leading;
        expect(Math.abs(distance - Math.round(distance)) * leading, words).toBeLessThan(0.6);
      }
    }
  });

  test.runIf(has('pdftotext'))(
    'space their words evenly, and never so little as to join them',
    () => {
      const all = spacedLines(join(folder, 'dist/manuscript.pdf'), text);
      const lines = all.filter(({ full }) => full);
      const spaces = lines.map(({ gaps }) => gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length);
      const share = (count: number) => count / lines.length;
      expect(lines.length).toBeGreaterThan(100);
      expect(Math.min(...all.flatMap(({ gaps }) => gaps))).toBeGreaterThan(0.15 * textSize);
      expect(Math.max(...spaces)).toBeLessThan(0.6 * textSize);
      expect(share(spaces.filter((space) => space > 0.4 * textSize).length)).toBeLessThanOrEqual(
        0.1,
      );
      expect(share(lines.filter(({ hyphenated }) => hyphenated).length)).toBeLessThanOrEqual(0.12);
    },
  );

  test('are tagged, titled and outlined', () => {
    expect(pdf.info).toMatchObject({ Title: expect.stringMatching(/\S/) });
    expect(pdf.outline.length).toBeGreaterThan(0);
    expect(pdf.pages.every(({ structure }) => structure !== undefined)).toBe(true);
  });
});
