import { describe, expect, it } from 'vitest';
import { documentFrom } from './document.js';
import { lettersOf, printedText } from './printed-text.js';
import { useTinyPages } from './tiny.js';

const tiny = useTinyPages();

const arabic =
  'كانت الطباعة صناعة جديدة، وكان الطابعون يبحثون عن حروف واضحة وورق جيد وقراء صبورين، ثم انتشرت الكتب في المدن الكبيرة والصغيرة، وصار الناس يقرؤون في بيوتهم ما كانوا يسمعونه في الأسواق.';
const hebrew =
  'הדפוס היה מלאכה חדשה, והמדפיסים חיפשו אותיות ברורות, נייר טוב וקוראים סבלניים. אחר כך התפשטו הספרים בערים גדולות וקטנות, ואנשים קראו בבתיהם.';

/** Of the columns, px from the sheet's left edge. */
const left = 28;

async function lay(html: string) {
  const { pages, report } = await tiny.lay(documentFrom(html));
  const words = (await printedText(pages.parts)).flat();
  return { words, rules: report.diagnostics.map(({ rule }) => rule) };
}

/** Words of the text by the line they stand on. */
function linesOf(words: Awaited<ReturnType<typeof lay>>['words']) {
  const lines = new Map<number, typeof words>();
  for (const word of words) {
    if (Math.abs(word.size - 9) > 0.3 || word.text.trim() === '') continue;
    lines.set(word.y, [...(lines.get(word.y) ?? []), word]);
  }
  return [...lines].sort(([a], [b]) => a - b).map(([, line]) => line);
}

describe('text from right to left', () => {
  it.each([
    ['Arabic', arabic],
    ['Hebrew', hebrew],
  ])('%s fills its lines to the left edge, but for the last', async (_, text) => {
    const { words, rules } = await lay(`<p dir="rtl">${text}</p>`);
    expect(rules).toEqual([]);
    const lines = linesOf(words).filter((line) =>
      line.some(({ text: word }) => !/[a-z]/i.test(word)),
    );
    expect(lines.length).toBeGreaterThan(2);
    const edges = lines.map((line) => Math.min(...line.map(({ x }) => x)));
    for (const edge of edges.slice(0, -1)) expect(Math.abs(edge - left)).toBeLessThan(2.5);
    const lettersIn = (all: string) => [...lettersOf(all).replace(/Title|1/g, '')].sort().join('');
    const shown = words.map(({ text: word }) => word).join(' ');
    expect(lettersIn(shown)).toBe(lettersIn(text));
  });

  it('gives the columns of a table the widths that they need', async () => {
    const cells = ['0', hebrew.split(' ').slice(0, 3).join(' ')];
    const row = cells.map((cell) => `<td>${cell}</td>`).join('');
    const { words } = await lay(`<table dir="rtl"><tbody><tr>${row}</tr></tbody></table>`);
    const lines = new Set(words.filter(({ text }) => /[א-ת]/.test(text)).map(({ y }) => y));
    expect(lines.size).toBe(1);
  });

  it('is not hyphenated, nor are foreign words in it', async () => {
    const { words } = await lay(
      `<p dir="rtl">${hebrew} <span lang="en">typographical considerations</span> ${hebrew} <span lang="en">representatives notwithstanding</span></p>`,
    );
    expect(words.map(({ text }) => text).join(' ')).not.toMatch(/-/);
  });

  it('goes on over a line end within text of the other direction', async () => {
    const phrase = arabic.split(' ').slice(0, 9).join(' ');
    const { words, rules } = await lay(
      `<p>The phrase <span lang="ar" dir="rtl">${phrase}</span> stands in two lines of this text.</p>`,
    );
    expect(rules).toEqual([]);
    const at = (word: string) => words.find(({ text }) => text.normalize('NFKC').includes(word));
    const [first, last] = [at('كانت'), at('حروف') ?? at('يبحثون')];
    expect(first?.y).toBeLessThan(last?.y ?? 0);
  });

  it('keeps the order of what a line begins with as the line before has it', async () => {
    const growth = (words: number) => `the growth ${'was '.repeat(words)}12\u201315%`;
    const paragraphs = Array.from({ length: 8 }, (_, words) => `${growth(words)} ${hebrew}`);
    const html = paragraphs.map((text) => `<p dir="rtl">${hebrew} ${text}</p>`).join('');
    const { words } = await lay(html);
    const shown = words.map(({ text }) => text).join('');
    expect(shown.match(/12–15%/g)).toHaveLength(paragraphs.length);
  });
});

describe('pages', () => {
  /** px from the left edge of each sheet to its text. */
  async function edges(lang: string, text: string) {
    const html = `<p>${text}</p>`.repeat(14);
    const document = documentFrom(html);
    const metadata = { ...document.metadata, lang };
    const { pages } = await tiny.lay({ ...document, metadata });
    const printed = await printedText(pages.parts);
    const lefts = printed.map((words) =>
      Math.min(...linesOf(words).flatMap((line) => line.map(({ x }) => x))),
    );
    return lefts.slice(0, 3);
  }

  it.each([
    ['at the left where they are read from left to right', 'en-GB', 'words and others '.repeat(12)],
    ['at the right where they are read from right to left', 'ar', arabic],
  ])('are bound %s', async (_, lang, text) => {
    const [inside, outside] = [28, 38];
    const [first = 0, second = 0, third = 0] = await edges(lang, text);
    const [recto, verso] = lang === 'ar' ? [outside, inside] : [inside, outside];
    expect(Math.abs(first - recto)).toBeLessThan(2.5);
    expect(Math.abs(second - verso)).toBeLessThan(2.5);
    expect(Math.abs(third - recto)).toBeLessThan(2.5);
  });
});
