import { toString as textOf } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { documentFrom, prose } from './document.js';
import { lettersOf, printedText } from './printed-text.js';
import { useTinyPages } from './tiny.js';

const tiny = useTinyPages();

/** Where the second column begins, from the left edge of the bleed box. */
const second = 150;

async function lay(html: string, height?: number) {
  const document = documentFrom(html);
  const { pages, report } = await tiny.lay(document, undefined, height);
  const rules = report.diagnostics.map(({ rule }) => rule);
  return { pages, rules, document, printed: await printedText(pages.parts) };
}

const paragraphs = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `<p>${prose(50, from + index + 1)}</p>`).join('');

const table = (word: string, rows = 3) =>
  `<table><caption>Caption ${word}</caption>${`<tr><td>${word}</td><td>${prose(9)}</td></tr>`.repeat(rows)}</table>`;

const wide = (content: string) => `<div class="wide">${content}</div>`;

/** The page that holds a word, and where on it. */
function find(printed: Awaited<ReturnType<typeof printedText>>, word: string) {
  const page = printed.findIndex((words) => words.some(({ text }) => text.includes(word)));
  return { page, ...printed[page]?.find(({ text }) => text.includes(word)) };
}

describe('a figure or table of a column', () => {
  const low = `<figure>${table('Zebra', 3).replace(/<caption>.*?<\/caption>/, '')}<figcaption>Caption Zebra</figcaption></figure>`;

  /** Paragraphs that leave too little of the column, at some length of the first. */
  async function laid(content: string) {
    const found: (Awaited<ReturnType<typeof lay>> & { at: ReturnType<typeof find> })[] = [];
    for (const words of [30, 75, 105]) {
      const html = `<p>${prose(words, 70)}</p><p>Before ${prose(30, 71)}</p>${content}<p>Behind ${prose(60, 72)}</p>${paragraphs(3, 80)}`;
      const result = await lay(html);
      expect(result.rules).toEqual([]);
      found.push({ ...result, at: find(result.printed, 'Zebra') });
    }
    return found;
  }

  const pullQuote = `<aside class="pull-quote"><p>Zebra ${prose(24, 7)}</p><p>${prose(9)}</p></aside>`;

  it('lets text go before it where it would leave a hole, and nothing is lost', async () => {
    for (const content of [table('Zebra', 3), low, pullQuote]) {
      const found = await laid(content);
      const order = found.map(({ printed }) => {
        const text = printed.flat().map((word) => word.text);
        return (
          text.findIndex((word) => word.includes('Behind')) <
          text.findIndex((word) => word.includes('Zebra'))
        );
      });
      expect(new Set(order)).toEqual(new Set([true, false]));
      for (const { printed, pages, document } of found) {
        const sorted = (text: string) => [...lettersOf(text)].sort().join('');
        const folios = Array.from({ length: pages.pageCount }, (_, index) => index + 1).join('');
        const shown = printed.flat().map(({ text }) => text);
        expect(sorted(shown.join(' '))).toBe(sorted(`${textOf(document.body)}Title${folios}`));
      }
    }
  });

  it('takes the name of the container along that it leaves empty', async () => {
    const named = (content: string) => `<div id="named">\n${content}\n</div>`;
    const own = low.replace('<figure>', '<figure id="own">');
    for (const content of [low, own, table('Zebra', 3), pullQuote, wide(table('Zebra', 3))]) {
      for (const { pages, at } of await laid(named(content))) {
        expect(pages.targets.named?.page).toBe(at.page);
      }
    }
  });

  it('runs as the container does that it leaves', async () => {
    const cells = '<tr><td>Zebra</td><td>Yak</td></tr>'.repeat(4);
    const hebrew = (content: string) => `<div lang="he" dir="rtl">${content}</div>`;
    for (const content of [`<table>${cells}</table>`, wide(`<table>${cells}</table>`)]) {
      for (const { printed, at } of await laid(hebrew(content))) {
        expect(at.x).toBeGreaterThan(find(printed, 'Yak').x ?? 0);
      }
    }
  });

  it('goes on in the next column if it is words higher than one', async () => {
    const { rules, printed, pages, document } = await lay(
      `<p>a</p><aside class="pull-quote"><p>${prose(300)}</p></aside><p>b</p>`,
    );
    expect(rules).toEqual([]);
    const shown = lettersOf(
      printed
        .flat()
        .map(({ text }) => text)
        .join(' '),
    );
    expect(shown).toHaveLength(
      lettersOf(textOf(document.body)).length + 'Title'.length + pages.pageCount,
    );
  });

  it('stays where it is written when it is pinned there', async () => {
    const found = await laid(`<div class="here">${table('Zebra', 3)}</div>`);
    for (const { printed } of found) {
      const text = printed.flat().map((word) => word.text);
      const at = (name: string) => text.findIndex((word) => word.includes(name));
      expect(at('Zebra')).toBeLessThan(at('Behind'));
      expect(at('Zebra')).toBeGreaterThan(at('Before'));
    }
  });
});

