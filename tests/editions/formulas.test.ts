import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics/report.js';
import { buildDocument } from '../../src/document/build-document.js';
import type { OctavoDocument } from '../../src/document/document.js';
import { setFormulas } from '../../src/document/formulas.js';
import { writeEpub } from '../../src/editions/epub/index.js';
import { writeHtml } from '../../src/editions/html/index.js';
import { parseManuscript } from '../../src/markdown/index.js';
import { checkHere } from './epub/checkers.js';
import { sampleTemplate } from './sample-document.js';

async function documentOf(text: string): Promise<OctavoDocument> {
  const report = new Report();
  const tree = parseManuscript({ path: '/m.md', shown: 'm.md', text }, 1, report);
  await setFormulas([{ tree, shown: 'm.md' }], report);
  return buildDocument(
    {
      text: tree,
      metadata: { title: 'Formulas', authors: [], lang: 'en-GB', keywords: [] },
      references: [],
      images: new Map(),
      toc: true,
      files: { manuscript: 'm.md' },
    },
    report,
  );
}

const withFormulas = `## Where $E = mc^2$

A $\\frac{a}{b}$, $\\boxed{x}$, $\\cancel{y}$, $\\raisebox{1em}{z}$, $\\ce{H2O}$, $\\kern1em x$.

$$
\\begin{align} a &= \\sqrt[3]{b} \\label{eq:a} \\\\ c &= \\begin{pmatrix} 1 & 2 \\end{pmatrix} \\end{align}
$$

See $\\eqref{eq:a}$ and $\\overbrace{a + b + c + d + e + f + g + h + i + j + k + l + m}^{n}$.^[A $\\text{note}$.]
`;

const web = async (text: string) =>
  new TextDecoder().decode(await writeHtml(await documentOf(text), await sampleTemplate()));

describe('formulas in the web edition', () => {
  it('keep the attributes that HTML has given up elsewhere', async () => {
    const html = await web(withFormulas);
    expect(html).toContain('<math alttext="E = mc^2">');
    expect(html).toMatch(/<mspace width="1em">/);
    expect(html).toMatch(/<mpadded [^>]*voffset="1em"/);
  });

  it('bring their typeface; a text without them does not', async () => {
    const [formulas, none] = await Promise.all([web(withFormulas), web('None for $5.')]);
    const face = /@font-face\{font-family:"STIX Two Math"/;
    expect(formulas).toMatch(face);
    expect(none).not.toMatch(face);
    expect(none).not.toContain('.tml-');
  });

  it('that are wider than a small screen are reached by keyboard', async () => {
    expect(await web(withFormulas)).toMatch(/<span class="wide-formula" tabindex="0"><math/);
  });
});

describe('formulas in the ebook', () => {
  let book: Uint8Array;
  let zip: JSZip;
  const read = async (path: string) => (await zip.file(`EPUB/${path}`)?.async('string')) ?? '';

  beforeAll(async () => {
    book = await writeEpub(await documentOf(withFormulas), await sampleTemplate(), {
      report: new Report(),
      file: 'm.md',
      pageStarts: [],
    });
    zip = await JSZip.loadAsync(book);
  });

  it('are valid', async () => {
    expect(await checkHere(book)).toEqual([]);
  });

  it('have their looks in the style sheet, under classes', async () => {
    const [text, css] = [await read('text/text.xhtml'), await read('css/book.css')];
    expect(text).not.toMatch(/ style=/);
    const classes = [...text.matchAll(/\blooks-\d+/g)].map(([name]) => name);
    expect(classes).not.toEqual([]);
    for (const name of classes) expect(css).toMatch(new RegExp(`^\\.${name} \\{ .+; \\}$`, 'm'));
  });

  it('are told of in the manifest, with the typeface they are shown in', async () => {
    const manifest = await read('package.opf');
    expect(manifest).toMatch(/href="text\/text\.xhtml"[^>]*properties="mathml"/);
    expect(manifest).toContain('fonts/stix-two-math-400.ttf');
    expect(manifest).toContain('>MathML<');
    expect(await read('text/text.xhtml')).toContain(
      '<math alttext="E = mc^2" xmlns="http://www.w3.org/1998/Math/MathML">',
    );
  });

  it('are words in the list of contents', async () => {
    expect(await read('nav.xhtml')).toContain('>Where E=mc2<');
  });
});
