import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { formatPlace } from '../../src/diagnostics/diagnostic.js';
import { Report } from '../../src/diagnostics/report.js';
import { buildDocument } from '../../src/document/build-document.js';
import { formulaCharactersOf } from '../../src/document/formula-characters.js';
import { setFormulas } from '../../src/document/formulas.js';
import { parseManuscript } from '../../src/markdown/index.js';
import { expectHouseWording } from '../diagnostics/wording.js';

async function build(text: string) {
  const report = new Report();
  const shown = 'manuscript.md';
  const tree = parseManuscript({ path: `/${shown}`, shown, text }, 1, report);
  await setFormulas([{ tree, shown }], report);
  const document = buildDocument(
    {
      text: tree,
      metadata: { title: 'T', authors: [], lang: 'en-GB', keywords: [] },
      references: [],
      images: new Map(),
      toc: false,
      files: { manuscript: shown },
    },
    report,
  );
  const findings = report.diagnostics.map(
    ({ place, message }) => `${formatPlace(place)} ${message}`,
  );
  return { document, report, findings, html: toHtml(document.body) };
}

describe('formulas in the Document', () => {
  it('are MathML with their TeX as alternative text', async () => {
    const { html, findings } = await build('Where $E = mc^2$ holds.');
    expect(html).toContain(
      '<math alttext="E = mc^2"><mrow><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi>',
    );
    expect(findings).toEqual([]);
  });

  it('are leaf blocks where they are blocks, and none in lines', async () => {
    const { html } = await build('a $x$\n\n$$y$$\n\nb');
    expect(html.match(/<[^<]*data-block="\d"/g)).toEqual([
      '<p data-block="0"',
      '<div class="formula" data-block="1"',
      '<p data-block="2"',
    ]);
    expect(html).toContain('<math alttext="y" display="block">');
  });

  it('keep what an author writes as raw MathML out', async () => {
    const { html } = await build('<math><mi href="javascript:1">x</mi></math>');
    expect(html).not.toContain('<m');
  });

  it('leave punctuation and headings as they are', async () => {
    const { html, document } = await build('## On $a -- "c"$\n\nIt -- $\\text{"so"}$');
    expect(html.replaceAll('\u00a0', ' ')).toContain('>"so"<');
    expect(document.contents[0]?.id).toMatch(/^on-a/);
  });

  it('are numbered through, and referred to by their labels', async () => {
    const { html, findings } = await build(
      '$$\n\\begin{align} a \\label{eq:a} \\\\ b \\notag \\\\ c \\label{eq:c} \\end{align}\n$$\n\n' +
        '$$x \\tag{A}$$\n\nSee $\\eqref{eq:c}$, $x_{\\ref{eq:a}}$ and $\\ref{none}$.',
    );
    expect([...html.matchAll(/"tml-tag">([^<]*)</g)].map(([, tag]) => tag)).toEqual([
      '(1)',
      '(2)',
      '(A)',
    ]);
    const id = /<mtr id="([^"]*)"(?:(?!<mtr).)*\(2\)/.exec(html)?.[1];
    expect(html).toContain(`<a href="#${id}">(2)</a>`);
    expect(findings).toEqual(['manuscript.md:7:43 No numbered formula has the label “none”']);
  });

  it('know the characters they show, italic letters among them', async () => {
    const { document } = await build('$x + \\mathbb{R} + \\sqrt{h}$^[$\\alpha$]');
    const characters = formulaCharactersOf(document);
    for (const each of ['𝑥', '+', 'ℝ', '√', 'ℎ', '𝛼']) expect(characters).toContain(each);
    expect(formulaCharactersOf((await build('None, for $5.')).document)).toBe('');
  });
});

describe('TeX that cannot be set', () => {
  it.each([
    ['$\\frac{a}{$', '1:11'],
    ['Text $\\foo$', '1:7'],
    ['$$\na\n+ \\foo\n$$', '3:3'],
    ['> $$\n> a\n> & b\n> $$', '3:3'],
    ['- $x^$', '1:4'],
    ['Text.\n\n![a](b.png "The $x^$")', '3:18'],
    ['$\\def\\a{\\a\\a}\\a$', '1:2'],
  ])('%s is told of at its place and shown as code', async (text, place) => {
    const { html, findings, report } = await build(text);
    expect(findings).toEqual([
      expect.stringContaining(`manuscript.md:${place} The formula cannot be set: `),
    ]);
    expect(html).toContain('<code class="formula-source">');
    expectHouseWording(report.diagnostics);
  });

  it.each([
    '\\href{javascript:alert(1)}{x}',
    '\\url{https://example.org}',
    '\\includegraphics{a.png}',
    '\\class{a}{x}',
    '\\id{a}{x}',
    '\\style{background:url(x)}{x}',
  ])('%s leads, fetches or brings markup, and is refused', async (tex) => {
    const { html, findings } = await build(`$${tex}$`);
    expect(findings).toHaveLength(1);
    expect(html).not.toContain('<math');
  });

  it('ends where it grows without end, stands too deep or is too long', async () => {
    const bomb = `\\gdef\\a{${'x'.repeat(50)}}${['b', 'c', 'd', 'e']
      .map((name, index) => `\\gdef\\${name}{${`\\${'abcd'[index]} `.repeat(10)}}`)
      .join('')}\\e`;
    for (const tex of [bomb, `${'{'.repeat(9000)}x${'}'.repeat(9000)}`, 'x'.repeat(30_000)]) {
      expect((await build(`$${tex}$`)).findings).toHaveLength(1);
    }
  });

  it('makes no rule larger than a page', async () => {
    const { html } = await build('$\\rule{9999em}{9999pt}$');
    expect(html).not.toContain('9999em"');
  });
});
