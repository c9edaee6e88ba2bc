import { describe, expect, it } from 'vitest';
import type { OctavoDocument } from '../../src/document/document.js';
import { divide } from '../../src/pages/copy/takes.js';
import { documentFrom, prose } from './document.js';
import { printedText } from './printed-text.js';
import { useTinyPages } from './tiny.js';

const tiny = useTinyPages();

/** What a reader sees, and what other editions are told. */
async function seen(document: OctavoDocument, largestTake?: number) {
  const { pages, report } = await tiny.lay(document, largestTake);
  const printed = await printedText(pages.parts);
  return {
    parts: pages.parts.length,
    words: printed.map((words) =>
      words
        .map(({ text, x, y }) => `${text}@${x.toFixed(1)},${y.toFixed(1)}`)
        .sort((a, b) => (a < b ? -1 : 1)),
    ),
    starts: pages.starts,
    targets: pages.targets,
    outline: pages.outline,
    findings: report.diagnostics.map(({ rule, message }) => `${rule} ${message}`),
  };
}

async function compare(html: string, largestTake: number, more: Partial<OctavoDocument> = {}) {
  const document = () => documentFrom(html, more);
  const { parts: one, ...whole } = await seen(document());
  const { parts, ...taken } = await seen(document(), largestTake);
  expect(one).toBe(1);
  expect(taken).toEqual(whole);
  return parts;
}

const paragraph = (seed: number, words = 60) =>
  `<p>${prose(words, seed)}<note>${prose(12 + (seed % 5) * 6, seed + 50)}</note> ${prose(20, seed + 90)}</p>`;

const paragraphs = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => paragraph(from + index)).join('');

describe('takes', () => {
  it('make the pages that one take makes', async () => {
    expect(await compare(paragraphs(14), 3500)).toBeGreaterThan(2);
  });

  it('hand on headings, lists, tables, quotations and pictures', async () => {
    const rows = Array.from({ length: 9 }, (_, row) => `<tr><td>${row}</td><td>word</td></tr>`);
    const parts = [
      `<h2 id="one">${prose(4, 3)}</h2>`,
      paragraph(4),
      `<ul><li><p>${prose(50, 5)}</p></li><li><p>${prose(30, 6)}<note>${prose(70, 7)}</note></p></li></ul>`,
      `<table><thead><tr><th>N</th><th>W</th></tr></thead><tbody>${rows.join('')}</tbody></table>`,
      `<blockquote><p>${prose(80, 8)}</p></blockquote>`,
      `<dl><dt>${prose(2, 12)}</dt><dd>${prose(40, 13)}</dd><dt>${prose(2, 14)}</dt><dd>${prose(50, 15)}</dd></dl>`,
      `<p class="drop-cap">Then ${prose(60, 16)}</p>`,
      `<h2 id="two">${prose(3, 9)}</h2>`,
      `<ol start="4"><li>${prose(40, 10)}</li><li>${prose(44, 11)}</li></ol>`,
    ];
    for (let turn = 0; turn < parts.length; turn += 2) {
      const turned = [...parts.slice(turn), ...parts.slice(0, turn)].join('');
      expect(await compare(turned, 700)).toBeGreaterThan(2);
    }
  });

  it('hand on a note that runs over pages of the next', async () => {
    const html = `${paragraph(1)}<p>${prose(30, 2)}<note>${prose(700, 3)}</note></p>${paragraphs(6, 4)}`;
    expect(await compare(html, 4000)).toBeGreaterThan(1);
  });

  it('pass on what reaches past a take', async () => {
    const html = `<p>${prose(20, 2)}<note>${prose(500, 3)}</note></p>${Array.from({ length: 8 }, (_, index) => `<p>${prose(8, index)}</p>`).join('')}`;
    expect(await compare(html, 40)).toBeGreaterThan(2);
  });

  it('hand on figures that leave their places in the text', async () => {
    const table = (word: string) =>
      `<table>${`<tr><td>${word}</td><td>${prose(6)}</td></tr>`.repeat(3)}</table>`;
    for (const [words, largest] of [
      [45, 800],
      [95, 500],
    ] as const) {
      const html = `<p>${prose(words, 30)}</p>${paragraph(1)}${table('Zebra')}${paragraph(2)}${table('Yak')}${paragraphs(4, 3)}`;
      await compare(html, largest);
    }
  });

  it('hand on breaks that the text asks for', async () => {
    const [page, column] = ['page-break', 'column-break'].map(
      (name) => `<div class="${name}"></div>`,
    );
    const html = `${paragraph(1)}${page}${paragraph(2)}${column}${paragraph(3)}${page}${paragraphs(3, 4)}`;
    for (const largest of [200, 700]) {
      expect(await compare(html, largest)).toBeGreaterThan(2);
    }
  });

  it('know the folios of all for the list of contents', async () => {
    const html = `<h2 id="a">Alpha</h2>${paragraphs(5)}<h2 id="b">Beta</h2>${paragraphs(5, 7)}`;
    expect(await compare(html, 3000, { toc: true })).toBeGreaterThan(1);
  });
});

describe('dividing a text', () => {
  const content = (html: string) => documentFrom(html).body.children as never[];

  it('begins none with a table, whatever stands between it and the text before', () => {
    const html = `<p>${'a '.repeat(50)}</p>\n<table><tr><td>${'b '.repeat(60)}</td></tr></table>\n<p>${'c '.repeat(50)}</p>\n<p>d</p>`;
    const takes = divide(content(html), [], 110);
    const first = takes.map((take) => take.content[0] as { tagName?: string });
    expect(first.map(({ tagName }) => tagName)).toEqual(['p', 'p']);
  });

  it('leaves a short one whole', () => {
    const takes = divide(content('<p>one</p><p>two</p>'), []);
    expect(takes.map((take) => take.content.length)).toEqual([2]);
  });

  it('puts each note where it is called first', () => {
    const html = `<p>${'a '.repeat(50)}<note>1</note></p><p>${'b '.repeat(50)}</p><p>${'c '.repeat(50)}<note>2</note><note>3</note></p>`;
    const takes = divide(content(html), [1, 1, 1], 120);
    expect(takes.map(({ notes }) => notes)).toEqual([
      { from: 0, to: 1 },
      { from: 1, to: 1 },
      { from: 1, to: 3 },
    ]);
  });

  it('loses nothing, and shows each the block before', () => {
    const html = Array.from({ length: 9 }, (_, index) => `<p>${'word '.repeat(index * 7)}</p>`);
    const all = content(html.join('\n'));
    const takes = divide(all, [], 300);
    expect(takes.flatMap((take) => take.content)).toEqual(all);
    expect(takes.length).toBeGreaterThan(2);
    for (const [index, { context }] of takes.entries()) {
      const before = takes[index - 1]?.content.findLast(({ type }) => type === 'element');
      expect(context).toEqual(before ? [before] : []);
    }
  });
});
