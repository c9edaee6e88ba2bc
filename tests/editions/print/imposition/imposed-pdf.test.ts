import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFNumber } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { Report } from '../../../../src/diagnostics/report.js';
import { writePressPdf } from '../../../../src/editions/print/index.js';
import type { Imposition } from '../../../../src/publication/press-wishes.js';
import { checkPdfX } from '../../../checkers/pdf-x.js';
import { hasQpdf } from '../../../checkers/qpdf-json.js';
import { expectHouseWording } from '../../../diagnostics/wording.js';
import { readPdf, type TextRun } from '../../../support/pdf.js';
import { samplerPress } from '../../printed/press.js';
import { samplerDocument, samplerFile, samplerPages } from '../../printed/sampler.js';

const px = (millimetres: number) => (millimetres / 25.4) * 96;
const points = (millimetres: number) => (millimetres / 25.4) * 72;
const sheet = (name: string, width: number, height: number) => ({
  name,
  width: px(width),
  height: px(height),
});

const booklet: Imposition = { scheme: 'saddle-stitch', paper: px(0.1), columns: 2, rows: 1 };
const sideBySide: Imposition = { ...booklet, scheme: 'n-up' };

/** The sampler's two pages twice over: pages 1 to `count`. */
async function pagesOf(count: number) {
  const printed = await PDFDocument.load(samplerFile(), { updateMetadata: false });
  const all = await PDFDocument.create();
  const copies = await all.copyPages(
    printed,
    Array.from({ length: count }, (_, index) => index % 2),
  );
  for (const copy of copies) all.addPage(copy);
  const starts = Array.from({ length: count }, (_, page) => ({ page, label: String(page + 1) }));
  const bytes = await all.save({ useObjectStreams: false });
  return { ...samplerPages(), parts: [bytes], pageCount: count, starts };
}

async function impose(imposition: Imposition, count = 2, report = new Report()) {
  const press = samplerPress({ imposition });
  const bytes = await writePressPdf(await pagesOf(count), samplerDocument(), {
    report,
    place: { file: 'manuscript.md' },
    press,
  });
  expectHouseWording(report.diagnostics);
  const messages = report.diagnostics
    .filter(({ rule }) => /sheet|bleed|booklet/.test(rule))
    .map(({ rule, message, remedy }) => [rule, message, remedy]);
  return { bytes, read: await readPdf(bytes), messages };
}

const boxesOf = async (bytes: Uint8Array) => {
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  return file.getPages().map(({ node }) =>
    ['TrimBox', 'BleedBox', 'MediaBox'].map((key) =>
      node
        .lookup(PDFName.of(key), PDFArray)
        .asArray()
        .map((side) => Math.round((side as PDFNumber).asNumber() * 10) / 10),
    ),
  );
};

const slugOf = (runs: readonly TextRun[]) =>
  runs
    .filter(({ y }) => y < points(8))
    .map(({ text }) => text)
    .join('')
    .replace(/\s/g, '');

/** Where the first word of the first page's heading stands. */
const headingIn = (runs: readonly TextRun[]) =>
  runs.find(({ text, size }) => text.includes('sampler') && size > 7) as TextRun;

