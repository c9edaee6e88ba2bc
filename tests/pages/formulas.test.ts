import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, launchBrowser } from '../../src/browser/index.js';
import { Report } from '../../src/diagnostics/report.js';
import { buildDocument } from '../../src/document/build-document.js';
import type { OctavoDocument } from '../../src/document/document.js';
import { setFormulas } from '../../src/document/formulas.js';
import { writeScreenPdf } from '../../src/editions/pdf/index.js';
import { parseManuscript } from '../../src/markdown/index.js';
import { layOut } from '../../src/pages/index.js';
import { addResources, pageShell } from '../../src/pages/page-shell.js';
import { loadTemplate, type Template } from '../../src/template/index.js';
import { checkPdfUa } from '../checkers/pdf-ua.js';
import { expectHouseWording } from '../diagnostics/wording.js';
import { elementsOf, readPdf } from '../support/pdf.js';
import { prose } from './document.js';
import { printedText } from './printed-text.js';
import { composingRoom } from './tiny.js';

let browser: Browser;
let template: Template;
beforeAll(async () => {
  browser = await launchBrowser();
  const commentary = await loadTemplate('commentary', fileURLToPath(new URL('.', import.meta.url)));
  template = { ...commentary, page: { ...commentary.page, balanceLastPage: false } };
});
afterAll(() => browser.close());

const files = { manuscript: 'manuscript.md' };

async function documentOf(text: string): Promise<OctavoDocument> {
  const report = new Report();
  const shown = files.manuscript;
  const tree = parseManuscript({ path: `/${shown}`, shown, text }, 1, report);
  await setFormulas([{ tree, shown }], report);
  return buildDocument(
    {
      text: tree,
      metadata: { title: 'Formulas', authors: [], lang: 'en-GB', keywords: [] },
      references: [],
      images: new Map(),
      toc: false,
      files,
    },
    report,
  );
}

async function lay(text: string) {
  const document = await documentOf(text);
  const report = new Report();
  const pages = await layOut(document, template, composingRoom(browser, template), report, files);
  return { document, pages, report, printed: await printedText(pages.parts) };
}

const leading = 18;
const offGrid = (by: number) => Math.abs(by - Math.round(by / leading) * leading);

/** From the line above one with a formula to the line below it. */
async function linesAround(tex: string): Promise<number> {
  const { report, printed } = await lay(`Above words.\\\nwords $${tex}$ words\\\nBelow words.`);
  expect(report.diagnostics).toEqual([]);
  const at = (word: string) => printed[0]?.find(({ text }) => text.startsWith(word))?.y ?? 0;
  return (at('Below') - at('Above')) / leading;
}

