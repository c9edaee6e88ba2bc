import { expect, it } from 'vitest';
import { documentFrom, prose } from './document.js';
import { printedText } from './printed-text.js';
import { useTinyPages } from './tiny.js';

const leading = 12;
const tiny = useTinyPages((template) => ({
  ...template,
  pagesCss: `${template.pagesCss}
    .text :is(ul, blockquote, table, figure) { margin-block: 6px }
    .text li p + p { margin-top: 3px }
    .text blockquote { padding-left: 14px }
    .text .later { margin-top: 3px }
    .text .later p { margin-top: 16px }`,
}));

/** Words of a text outside lists and quotes say so. */
const own = (words: number, seed: number) =>
  `<p>Yak ${prose(words, seed).replaceAll(' ', ' Yak ')}</p>`;

const apart = [
  `<ul><li>${prose(14, 1)}</li><li>${prose(9, 2)}</li><li>${prose(18, 3)}</li></ul>`,
  `<ul><li><p>${prose(9, 4)}</p><p>${prose(12, 5)}</p></li><li>${prose(6, 6)}</li></ul>`,
  `<blockquote><p>${prose(30, 7)}</p><p>${prose(11, 8)}</p></blockquote>`,
  `<table><tr><td>${prose(9, 9)}</td><td>${prose(7, 10)}</td></tr></table>`,
  `<pre>${prose(4, 11)}\n${prose(3, 12)}</pre>`,
];

it.each([1, 2, 3, 4, 5, 6])(
  'text outside keeps the grid, whatever columns cut (%i)',
  async (turn) => {
    const html = Array.from({ length: 10 }, (_, index) => {
      const thing = apart[(index * turn + turn) % apart.length];
      const heading = index % 4 === turn % 4 ? '<h2>Yak Yak</h2>' : '';
      const followsText = index > 0 && (index * turn) % apart.length < 3;
      const later = followsText && !heading ? `<div class="later">${own(4, 60 + index)}</div>` : '';
      return `${heading}${later}${own(6 + ((index * 5 + turn * 3) % 14), 20 + index)}${thing}`;
    });
    const document = documentFrom(`${html.join('')}${own(9, 40)}`);
    const { pages, report } = await tiny.lay(document);
    expect(report.diagnostics.filter(({ rule }) => rule !== 'pages/stranded')).toEqual([]);
    const printed = await printedText(pages.parts);
    const ys = printed.map((words) =>
      words.filter(({ text }) => text.includes('Yak')).map(({ y }) => y),
    );
    const [first = 0] = ys.flat();
    expect(ys.flat().length).toBeGreaterThan(60);
    for (const y of ys.flat()) {
      const over = Math.abs(y - first) % leading;
      expect(Math.min(over, leading - over)).toBeLessThan(0.5);
    }
  },
);