describe('a booklet', () => {
  it('has its pages on the right halves of its sheets', async () => {
    const { read, messages } = await impose(booklet, 3);
    expect(messages).toEqual([]);
    const middle = points(8 + 3 + 148);
    const halves = read.pages.map(({ runs }) => {
      const text = (half: TextRun[]) => half.map(({ text }) => text).join('');
      const inner = runs.filter(({ size }) => size !== 6);
      return [
        text(inner.filter(({ x }) => x < middle)),
        text(inner.filter(({ x }) => x >= middle)),
      ].map((half) => (/A sampler/.test(half) ? 'first' : /Second/.test(half) ? 'second' : ''));
    });
    // A blank beside page 1, then page 2 beside page 3, which is the first page again.
    expect(halves).toEqual([
      ['', 'first'],
      ['second', 'first'],
    ]);
  });

  it('tells on each side which it is', async () => {
    const { read } = await impose(booklet, 3);
    expect(read.pages.map(({ runs }) => slugOf(runs))).toEqual([
      'Asampleroftagssheet1frontprint',
      'Asampleroftagssheet1backprint',
    ]);
  });

  it('has boxes of two pages with their bleed, and of the paper', async () => {
    const { bytes } = await impose({ ...booklet, sheet: sheet('SRA3', 320, 450) });
    const [[trim, bleed, media] = []] = await boxesOf(bytes);
    const rounded = (...box: number[]) => box.map((side) => Math.round(points(side) * 10) / 10);
    expect(media).toEqual(rounded(0, 0, 450, 320));
    expect(trim).toEqual(rounded(77, 55, 373, 265));
    expect(bleed).toEqual(rounded(74, 52, 376, 268));
  });

  it('creeps: pages of inner sheets stand nearer to the fold', async () => {
    const { read } = await impose({ ...booklet, paper: px(2) }, 12);
    // Page 1 is on the right of the first front, page 3 of the second, page 5 of the third.
    const places = [0, 2, 4].map((index) => {
      const runs = read.pages[index]?.runs ?? [];
      return headingIn(runs.filter(({ x }) => x > points(160))).x;
    });
    const [first = 0, second = 0, third = 0] = places;
    expect(first - second).toBeCloseTo(points(2), 1);
    expect(first - third).toBeCloseTo(points(4), 1);
  });

  it.each([
    [
      'too small',
      sheet('A5', 148, 210),
      [
        'print/sheet-too-small',
        'Paper A5 does not hold two pages side by side, which take 296 × 210 mm',
        'Name paper of at least 302 × 216 mm, or leave `sheet` out',
      ],
    ],
    [
      'without room for the bleed',
      sheet('300mm x 212mm', 300, 212),
      [
        'print/no-room-for-bleed',
        'Paper 300mm x 212mm holds two pages but not the bleed around them, so colour may end before the cut',
        'Name paper of at least 302 × 216 mm, or leave `sheet` out',
      ],
    ],
  ])('on paper that is %s is told of', async (_, named, finding) => {
    const { messages } = await impose({ ...booklet, sheet: named });
    expect(messages).toEqual([finding]);
  });

  it('too thick to be stitched is told of', async () => {
    const { messages } = await impose({ ...booklet, paper: px(3) }, 12);
    expect(messages.map(([rule]) => rule)).toEqual(['print/thick-booklet']);
  });

  it('is the same to the byte when made again', async () => {
    const [one, other] = [await impose(booklet, 3), await impose(booklet, 3)];
    expect(Buffer.from(one.bytes).equals(other.bytes)).toBe(true);
  });
});

describe('pages side by side', () => {
  it('are made smaller to fit the paper', async () => {
    const { read } = await impose({ ...sideBySide, sheet: sheet('A4', 210, 297) });
    const [page] = read.pages;
    expect([page?.width, page?.height].map(Math.round as never)).toEqual([842, 595]);
    // The paper less its marks is not as high as a page with its bleed.
    const heading = headingIn(page?.runs ?? []);
    const whole = await impose(sideBySide);
    const { size } = headingIn(whole.read.pages[0]?.runs ?? []);
    expect(heading.size / size).toBeCloseTo((210 - 16) / (210 + 2 * 3), 2);
  });

  it('share what they show: each font is embedded once', async () => {
    const { bytes } = await impose(sideBySide);
    const file = await PDFDocument.load(bytes, { updateMetadata: false });
    const names = file.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
      .filter((dict) => dict.has(PDFName.of('FontFile2')))
      .map((dict) => String(dict.get(PDFName.of('FontName'))));
    expect(new Set(names).size).toBe(names.length);
  });
});

describe.skipIf(!hasQpdf())('imposed pages (skipped where qpdf is not installed)', () => {
  it.each([
    ['a booklet', booklet],
    ['pages side by side', { ...sideBySide, rows: 2, sheet: sheet('A3', 297, 420) }],
  ])('keep PDF/X-4 as %s', async (_, imposition) => {
    const { bytes } = await impose(imposition);
    expect(checkPdfX(bytes)).toEqual([]);
    expect(Buffer.from(bytes).toString('latin1')).toContain('PDF/X-4</pdfxid:GTS_PDFXVersion>');
  });
});
