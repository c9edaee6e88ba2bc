import { describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics/report.js';
import { writeScreenPdf } from '../../src/editions/pdf/index.js';
import { checkPdfUa } from '../checkers/pdf-ua.js';
import { type ReadPdf, readPdf, type TextRun } from '../support/pdf.js';
import { blockTexts, documentFrom, prose } from './document.js';
import { useTinyPages } from './tiny.js';

const tiny = useTinyPages();

async function read(html: string) {
  const document = documentFrom(html);
  const { pages, report } = await tiny.lay(document);
  expect(report.diagnostics).toEqual([]);
  const place = { file: 'manuscript.md' };
  const bytes = await writeScreenPdf(pages, document, { report: new Report(), place });
  expect(await checkPdfUa(bytes)).toEqual([]);
  const pdf = await readPdf(bytes);
  return { pdf, pages, document };
}

/** px of the page in points. */
const point = 0.75;
const isLarge = ({ size, text }: TextRun) => size > 15 && /^(?!Title)\S/.test(text.trim());
const textRuns = ({ pages: [page] }: ReadPdf) =>
  page?.runs.filter(({ size, text }) => size < 10 && /[a-z]/.test(text)) ?? [];

describe('a drop cap', () => {
  it('stands on the baseline of the last of its lines, which it shortens', async () => {
    const { pdf } = await read(`<p class="drop-cap">Then ${prose(60)}</p>`);
    const [cap, ...others] = pdf.pages[0]?.runs.filter(isLarge) ?? [];
    expect([cap?.text, others.length]).toEqual(['T', 0]);
    const lines = textRuns(pdf).filter(({ x }) => x < 100);
    const baselines = [...new Set(lines.map(({ y }) => y.toFixed(1)))].map(Number);
    expect(cap?.y).toBeCloseTo(baselines[2] as number, 1);
    const starts = baselines
      .slice(0, 5)
      .map((baseline) =>
        Math.min(...lines.filter(({ y }) => Math.abs(y - baseline) < 0.1).map(({ x }) => x)),
      );
    const left = 20 * point;
    const [first = 0, second = 0, third = 0, fourth = 0] = starts;
    expect(first).toBeGreaterThan(left + 8);
    expect([second, third].map((x) => Math.abs(x - first) < 1.5)).toEqual([true, true]);
    expect(Math.abs(fourth - left)).toBeLessThan(1.5);
  });

  it('is painted and read out with the word that it begins', async () => {
    const { pdf } = await read(
      `<h2 id="h">Heading</h2><p class="drop-cap">Then ${prose(30)}</p><p class="drop-cap">“Quick ${prose(40)}</p>`,
    );
    const painted = pdf.pages
      .map(({ runs }) => runs.map(({ text }) => text.trim()).join(''))
      .join('');
    expect(painted).toMatch(/HeadingThen\w.*“Quick/);
  });

  it('with an accent is as much smaller as keeps it out of the line above', async () => {
    const sizeOf = async (letter: string) => {
      const { pdf } = await read(
        `<p>${prose(20)}</p><p class="drop-cap">${letter}then ${prose(60)}</p>`,
      );
      return pdf.pages[0]?.runs.find(isLarge)?.size ?? 0;
    };
    const [plain, accented] = [await sizeOf('E'), await sizeOf('É')];
    expect(accented).toBeLessThan(plain * 0.95);
    expect(accented).toBeGreaterThan(plain * 0.7);
  });

  it('is none of a figure', async () => {
    const { pdf } = await read(`<p class="drop-cap">1945 ${prose(60)}</p>`);
    expect(pdf.pages[0]?.runs.filter(isLarge)).toEqual([]);
  });

  it('that descends has a line more', async () => {
    const shortened = async (letter: string) => {
      const { pdf } = await read(`<p class="drop-cap">${letter}et ${prose(60)}</p>`);
      return new Set(
        textRuns(pdf)
          .filter(({ x }) => x > 20 * point + 5 && x < 50)
          .map(({ y }) => y.toFixed(0)),
      ).size;
    };
    expect(await shortened('Q')).toBe((await shortened('T')) + 1);
  });

  it.each([
    ['a paragraph of a line', 'Then is all.'],
    ['one that begins with no letter', `<code>Then</code> ${prose(40)}`],
    ['one that begins with a letter of an alphabet without capitals', `漢字 ${prose(40)}`],
    ['one whose lines are the browser’s', `Then <ruby>a<rt>b</rt></ruby> ${prose(40)}`],
    ['one that is read from the right', `<span>Then</span> ${prose(40)}`, 'rtl'],
  ])('is not made of %s', async (_, text, dir = 'ltr') => {
    const document = documentFrom(`<p class="drop-cap" dir="${dir}">${text}</p>`);
    const { pages } = await tiny.lay(document);
    const pdf = await readPdf(pages.parts[0] as Uint8Array);
    expect(pdf.pages[0]?.runs.filter(isLarge).map(({ text }) => text)).toEqual([]);
  });

  it('leaves it known where pages begin', async () => {
    const { pdf, pages, document } = await read(`<p class="drop-cap">Then ${prose(400)}</p>`);
    const [text = ''] = blockTexts(document).values();
    expect(pages.starts.length).toBeGreaterThan(2);
    for (const { page, offset } of pages.starts.slice(1)) {
      const first = pdf.pages[page]?.runs.find(({ text }) => /[a-z]{2}/.test(text))?.text ?? '';
      const begun = first.replace(/-$/, '').trim().slice(0, 10);
      expect(text.slice(offset).trimStart().slice(0, begun.length)).toBe(begun);
    }
  });
});