describe('formulas on pages', () => {
  it('bring a typeface of their own, and a text without them brings none', async () => {
    const fonts = async (text: string) =>
      (await addResources(await pageShell(template), await documentOf(text), template)).fonts
        .length;
    expect(await fonts('One for $x$.')).toBe((await fonts('One for $5.')) + 1);
  });

  it('stand in justified lines without disturbing them', async () => {
    const words = prose(120).split(' ');
    const text = words.map((word, index) => (index % 5 === 3 ? `$x_${index % 10}$` : word));
    const { report, printed } = await lay(text.join(' '));
    expect(report.diagnostics).toEqual([]);
    const lines = printed[0]?.filter(({ text: it, y }) => /^[a-z]{4,}/.test(it) && y > 250) ?? [];
    expect(lines.length).toBeGreaterThan(4);
    const first = lines[0]?.y ?? 0;
    for (const { y } of lines) expect(offGrid(y - first)).toBeLessThan(0.5);
  });

  it('take whole lines where they are blocks: the text after them keeps the grid', async () => {
    const { report, printed } = await lay(
      `Before.\n\n$$\\int_0^\\infty \\frac{1}{\\sqrt{x}} \\tag{1}$$\n\nAfter.`,
    );
    expect(report.diagnostics).toEqual([]);
    const at = (word: string) => printed[0]?.find(({ text }) => text.startsWith(word))?.y ?? 0;
    expect(at('After')).toBeGreaterThan(at('Before') + 2 * leading);
    expect(offGrid(at('After') - at('Before'))).toBeLessThan(0.5);
  });

  it.each([
    '\\frac{x^2}{y_1^2}',
    '\\sum_{i=0}^n \\frac{a_i}{b}',
    '\\begin{pmatrix}1\\\\2\\\\3\\end{pmatrix}',
  ])('that are higher than their line take whole lines: %s', async (tex) => {
    const lines = await linesAround(tex);
    expect(lines).toBeGreaterThan(2.9);
    expect(lines).toBeCloseTo(Math.round(lines), 2);
  });

  it('that stand out of their line a little leave it as high as others', async () => {
    expect(await linesAround('x^{2^2}_{1_1}')).toBeCloseTo(2, 2);
  });

  it('follow one another over a column end', async () => {
    const formula = '$$\\sum_{i=0}^{n} \\frac{1}{i^2}$$';
    const { report, pages } = await lay(Array.from({ length: 40 }, () => formula).join('\n\n'));
    expect(report.diagnostics).toEqual([]);
    expect(pages.pageCount).toBeGreaterThan(1);
  });

  it('make a line as high as they are where they do not fit it', async () => {
    const matrix = '$\\begin{pmatrix} 1 \\\\ 2 \\\\ 3 \\\\ 4 \\end{pmatrix}$';
    const { report, printed } = await lay(`Above words.\\\n${matrix}\\\nBelow words.`);
    expect(report.diagnostics).toEqual([]);
    const at = (word: string) => printed[0]?.find(({ text }) => text.startsWith(word))?.y ?? 0;
    expect(at('Below') - at('Above')).toBeGreaterThan(4 * leading);
  });

  it('make lines uneven, and leave those with calls and raised signs as high as they are', async () => {
    const raised = 'x<sup>2</sup> and H<sub>2</sub>O';
    const paragraph = (seed: number) =>
      `${prose(30, seed)} ${raised} ${prose(9, seed + 40)} $a = \\frac{x}{y}$ ${prose(12, seed)} ${raised} ${prose(20, seed + 80)}`;
    const text = Array.from({ length: 24 }, (_, seed) => paragraph(seed + 1)).join('\n\n');
    const { report, pages } = await lay(text);
    expect(report.diagnostics).toEqual([]);
    expect(pages.pageCount).toBeGreaterThan(1);
  });

  it('make one line higher, however many others a paragraph has', async () => {
    for (const words of [300, 420, 540, 660, 780]) {
      const { report } = await lay(`${prose(words)} $\\frac{x}{y}$ ${prose(30)}\n\n${prose(60)}`);
      expect(report.diagnostics).toEqual([]);
    }
    const note = `${prose(700)} $\\frac{x}{y}$ ${prose(20)}`;
    expect((await lay(`Text.^[${note}] ${prose(80)}`)).report.diagnostics).toEqual([]);
  });

  it('wider than the column are made smaller, and told of where they get too small', async () => {
    const sum = (terms: number) =>
      Array.from({ length: terms }, (_, index) => `x_{${index}}`).join(' \\cdot ');
    const fits = await lay(`$$${sum(14)}$$`);
    expect(fits.report.diagnostics).toEqual([]);
    const { report, printed } = await lay(
      `Text.\n\n$$${sum(26)}$$\n\nAnd $\\frac{${sum(40)}}{2}$.`,
    );
    expect(report.diagnostics.map(({ rule, place }) => `${rule} ${place.line}`)).toEqual([
      'pages/wide-formula 3',
      'pages/wide-formula 5',
    ]);
    expectHouseWording(report.diagnostics);
    const right = Math.max(...(printed[0] ?? []).filter(({ y }) => y < 500).map(({ x }) => x));
    const columnEnd = 11 + template.page.margins.inside + 309;
    expect(right).toBeLessThan(columnEnd);
  });

  it('far too wide are divided into lines before signs, one formula to those who listen', async () => {
    const sum = Array.from({ length: 60 }, (_, index) => `a_{${index}}`).join(' + ');
    const { document, pages, report, printed } = await lay(`Before.\n\n$$${sum} = b$$\n\nAfter.`);
    expect(report.diagnostics.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        / is [56]\.\d times as wide as its column: it is divided into \d lines$/,
      ),
    ]);
    expectHouseWording(report.diagnostics);
    const words = printed[0] ?? [];
    expect(Math.max(...words.filter(({ y }) => y < 500).map(({ x }) => x))).toBeLessThan(
      11 + template.page.margins.inside + 309,
    );
    const at = (word: string) => words.find(({ text }) => text.startsWith(word))?.y ?? 0;
    expect(offGrid(at('After') - at('Before'))).toBeLessThan(0.5);
    const bytes = await writeScreenPdf(pages, document, {
      report: new Report(),
      place: { file: 'm.md' },
    });
    const { pages: read } = await readPdf(bytes);
    const formulas = read.flatMap(({ structure }) => elementsOf(structure, 'Formula'));
    expect(formulas.map(({ alt }) => alt)).toEqual([`${sum} = b`]);
    expect(await checkPdfUa(bytes)).toEqual([]);
  });

  it('that nothing divides are never wider than their column, and told of where they stand', async () => {
    const root = `\\sqrt{${'abc + '.repeat(99)}d}`;
    const { report, printed } = await lay(
      `Text.[^1]\n\n$$${root}$$\n\n[^1]: Note.\n\n    $$${root}$$`,
    );
    expect(report.diagnostics.map(({ place }) => place.line)).toEqual([3, 7]);
    for (const { message } of report.diagnostics) expect(message).toMatch(/it stands at \d+ %/);
    expectHouseWording(report.diagnostics);
    for (const { x } of printed[0]?.filter(({ y }) => y < 500) ?? []) {
      expect(x).toBeLessThan(11 + template.page.margins.inside + 309);
    }
  });

  it('in lines are divided after signs, and stay one formula to those who listen', async () => {
    const sum = Array.from({ length: 30 }, (_, index) => `a_{${index}}`).join(' + ');
    const { document, pages, report, printed } = await lay(`The sum $${sum} = b$ is long.`);
    expect(report.diagnostics).toEqual([]);
    const letters = (printed[0] ?? []).map(({ text }) => text.normalize('NFKC')).join('');
    expect(letters.match(/a/g)?.length).toBeGreaterThanOrEqual(30);
    const bytes = await writeScreenPdf(pages, document, {
      report: new Report(),
      place: { file: 'm.md' },
    });
    const { pages: read } = await readPdf(bytes);
    const formulas = read.flatMap(({ structure }) => elementsOf(structure, 'Formula'));
    expect(formulas.map(({ alt }) => alt)).toEqual([`${sum} = b`]);
  });

  it('are tagged as formulas with their TeX, and accessible', async () => {
    const { document, pages } = await lay(
      'A $a < b$ and^[Note $c$.]\n\n$$\\overbrace{x+y}^{n} = \\sqrt{\\frac{1}{2}}$$\n\n- item $d$',
    );
    const report = new Report();
    const bytes = await writeScreenPdf(pages, document, { report, place: { file: 'm.md' } });
    expect(report.diagnostics).toEqual([]);
    const pdf = await readPdf(bytes);
    const alternatives = pdf.pages
      .flatMap(({ structure }) => elementsOf(structure, 'Formula'))
      .map(({ alt }) => alt);
    expect(alternatives.toSorted()).toEqual(
      ['a < b', 'c', 'd', '\\overbrace{x+y}^{n} = \\sqrt{\\frac{1}{2}}'].toSorted(),
    );
    expect(await checkPdfUa(bytes)).toEqual([]);
  });
});
