import { describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics/report.js';
import { writeScreenPdf } from '../../src/editions/pdf/index.js';
import { checkPdfUa } from '../checkers/pdf-ua.js';
import { type Element, elementsOf, type ReadPdf, readPdf, textOf } from '../support/pdf.js';
import { documentFrom, prose } from './document.js';
import { useTinyPages } from './tiny.js';

const tiny = useTinyPages();

async function read(html: string): Promise<ReadPdf> {
  const document = documentFrom(html);
  const { pages, report } = await tiny.lay(document);
  expect(report.diagnostics).toEqual([]);
  const place = { file: 'manuscript.md' };
  const bytes = await writeScreenPdf(pages, document, { report: new Report(), place });
  expect(await checkPdfUa(bytes)).toEqual([]);
  return readPdf(bytes);
}

/** Roles below an element, in order: `L(LI(Lbl LBody) …)`. */
function rolesOf(element: Element): string {
  const inner = element.children
    .filter((child) => typeof child !== 'string')
    .filter(({ role }) => /^(L|LI|Lbl|LBody|P)$/.test(role))
    .map(rolesOf);
  return inner.length > 0 ? `${element.role}(${inner.join(' ')})` : element.role;
}

const listsOf = ({ pages }: ReadPdf) => pages.map(({ structure }) => elementsOf(structure, 'L'));

describe('a definition list in the PDF', () => {
  it('is a list of terms and what they mean', async () => {
    const pdf = await read(
      '<dl><dt>One</dt><dd>first</dd><dt>Two</dt><dt>Three</dt><dd><p>second</p></dd><dd>third</dd></dl>',
    );
    const [[list]] = listsOf(pdf) as [[Element]];
    expect(rolesOf(list)).toBe('L(LI(Lbl LBody) LI(Lbl Lbl LBody(P) LBody))');
    expect(elementsOf(list, 'Lbl').map((label) => textOf(label).trim())).toEqual([
      'One',
      'Two',
      'Three',
    ]);
  });

  it('stays one list over columns, its terms with their definitions', async () => {
    const items = Array.from(
      { length: 9 },
      (_, index) => `<dt>Term ${index}</dt><dd>${prose(30 + 5 * index, index + 1)}</dd>`,
    );
    const pdf = await read(`<p>${prose(20)}</p><dl>${items.join('')}</dl>`);
    expect(pdf.pages.length).toBeGreaterThan(2);
    const labels = listsOf(pdf).flatMap((lists) =>
      lists.flatMap((list) => elementsOf(list, 'Lbl')),
    );
    expect(labels.map((label) => textOf(label).trim())).toEqual(
      items.map((_, index) => `Term ${index}`),
    );
    // No column ends with a term: below each stands the line that goes on with it.
    for (const { lines } of pdf.pages) {
      for (const term of lines.filter(({ text }) => /^Term \d$/.test(text))) {
        const below = lines.filter(({ x, y }) => y > term.y && y < term.y + 14 && x > term.x);
        expect(below.length, term.text).toBeGreaterThan(0);
      }
    }
  });
});