describe('what spans the columns', () => {
  it('stands at the head of its page, above both columns, and leaves the text whole', async () => {
    const html = `${paragraphs(12)}${wide(table('Zebra'))}${paragraphs(6, 12)}`;
    const { rules, pages, printed, document } = await lay(html);
    expect(rules).toEqual([]);
    const { page, x, y } = find(printed, 'Caption Zebra');
    expect(page).toBeGreaterThan(0);
    const others = (printed[page] ?? []).filter(({ text }) => !/Zebra/.test(text));
    const below = others.filter((word) => word.y > (y ?? 0) + 50);
    expect(new Set(below.map((word) => word.x > second)).size).toBe(2);
    expect(x).toBeLessThan(second);
    const sorted = (text: string) => [...lettersOf(text)].sort().join('');
    const folios = Array.from({ length: pages.pageCount }, (_, index) => index + 1).join('');
    const shown = printed.flat().map(({ text }) => text);
    expect(sorted(shown.join(' '))).toBe(sorted(`${textOf(document.body)}Title${folios}`));
  });

  it('stands at the foot of the first page', async () => {
    const { rules, printed } = await lay(
      `${paragraphs(1)}${wide(table('Zebra'))}${paragraphs(9, 2)}`,
    );
    expect(rules).toEqual([]);
    const { page, y = 0 } = find(printed, 'Caption Zebra');
    expect(page).toBe(0);
    const text = (printed[0] ?? []).filter(({ text: word, size }) => size > 8.5 && word !== '1');
    for (const word of text) expect(word.y).toBeLessThan(y);
  });

  it('stands right below a text that ends high on its first page', async () => {
    const html = `<p>${prose(30)}</p>${wide(table('Zebra'))}`;
    const { rules, printed } = await lay(html);
    expect(rules).toEqual([]);
    const { page, y = 0 } = find(printed, 'Caption Zebra');
    expect(page).toBe(0);
    const text = (printed[0] ?? []).filter(({ text: word, size }) => size > 8.5 && word !== '1');
    const lowest = Math.max(...text.map((word) => word.y));
    expect(y - lowest).toBeGreaterThan(6);
    expect(y - lowest).toBeLessThan(36);
  });

  it('keeps its order there', async () => {
    const { printed } = await lay(
      `${paragraphs(1)}${wide(table('Zebra', 1))}${wide(table('Yak', 1))}${paragraphs(9, 2)}`,
    );
    const [zebra, yak] = [find(printed, 'Caption Zebra'), find(printed, 'Caption Yak')];
    expect([zebra.page, yak.page]).toEqual([0, 0]);
    expect(zebra.y).toBeLessThan(yak.y ?? 0);
  });

  it('has its notes on its page', async () => {
    const zebra = wide('<table><tr><td>Zebra<note>Of stripes.</note></td></tr></table>');
    const { rules, printed } = await lay(`${paragraphs(11)}${zebra}${paragraphs(5, 12)}`);
    expect(rules).toEqual([]);
    expect(find(printed, 'stripes').page).toBe(find(printed, 'Zebra').page);
  });

  it('keeps its notes where the text has it if others stand before those of its page', async () => {
    const { rules, printed } = await lay(
      `${paragraphs(11)}${wide(`<table><tr><td>Zebra<note>Of stripes.</note></td></tr></table>`)}<p>After<note>Then.</note> ${prose(40)}</p>${paragraphs(4, 12)}`,
    );
    expect(rules).toEqual(['pages/late-note']);
    const [first, next] = ['stripes', 'Then.'].map((word) => find(printed, word));
    expect(first?.page).toBeLessThanOrEqual(next?.page ?? 0);
  });

  it('begins the page that is asked for before it, and so does the text after it', async () => {
    const after = `<p>Behind ${prose(20, 4)}</p>${paragraphs(2, 5)}`;
    for (const spanning of [
      `<div class="page-break"></div>${wide(table('Zebra'))}`,
      wide(`<div class="page-break"></div>${table('Zebra')}`),
    ]) {
      const { rules, printed } = await lay(`${paragraphs(1)}${spanning}${after}`);
      expect(rules).toEqual([]);
      expect([find(printed, 'Zebra').page, find(printed, 'Behind').page]).toEqual([1, 1]);
    }
  });

  it('is in one piece: what is asked for within it is told of', async () => {
    const within = `${table('Zebra')}<div class="page-break"></div>${table('Yak')}`;
    const { rules } = await lay(`${paragraphs(1)}${wide(within)}${paragraphs(3, 2)}`);
    expect(rules).toEqual(['pages/lost-break']);
  });

  it('is a table that no column could hold, of itself', async () => {
    const words = [
      'Zebras',
      'considerations',
      'representatives',
      'responsibilities',
      'notwithstanding',
    ];
    const cells = words.map((word) => `<td>${word}</td>`).join('');
    const { rules, printed } = await lay(
      `${paragraphs(10)}<table><tr>${cells}</tr></table>${paragraphs(5, 10)}`,
    );
    expect(rules).toEqual([]);
    const { page, x } = find(printed, 'Zebras');
    const last = find(printed, 'standing');
    expect(last.page).toBe(page);
    expect(x).toBeLessThan(second);
    expect(last.x).toBeGreaterThan(second + 40);
  });

  it('is turned, on a page of its own, where no page is wide enough', async () => {
    const words = Array.from({ length: 9 }, (_, column) => `responsibilities${column}`);
    const cells = words.map((word) => `<td>${word}</td>`).join('');
    const { printed, rules } = await lay(
      `${paragraphs(6)}<table><tr><td>Zebra<note>Of stripes.</note></td>${cells}</tr></table>${paragraphs(5, 10)}`,
      900,
    );
    const { page } = find(printed, 'Zebra');
    const own = (printed[page] ?? []).filter(({ text }) => /Zebra|respons/.test(text));
    // Turned, what stood side by side stands above one another.
    expect(Math.max(...own.map(({ y }) => y)) - Math.min(...own.map(({ y }) => y))).toBeGreaterThan(
      90,
    );
    expect(printed.flat().filter(({ text }) => text.includes('stripes'))).toHaveLength(1);
    // It fills its page, and its note stands on another.
    expect(rules.filter((rule) => rule !== 'pages/wide-table')).toEqual(['pages/late-note']);
  });

  it('may be all there is', async () => {
    const { rules, printed } = await lay(wide(table('Zebra')));
    expect(rules).toEqual([]);
    expect(find(printed, 'Caption Zebra').page).toBeGreaterThanOrEqual(0);
  });

  it('may be the last thing in a section of its own', async () => {
    const { rules, printed } = await lay(
      `<section>${paragraphs(8)}</section><section>${wide(table('Zebra'))}</section>`,
    );
    expect(rules).toEqual([]);
    expect(find(printed, 'Caption Zebra').page).toBeGreaterThanOrEqual(0);
  });

  it('is cut at rows where it is taller than a page, its head repeated', async () => {
    const rows = Array.from({ length: 40 }, (_, row) => `<tr><td>Row${row}.</td><td>b</td></tr>`);
    const long = `<table><thead><tr><th>Zebra</th><th>B</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
    const { rules, printed } = await lay(`${paragraphs(4)}${wide(long)}${paragraphs(3)}`);
    expect(rules).toEqual([]);
    const shown = printed.flat().map(({ text }) => text);
    expect(shown.filter((text) => text.startsWith('Row')).length).toBe(40);
    expect(shown.filter((text) => text === 'Zebra').length).toBeGreaterThan(1);
    const heads = printed.filter((words) => words.some(({ text }) => text === 'Zebra'));
    expect(heads.length).toBe(shown.filter((text) => text === 'Zebra').length);
    for (const { y } of printed.flat()) expect(y).toBeLessThan(260);
  });
});
