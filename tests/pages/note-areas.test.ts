import { toString as textOf } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics/report.js';
import type { OctavoDocument } from '../../src/document/document.js';
import { KeptPages } from '../../src/pages/index.js';
import { documentFrom, prose } from './document.js';
import { lettersOf, type PrintedWord, printedText } from './printed-text.js';
import { composingRoom, useTinyPages } from './tiny.js';

const tiny = useTinyPages();

/** Of notes at the foot of the page, in so many columns. */
const inColumns = (columns: number, columnGap = 10) => ({
  notes: { area: 'page' as const, columns, columnGap },
});

const paragraph = (seed: number, words = 60) =>
  `<p>${prose(words, seed)}<note>${prose(12 + (seed % 5) * 6, seed + 50)}</note> ${prose(20, seed + 90)}</p>`;

const paragraphs = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => paragraph(from + index)).join('');

/** The foot of the type area: a page of 260, a margin of 20, a bleed of 8. */
const foot = 260 - 20 + 8;

/** Folios are of the same size, and stand below. */
const isNote = ({ size, y }: PrintedWord) => Math.abs(size - 7) < 0.1 && y < foot + 1;
const isText = ({ size }: PrintedWord) => Math.abs(size - 9) < 0.1;

/** The letters of all notes, their numbers left out. */
const noteWords = (pages: readonly PrintedWord[][]) => {
  const notes = pages.flatMap((page) => page.filter(isNote).map(({ text }) => text));
  return lettersOf(notes.join(' ').replaceAll(/\d/g, ''));
};

async function printed(document: OctavoDocument, page: Parameters<typeof tiny.layOn>[1]) {
  const { pages, report } = await tiny.layOn(document, page);
  expect(report.diagnostics).toEqual([]);
  return { pages, words: await printedText(pages.parts) };
}

describe('notes at the foot of the page', () => {
  it.each([1, 2, 3])('stand below both columns, in %i of their own', async (columns) => {
    const document = documentFrom(paragraphs(10));
    const { pages, words } = await printed(document, inColumns(columns));
    expect(pages.pageCount).toBeGreaterThan(3);
    const lefts = words.map((page) => new Set(page.filter(isNote).map(({ x }) => Math.round(x))));
    for (const page of words) {
      const [notes, text] = [page.filter(isNote), page.filter(isText)];
      const lowest = Math.max(...text.map(({ y }) => y));
      for (const { y } of notes) expect(y).toBeGreaterThan(lowest + 9);
      for (const { y } of notes) expect(y).toBeLessThan(foot);
    }
    expect(Math.max(...lefts.map(({ size }) => size))).toBeGreaterThanOrEqual(columns);
    for (const note of document.notes) {
      expect(pages.targets[note.id]?.page).toBe(pages.targets[note.callIds[0] ?? '']?.page);
    }
  });

  it('are read after the text of their page, in order, and nothing is lost', async () => {
    const document = documentFrom(paragraphs(8));
    const { words } = await printed(document, inColumns(2));
    const wanted = document.notes.flatMap(({ content }) => content.map(textOf));
    expect(noteWords(words)).toBe(lettersOf(wanted.join('')));
    for (const page of words) {
      const last = page.findLastIndex(isText);
      const first = page.findIndex(isNote);
      if (first >= 0) expect(first).toBeGreaterThan(last);
    }
  });

  it('stand in two columns below one of text', async () => {
    const document = documentFrom(paragraphs(8));
    const page = { columns: 1, columnGap: 0, ...inColumns(2, 12) };
    const { words } = await printed(document, page);
    const notes = words.flatMap((each) => each.filter(isNote).map(({ x }) => x > 155));
    expect(notes).toContain(true);
    expect(notes).toContain(false);
  });

  it('go on over the next pages where they are long', async () => {
    const html = `<p>${prose(30, 2)}<note>${prose(500, 3)}</note></p>${paragraphs(4, 4)}`;
    const { words } = await printed(documentFrom(html), inColumns(2));
    const pages = words.filter((page) => page.some(isNote));
    expect(pages.length).toBeGreaterThan(2);
    expect(noteWords(words)).toContain(lettersOf(prose(500, 3)));
  });

  it('that are called by a mark stand before those with numbers', async () => {
    const notes = ['one', 'two', 'three'].map((name) => `x<note>${name}</note> ${prose(12)}`);
    const document = documentFrom(`<p>${notes.join(' ')}</p>`);
    for (const note of document.notes) if (note.number === 2) note.mark = '*';
    const { words } = await printed(document, inColumns(1));
    const feet = words
      .flat()
      .filter(isNote)
      .map(({ text }) => text.trim());
    expect(feet.filter((text) => /^(one|two|three)$/.test(text))).toEqual(['two', 'one', 'three']);
  });

  it('fill their columns from the right where the text runs that way', async () => {
    const note = '<note>حاشية قصيرة في أسفل الصفحة</note>';
    const html = `<p>هذا نص ${note} قصير ${note} جدا ${note} هنا ${note}</p>`;
    const document = documentFrom(html);
    document.metadata.lang = 'ar';
    const { words } = await printed(document, inColumns(2));
    const numbers = words
      .flat()
      .filter(({ text, size }) => /^[1-4]$/.test(text.trim()) && size < 6);
    const feet = numbers.slice(-4).toSorted((a, b) => a.y - b.y || b.x - a.x);
    expect(feet.map(({ text }) => text.trim())).toEqual(['1', '3', '2', '4']);
  });
});

