import { expect, it } from 'vitest';
import { documentFrom, prose } from './document.js';
import { useTinyPages } from './tiny.js';

const tiny = useTinyPages();

const chapters = (words: readonly number[]) =>
  words.map((count, at) => `<h2 id="c${at}">C</h2><p>${prose(count, at + 1)}</p>`).join('');

/** Pages, from 0, that chapters of so many words begin on. */
async function pagesOf(words: readonly number[], css: string, largestTake?: number) {
  const before = tiny.template.pagesCss;
  tiny.template.pagesCss += css;
  const { pages, report } = await tiny.lay(documentFrom(chapters(words)), largestTake);
  tiny.template.pagesCss = before;
  expect(report.diagnostics).toEqual([]);
  return {
    starts: words.map((_, at) => pages.targets[`c${at}`]?.page ?? -1),
    labels: pages.starts.map(({ label }) => label),
    count: pages.pageCount,
  };
}

const lengths = [40, 300, 20, 500, 150, 30];

it.each(['recto', 'right'])('chapters begin on rectos where they ask for it (%s)', async (side) => {
  const plain = await pagesOf(lengths, '.text h2 { break-before: page }');
  expect(plain.starts.some((page) => page % 2 === 1)).toBe(true);
  for (const largest of [undefined, 900]) {
    const { starts, labels, count } = await pagesOf(
      lengths,
      `.text h2 { break-before: ${side} }`,
      largest,
    );
    expect(starts.map((page) => page % 2)).toEqual(lengths.map(() => 0));
    const blank = starts.slice(1).map((page, at) => page - (starts[at] ?? 0));
    const own = plain.starts.slice(1).map((page, at) => page - (plain.starts[at] ?? 0));
    expect(blank).toEqual(own.map((pages) => pages + (pages % 2)));
    expect(labels).toEqual(Array.from({ length: count }, (_, page) => String(page + 1)));
  }
});

it('and on versos, after what ends a page as well', async () => {
  const versos = await pagesOf(lengths, '.text h2 { break-before: verso }');
  expect(versos.starts.slice(1).map((page) => page % 2)).toEqual([1, 1, 1, 1, 1]);
  const after = await pagesOf(lengths, '.text p { break-after: left }');
  expect(after.starts).toEqual(versos.starts);
});
