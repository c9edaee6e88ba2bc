import { describe, expect, it } from 'vitest';
import type { OctavoDocument } from '../../src/document/document.js';
import { documentFrom, prose } from './document.js';
import { printedText } from './printed-text.js';
import { useTinyPages } from './tiny.js';

const tiny = useTinyPages();

const paragraphs = (count: number, seed: number) =>
  Array.from({ length: count }, (_, at) => `<p>${prose(60, seed + at)}</p>`).join('');

async function lay(document: OctavoDocument, largestTake?: number) {
  const { pages, report } = await tiny.lay(document, largestTake);
  expect(report.diagnostics).toEqual([]);
  const printed = await printedText(pages.parts);
  // The folio is the only text so small.
  const folios = printed.map((words) => words.find(({ size }) => size < 7.5)?.text);
  const mainPage = pages.targets.main?.page ?? -1;
  return { labels: pages.starts.map(({ label }) => label), folios, printed, mainPage };
}

const book = (before: number) =>
  `${paragraphs(before, 1)}<h2 id="main" class="main-matter">Main</h2>${paragraphs(9, 40)}`;

describe('the main matter', () => {
  it.each([1, 2, 3, 4, 5, 6])(
    'begins on a recto, with page 1, after %i paragraphs',
    async (before) => {
      const { labels, folios, printed, mainPage } = await lay(documentFrom(book(before)));
      expect(mainPage).toBeGreaterThan(0);
      expect(mainPage % 2).toBe(0);
      expect(labels.slice(0, 3)).toEqual(mainPage > 2 ? ['i', 'ii', 'iii'] : ['i', 'ii', '1']);
      expect(labels.slice(mainPage, mainPage + 2)).toEqual(['1', '2']);
      printed.forEach((words, page) => {
        const isBlank = words.length === 0;
        expect(folios[page]).toBe(isBlank ? undefined : labels[page]);
        if (isBlank) expect(page).toBe(mainPage - 1);
      });
    },
  );

  it('leaves a verso blank for that where it must', async () => {
    const blank = await Promise.all(
      [1, 2, 3, 4].map(async (before) => {
        const { printed } = await lay(documentFrom(book(before)));
        return printed.some((words) => words.length === 0);
      }),
    );
    expect(new Set(blank)).toEqual(new Set([true, false]));
  });

  it('begins there whatever is set together', async () => {
    for (const [before, largest] of [
      [2, 400],
      [5, 900],
    ] as const) {
      const whole = await lay(documentFrom(book(before), { toc: true }));
      expect(await lay(documentFrom(book(before), { toc: true }), largest)).toEqual(whole);
    }
  });

  it('is all there is where nothing says otherwise, or nothing stands before it', async () => {
    for (const html of [
      paragraphs(9, 1),
      `<h2 id="main" class="main-matter">Main</h2>${paragraphs(9, 1)}`,
    ]) {
      const { labels } = await lay(documentFrom(html));
      expect(labels.slice(0, 2)).toEqual(['1', '2']);
    }
  });
});
