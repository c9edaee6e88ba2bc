import { expect, it } from 'vitest';
import { documentFrom } from './document.js';
import { withEastAsianFonts } from './east-asian.js';
import { printedPieces } from './printed-text.js';
import { useTinyPages } from './tiny.js';

const tiny = useTinyPages(withEastAsianFonts);

async function pieces(html: string, lang: string) {
  const document = documentFrom(html);
  document.metadata.lang = lang;
  const { pages, report } = await tiny.lay(document);
  expect(report.diagnostics.map(({ rule }) => rule)).toEqual([]);
  return (await printedPieces(pages.parts)).flat().filter(({ size }) => Math.abs(size - 9) < 0.3);
}

/** Of word spaces in type of 9 px, less what numbers are rounded by. */
const tightest = 0.18 * 9;

const ja = '紙は語る長い平和ことばは紙の上で静かに待っている';
const en = 'The poet wrote it long ago in a small town by the sea';

it.each([
  ['Japanese in English', 'en', `${en} <i lang="ja">${ja}</i> and then ${en} ${ja} again`],
  ['English in Japanese', 'ja', `${ja}、 ${en} と言った。${ja} (p.\u00A01) ${ja}。`],
  ['English in Chinese', 'zh', `他说纸张会说话，${en} 我们在书里读到 (p.\u00A01) 才明白它的意思。`],
  ['a line that is the last', 'en', `The poet <i lang="ja">長い平和</i> wrote it.`],
])('word spaces keep their width beside ideographs: %s', async (_, lang, text) => {
  const html = `<p>${text.replace(/<i/g, '<span').replace(/<\/i/g, '</span')}</p>`;
  const shown = await pieces(html, lang);
  const gaps = shown.flatMap(({ text: space, y }, index) => {
    const [before, after] = [shown[index - 1], shown[index + 1]];
    if (space.trim() !== '' || before?.y !== y || after?.y !== y || after.x < before.x) return [];
    return [after.x - before.x - before.width];
  });
  expect(gaps.length).toBeGreaterThan(0);
  for (const gap of gaps) expect(gap).toBeGreaterThan(tightest);
});

it('lines of ideographs reach the edge of their column, and not beyond', async () => {
  const text = `${'「紙」、「紙」。「紙は語る」（長い）、'.repeat(9)}`;
  const all = await pieces(`<p lang="ja">${text}</p>`, 'ja');
  const columns = new Map<number, number[]>();
  for (const { x, y, text: piece, width } of all) {
    if (!/\p{sc=Han}|[「」（）。、]/u.test(piece)) continue;
    columns.set(y, [...(columns.get(y) ?? []), x + width]);
  }
  const left = 8 + 20;
  const inner = (300 - 20 - 30 - 10) / 2;
  for (const ends of columns.values()) {
    for (const end of ends) {
      const over = (end - left) % (inner + 10);
      expect(over).toBeLessThan(inner + 1);
    }
  }
});

it.each([
  ['Chinese', 'zh', '纸张——会说话……我', '纸', '会', 4],
  ['Chinese', 'zh', '读到“纸张”二字', '纸', '二', 3],
  ['Chinese in English', 'en', 'A <i lang="zh">纸张——会说话</i>', '纸', '会', 4],
  ['Japanese', 'ja', '紙は——語る', '紙', '語', 4],
])('signs that are Latin too are as wide as ideographs: %s, %s: %s', async (...asked) => {
  const [, lang, text, from, to, ems] = asked;
  const html = `<p>${text.replace(/<i/g, '<span').replace(/<\/i/g, '</span')}</p>`;
  const shown = await pieces(html, lang);
  const beginning = (sign: string) => {
    const piece = shown.find(({ text: letters }) => letters.startsWith(sign));
    return piece?.x ?? Number.NaN;
  };
  expect((beginning(to) - beginning(from)) / 9).toBeCloseTo(ems, 1);
});
