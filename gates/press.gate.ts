import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeBook } from '../bench/book.js';
import { checkPdfX, checkPdfX1a } from '../tests/checkers/pdf-x.js';
import { readPdf } from '../tests/support/pdf.js';
import { has, run } from './support/outside-tools.js';
import { colouredPages, platesOf } from './support/plates.js';
import { copyOf, discard, octavo, torturePublication } from './support/publications.js';

const press = 'dist/manuscript-print.pdf';

/** A publication's press PDF as `octavo.yml` asks for it. */
function printed(folder: string, settings = ''): string {
  if (settings) appendFileSync(join(folder, 'octavo.yml'), `\n${settings}\n`);
  const built = octavo(['build', folder, '--to', 'print']);
  expect(built).toMatchObject({ status: 0 });
  expect(built.stderr).not.toMatch(/\berror\b/);
  return join(folder, press);
}

describe('the press PDF of a book', () => {
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'octavo-book-'));
    await writeBook(folder, { words: 30_000, notes: 300, sources: 90 });
    file = printed(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.runIf(has('gs'))('has text on the black plate alone, after its first page', () => {
    const pages = platesOf(file);
    expect(pages.length).toBeGreaterThan(40);
    expect(colouredPages(pages)).toEqual([1]);
  });

  test.runIf(has('qpdf'))('is PDF/X-4', () => {
    expect(checkPdfX(readFileSync(file))).toEqual([]);
  });
});

const publications = ['manuscript', torturePublication];

describe.each(publications)('the press PDF of %s', (source) => {
  let folder: string;
  beforeAll(() => {
    folder = copyOf(source);
  });
  afterAll(() => discard(folder));

  test.runIf(has('gs'))('has text on the black plate alone, after its first pages', () => {
    const pages = platesOf(printed(folder));
    expect(colouredPages(pages).filter((page) => page > 2)).toEqual([]);
  });
});

describe.each(publications)('%s as PDF/X-1a', (source) => {
  let folder: string;
  let file: string;
  beforeAll(() => {
    folder = copyOf(source);
    file = printed(folder, 'press: { conformance: X-1a }');
  });
  afterAll(() => discard(folder));

  test.runIf(has('qpdf'))('is what it says', () => {
    expect(checkPdfX1a(readFileSync(file))).toEqual([]);
    expect(run('qpdf', ['--check', file])).toMatchObject({ status: 0 });
  });

  test.runIf(has('gs'))('has text on the black plate alone', () => {
    expect(colouredPages(platesOf(file)).filter((page) => page > 2)).toEqual([]);
  });
});

describe.each([
  ['saddle-stitch', 'press: { imposition: { scheme: saddle-stitch, sheet: SRA3 } }', [450, 320]],
  ['n-up', 'press: { imposition: { scheme: n-up, sheet: SRA3, grid: 2x2 } }', [320, 450]],
])('the sample as sheets: %s', (_, settings, [width = 0, height = 0]) => {
  let folder: string;
  let file: string;
  beforeAll(() => {
    folder = copyOf('manuscript');
    file = printed(folder, settings);
  });
  afterAll(() => discard(folder));

  test.runIf(has('qpdf'))('is PDF/X-4', () => {
    expect(checkPdfX(readFileSync(file))).toEqual([]);
    expect(run('qpdf', ['--check', file])).toMatchObject({ status: 0 });
  });

  test('is on the paper that was named', async () => {
    const { pages } = await readPdf(readFileSync(file));
    for (const page of pages) {
      expect(page.width).toBeCloseTo((width / 25.4) * 72, 1);
      expect(page.height).toBeCloseTo((height / 25.4) * 72, 1);
    }
  });

  test.runIf(has('gs'))('can be separated', () => {
    for (const plates of platesOf(file)) expect(plates.get('Black')).toBeGreaterThan(0.01);
  });
});