describe('takes', () => {
  const seen = async (document: OctavoDocument, columns: number, largestTake?: number) => {
    const { pages, report } = await tiny.layOn(document, inColumns(columns), largestTake);
    const words = await printedText(pages.parts);
    return {
      parts: pages.parts.length,
      whole: {
        words: words.map((page) =>
          page
            .map(({ text, x, y }) => `${text}@${x.toFixed(1)},${y.toFixed(1)}`)
            .sort((a, b) => (a < b ? -1 : 1)),
        ),
        starts: pages.starts,
        targets: Object.fromEntries(
          Object.entries(pages.targets).map(([id, { page, x, y }]) => {
            return [id, `${page} ${x.toFixed(1)} ${y.toFixed(1)}`];
          }),
        ),
        findings: report.diagnostics.map(({ rule, message }) => `${rule} ${message}`),
      },
    };
  };

  it.each([
    ['many', 8, 2, ''],
    ['many in three columns', 5, 3, ''],
    [
      'one that runs over pages of the next',
      3,
      2,
      `<p>${prose(30, 2)}<note>${prose(400, 3)}</note></p>`,
    ],
    ['some in lists', 6, 1, `<ul><li><p>${prose(30, 6)}<note>${prose(70, 7)}</note></p></li></ul>`],
  ])('hand on notes: %s', async (_, count, columns, html) => {
    const document = () => documentFrom(`${paragraphs(3)}${html}${paragraphs(count, 4)}`);
    const [one, several] = [await seen(document(), columns), await seen(document(), columns, 900)];
    expect(one.parts).toBe(1);
    expect(several.parts).toBeGreaterThan(2);
    expect(several.whole).toEqual(one.whole);
  });

  it('that are kept follow an edit', async () => {
    const template = { ...tiny.template, page: { ...tiny.template.page, ...inColumns(2) } };
    const keep = () => new KeptPages(template, composingRoom(tiny.browser, template, 'kept'), 600);
    const version = (word: string) =>
      documentFrom(`${paragraphs(4)}<p>${word} ${paragraph(30)}</p>${paragraphs(4, 5)}`);
    const lay = async (pages: KeptPages, document: OctavoDocument) => {
      const report = new Report();
      const set = await pages.layOut(document, report, { manuscript: 'manuscript.md' });
      expect(await set.lookOver(report)).toBe(true);
      const { pageCount, starts, targets, sheets } = set;
      const texts = sheets.map((sheet) => lettersOf(sheet.replace(/<[^>]*>/g, '')));
      return { pageCount, starts, targets, texts, findings: report.diagnostics };
    };
    const [kept, fresh] = [keep(), keep()];
    await lay(kept, version('one'));
    expect(await lay(kept, version('another word'))).toEqual(
      await lay(fresh, version('another word')),
    );
    kept.close();
    fresh.close();
  });
});
