import { beforeAll, describe, expect, it } from 'vitest';
import { documentFrom, prose } from './document.js';
import { printedText } from './printed-text.js';
import { useTinyPages } from './tiny.js';

const tiny = useTinyPages();

beforeAll(() => {
  tiny.template.pagesCss +=
    '.text .box { margin: 6px 0; border: 1px solid; padding: 5px }' +
    '.text :is(blockquote, ul, figure, table, pre, hr) { margin: 6px 0 } hr { border: 0 }' +
    '.text .later::before { content: ""; display: block; height: 5px }';
});

async function lay(html: string) {
  const { pages, report } = await tiny.lay(documentFrom(html));
  const told = report.diagnostics.map(({ rule, message }) => `${rule} ${message}`);
  return { told, words: (await printedText(pages.parts)).flat() };
}

const begins = '<div class="column-break"></div>';

describe('at the head of a column, the space above falls away', () => {
  const table = '<table><tr><td>Zebra</td></tr></table>';
  it.each([
    ['a box with a table', `<aside class="box">${table}</aside>`],
    ['a box with code', '<aside class="box"><pre>Zebra</pre></aside>'],
    ['a box with a quote', '<aside class="box"><blockquote>Zebra</blockquote></aside>'],
    ['a box with a rule', '<aside class="box"><hr><p>Zebra</p></aside>'],
    ['a box in a box', '<aside class="box"><aside class="box">Zebra</aside></aside>'],
    ['a box in what has no edge', `<div><aside class="box">${table}</aside></div>`],
    ['code in a list', '<ul><li><pre>Zebra</pre></li></ul>'],
    ['a table in a quote', `<blockquote>${table}</blockquote>`],
  ])('over %s', async (_, html) => {
    const { told, words } = await lay(`<p>${prose(9)}</p>${begins}${html}<p>Behind.</p>`);
    expect(told).toEqual([]);
    expect(words.map(({ text }) => text).join(' ')).toContain('Zebra');
  });

  it.each([begins, '<div class="page-break"></div>', '<aside class="box"></aside>'])(
    'over the first box of all, behind %s',
    async (before) => {
      const { told } = await lay(`${before}<aside class="box"><p>Zebra</p></aside><p>Behind.</p>`);
      expect(told).toEqual([]);
    },
  );

  it('over what goes on of a box', async () => {
    const inside = Array.from({ length: 9 }, (_, index) => `<pre>${prose(9, index)}</pre>`);
    const { told } = await lay(`<aside class="box">${inside.join('')}</aside>`);
    expect(told).toEqual([]);
  });
});

it('the space above what has a box before its text comes to the grid as a whole', async () => {
  const later = `<div class="later"><p>${prose(9)}</p></div>`;
  const document = documentFrom(`<pre>Zebra\nZebra</pre>${later}<p>Behind.</p>`);
  const { report } = await tiny.layOn(document, { columns: 1 });
  expect(report.diagnostics).toEqual([]);
});

describe('the lines of a box stand on the grid', () => {
  const fromGrid = (y: number, first: number) => {
    const over = Math.abs(y - first) % 12;
    return Math.min(over, 12 - over);
  };

  it.each([
    ['after text', `<p>Anchor ${prose(12)}</p>`],
    ['at the head of a column', `<p>Anchor ${prose(9)}</p>${begins}`],
    ['after a table', '<p>Anchor</p><table><tr><td>cell</td></tr></table>'],
  ])('%s', async (_, before) => {
    const box = `<aside class="box"><p>Zebra</p><p>${prose(12, 3)} Yak</p></aside>`;
    const { told, words } = await lay(`${before}${box}<p>Behind.</p>`);
    expect(told).toEqual([]);
    const anchor = words.find(({ text }) => text.startsWith('Anchor'));
    const found = words.filter(({ text }) => /Zebra|Yak|Behind/.test(text));
    expect(found).toHaveLength(3);
    for (const { y } of found) expect(fromGrid(y, anchor?.y ?? 0)).toBeLessThan(0.5);
  });
});

describe('what holds nothing', () => {
  it('takes no room', async () => {
    const empty = '<aside class="box"></aside><aside class="box"><div id="a"></div> </aside>';
    const { told } = await lay(`<p>a</p>${empty}<p>b</p>${begins}${empty}<p>c</p>`);
    expect(told).toEqual([]);
  });

  it('leaves the space below what stands before it out of the text at the end of a column', async () => {
    const list = '<ul><li>a</li></ul><blockquote></blockquote>';
    const { told } = await lay(`<p>a</p>${list}${begins}<p>b</p>${list}`);
    expect(told).toEqual([]);
  });

  it('has its number in a list', async () => {
    const items = '<li>a</li><li></li><li> </li><li>b</li>';
    const { told, words } = await lay(`<p>c</p><ol>${items}</ol>${begins}<ol>${items}</ol>`);
    expect(told).toEqual([]);
    expect(words.filter(({ text }) => text === '2.' || text === '3.')).toHaveLength(4);
  });
});
