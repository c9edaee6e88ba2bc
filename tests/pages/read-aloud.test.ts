import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../support/pdf.js';
import { documentFrom } from './document.js';
import { useTinyPages } from './tiny.js';

const tiny = useTinyPages();

async function print(html: string): Promise<Uint8Array> {
  return (await tiny.lay(documentFrom(html))).pages.parts[0] as Uint8Array;
}

/** What is painted, glyph by glyph: nothing is added where lines end. Figures are left out. */
async function painted(html: string): Promise<string> {
  const pdf = await getDocument({ data: (await print(html)).slice(), verbosity: 0 }).promise;
  let read = '';
  for (let number = 1; number <= pdf.numPages; number++) {
    const { fnArray, argsArray } = await (await pdf.getPage(number)).getOperatorList();
    fnArray.forEach((operator, index) => {
      if (operator !== OPS.showText) return;
      for (const glyph of argsArray[index][0]) read += glyph?.unicode ?? '';
    });
  }
  await pdf.destroy();
  return read.replace(/\d/g, '');
}

/** Words too short to be divided, that leave lines of every kind. */
const short = (count: number) =>
  Array.from({ length: count }, (_, index) => 'to be or not go on'.split(' ')[(index * 5) % 6]);

const text = short(60).join(' ');

describe('text set in lines', () => {
  it.each([
    ['plain', `<p>${text}</p>`, text],
    ['of several faces', `<p>${text} <em>${text}</em> ${text}</p>`, [text, text, text].join(' ')],
    [
      'with white space on both sides of an edge',
      `<p>${text} <em> ${text} </em>\n ${text}</p>`,
      [text, text, text].join(' '),
    ],
    ['in a link', `<p>a <a href="https://a.example">${text}</a></p>`, `a ${text}`],
    ['with lines ended on purpose', `<p>${text}<br>${text}</p>`, `${text} ${text}`],
    [
      'over columns and pages',
      `<p>${Array(12).fill(text).join(' ')}</p>`,
      Array(12).fill(text).join(' '),
    ],
  ])('keeps its words apart at the ends of lines: %s', async (_, html, expected) => {
    expect(await painted(html)).toContain(expected);
  });

  it('is read on where a note goes on in the next columns', async () => {
    const note = Array(8).fill(text).join(' ');
    const read = await painted(`<p>${text}<note>${note}</note></p>`);
    expect(read.split(' ').length).toBe(text.split(' ').length + note.split(' ').length - 1);
  });

  it('keeps a link in one piece on each of its lines', async () => {
    const html = `<p>${text} <a href="https://a.example">${text}</a> ${text}</p>`;
    const { pages } = await readPdf(await print(html));
    const links = pages.flatMap((page) => page.links);
    const feet = links.map(({ box: [, , , bottom] }) => Math.round(bottom));
    expect(new Set(feet).size).toBe(feet.length);
    expect(feet.length).toBeGreaterThan(2);
  });

  it('ends its justified lines at one edge', async () => {
    const { pages } = await readPdf(
      await print(`<p>${short(90).join(' ')} considerations. ${text}</p>`),
    );
    const lines = pages.flatMap((page) => page.lines.filter((line) => line.size > 6));
    const rights = lines.map(({ right, x }) => right - x);
    const measure = Math.max(...rights);
    const inside = rights.filter((right) => right > 0.8 * measure);
    expect(inside.length).toBeGreaterThan(6);
    for (const right of inside) expect(measure - right).toBeLessThan(0.3);
  });

  it('lets light signs hang out of the edge of justified lines, and nothing else', async () => {
    const words = short(120).map((word, index) => (index % 3 === 2 ? `${word},` : word));
    const { pages } = await readPdf(await print(`<p>${words.join(' ')} considerations.</p>`));
    const lines = pages.flatMap((page) => page.lines.filter(({ size }) => size > 6));
    const width = ({ right, x }: (typeof lines)[number]) => right - x;
    const [hung, plain] = [true, false].map((comma) =>
      lines.filter(({ text: line }) => line.trimEnd().endsWith(',') === comma).map(width),
    ) as [number[], number[]];
    const measure = Math.max(...plain);
    const full = hung.filter((right) => right > 0.9 * measure);
    expect(full.length).toBeGreaterThan(2);
    for (const right of full) {
      expect(right - measure).toBeGreaterThan(0.6);
      expect(right - measure).toBeLessThan(2);
    }
  });
});
