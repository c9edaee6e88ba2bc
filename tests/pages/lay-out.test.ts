import { toString as textOf } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/diagnostics/report.js';
import type { PrintedPages } from '../../src/pages/index.js';
import { blockTexts, documentFrom, prose } from './document.js';
import { lettersOf, printedText } from './printed-text.js';
import { useTinyPages } from './tiny.js';

const tiny = useTinyPages();

const { lay } = tiny;

const rules = ({ diagnostics }: Report) => diagnostics.map(({ rule }) => rule);

const paragraphs = (count: number, words: number) =>
  Array.from({ length: count }, (_, index) => `<p>${prose(words, index + 1)}</p>`).join('');

/** The letters of a page's text and notes; folio and title left out. */
async function lettersByPage(pages: PrintedPages): Promise<string[]> {
  const printed = await printedText(pages.parts);
  return printed.map((words, page) =>
    lettersOf(
      words
        .map(({ text }) => text)
        .join(' ')
        .replace(page === 0 ? /Title/ : /^$/, ''),
    ),
  );
}

describe('pages', () => {
  it('have the size of the bleed box', async () => {
    const { pages } = await lay(documentFrom('<p>One line.</p>'));
    expect(pages).toMatchObject({ pageCount: 1, bleed: 8, trim: { width: 300, height: 260 } });
    const [first] = await printedText(pages.parts);
    expect(first?.map(({ text }) => text)).toContain('One line.');
  });

  it('lose nothing and double nothing', async () => {
    const document = documentFrom(
      `<h2 id="a">Heading</h2>${paragraphs(6, 60)}<ul><li>item <ul><li>${prose(40)}</li></ul></li><li><p>${prose(30)}</p><p>${prose(30, 5)}</p></li></ul><blockquote><p>${prose(50, 9)}</p></blockquote><pre><code>code here\nand here</code></pre><ol start="3"><li>${prose(70, 4)}</li></ol><hr><p>hard<br>break</p>`,
    );
    const { pages, report } = await lay(document);
    const printed = (await lettersByPage(pages)).join('');
    const [sorted, expected] = [printed, lettersOf(textOf(document.body))].map((text) =>
      [...text].sort().join(''),
    );
    const extra = `${[...'123456789'].slice(0, pages.pageCount).join('')}3`;
    expect(sorted).toBe([...`${expected}${extra}`].sort().join(''));
    expect(rules(report)).toEqual([]);
  });

  it('begin where they say, to the character', async () => {
    const document = documentFrom(
      `${paragraphs(3, 120)}<ul><li>${prose(150, 7)}</li><li>${prose(80, 8)}</li></ul><pre>${prose(60, 3).replaceAll(' ', '\n')}</pre><p>a<em>b</em> ${prose(200, 11)}</p>`,
    );
    const { pages } = await lay(document);
    const texts = blockTexts(document);
    const printed = await printedText(pages.parts);
    expect(pages.starts.length).toBeGreaterThan(3);
    pages.starts.forEach(({ page, block, offset, label }) => {
      expect(label).toBe(String(page + 1));
      const rest = lettersOf((texts.get(block ?? -1) ?? '').slice(offset));
      const onPage = (printed[page] ?? []).filter(({ text, y }) => text !== label && y < 250);
      const words = lettersOf(onPage.map(({ text }) => text).join(' ')).replace(/^Title/, '');
      const shown = words.replace(/^[•◦▪]/, '');
      expect(shown.slice(0, 12)).toBe(rest.slice(0, 12));
    });
  });

  it('are the same every time', async () => {
    const document = documentFrom(`${paragraphs(3, 80)}<p>x<note>${prose(20)}</note></p>`);
    const [one, other] = [await lay(document), await lay(document)].map(({ pages }) => ({
      ...pages,
      parts: Buffer.concat(pages.parts)
        .toString('latin1')
        .replace(/\/(CreationDate|ModDate) \(.*?\)/g, ''),
    }));
    expect(one).toEqual(other);
  });

  it('leave the Document as it was', async () => {
    const document = documentFrom(`${paragraphs(2, 40)}<p>x<note>y</note></p>`);
    const before = structuredClone({ body: document.body, notes: document.notes });
    await lay(document);
    expect({ body: document.body, notes: document.notes }).toEqual(before);
  });

  it('hide no line that has a character of no font, however late fonts come that lack it too', async () => {
    for (let time = 0; time < 6; time += 1) {
      const { pages } = await lay(documentFrom('<p>Before</p><p>清 Zebra</p>'));
      const text = (await printedText(pages.parts)).flat().map((word) => word.text);
      expect(text.join(' ')).toContain('Zebra');
    }
  });

  it('hold no soft hyphen, zero-width space or word joiner', async () => {
    const html = `<p>${prose(120)} https://example.org/a-long-path/that-goes-on/2025-02-14/page</p><table><tr><td>${prose(20)}</td></tr></table>`;
    const { pages } = await lay(documentFrom(html));
    const text = (await printedText(pages.parts)).flat().map(({ text }) => text);
    expect(text.join(' ')).not.toMatch(/[\u00AD\u200B\u2060]/);
  });
});

describe('notes', () => {
  it('begin in the column of their call', async () => {
    const sentences = Array.from(
      { length: 24 },
      (_, index) =>
        `<p>${prose(25, index + 1)}<note>Note${index + 1} ${prose(9, index)}</note></p>`,
    );
    const { pages, report } = await lay(documentFrom(sentences.join('')));
    const { targets } = pages;
    const column = (id: string) => {
      const spot = targets[id];
      return spot && `${spot.page}/${spot.x < 150 + 8 ? 'left' : 'right'}`;
    };
    for (let number = 1; number <= 24; number++) {
      expect(column(`note-${number}`)).toBe(column(`call-${number}`));
      expect(targets[`note-${number}`]?.y).toBeGreaterThan(targets[`call-${number}`]?.y ?? 0);
    }
    expect(rules(report)).toEqual([]);
  });

  it('go on in the next column where they are long', async () => {
    const { pages } = await lay(
      documentFrom(`<p>Call<note>${prose(300)}</note> and on. ${prose(100)}</p>`),
    );
    expect(pages.pageCount).toBeGreaterThan(1);
    const letters = (await lettersByPage(pages)).join('');
    expect(letters.length).toBeGreaterThan(lettersOf(prose(400)).length);
  });

  it('are called in tables, lists, headings and captions', async () => {
    const html = `<h2 id="h">Head<note>one</note></h2><table><thead><tr><th>A<note>two</note></th></tr></thead><tbody>${'<tr><td>cell</td></tr>'.repeat(40)}<tr><td>last<note>three</note></td></tr></tbody></table><ul><li>item<note>four</note></li></ul>`;
    const { pages } = await lay(documentFrom(html));
    const ids = ['note-1', 'note-2', 'note-3', 'note-4'];
    for (const id of ids) expect(pages.targets).toHaveProperty(id);
    const letters = (await lettersByPage(pages)).join('');
    for (const word of ['one', 'two', 'three', 'four']) {
      expect(letters.split(word).length - 1, word).toBe(1);
    }
  });

  it('carry marks, and so do their calls', async () => {
    const { pages } = await lay(documentFrom('<p>x<note>y</note></p>'));
    expect(pages.marks.filter(({ role }) => role)).toEqual([
      expect.objectContaining({ role: 'Reference', id: 'call-1', lang: 'en-GB' }),
      expect.objectContaining({ role: 'Note', id: 'note-1', lang: 'en-GB' }),
      expect.objectContaining({ role: 'Lbl', lang: 'en-GB' }),
    ]);
    expect(Buffer.concat(pages.parts).toString('latin1')).toContain('x-p1');
  });

  it('keep the language of words and blocks, and the names of headings, for their tags', async () => {
    const text =
      '<h2 id="one">One</h2><div lang="it"><p>x</p></div><p>y <span lang="fr">z</span></p>';
    const { pages } = await lay(documentFrom(text));
    const printed = Buffer.concat(pages.parts).toString('latin1');
    const marked = { 'en-GB': 'one', it: undefined, fr: undefined };
    for (const [lang, id] of Object.entries(marked)) {
      const mark = pages.marks.find((each) => each.lang === lang && each.id === id);
      expect(printed).toContain(`${lang}-x-${mark?.key}`);
    }
  });
});

describe('columns', () => {
  it('do not end with a heading', async () => {
    const sections = Array.from(
      { length: 14 },
      (_, index) => `<h2 id="h${index}">Heading</h2><p>${prose(18 + index, index + 3)}</p>`,
    );
    const { pages } = await lay(documentFrom(sections.join('')));
    for (const { target, level } of pages.outline) {
      // Two lines of the paragraph fit below: the type area ends at 8 + 20 + 216 px.
      if (level > 1) expect(target.y + 3 * 12).toBeLessThanOrEqual(8 + 20 + 216 + 1);
    }
    expect(pages.outline.map(({ title }) => title)).toEqual([
      'Title',
      ...sections.map(() => 'Heading'),
    ]);
  });

  it('begin where the text asks for a page or a column', async () => {
    const html =
      '<p>one</p><div class="column-break"></div><p>two</p><div class="page-break"></div><p>three</p>';
    const { pages, report } = await lay(documentFrom(html));
    expect(rules(report)).toEqual([]);
    const printed = await printedText(pages.parts);
    const [one, two, three] = ['one', 'two', 'three'].map((word) => {
      const page = printed.findIndex((words) => words.some(({ text }) => text === word));
      return { page, x: printed[page]?.find(({ text }) => text === word)?.x ?? 0 };
    });
    expect([one?.page, two?.page, three?.page]).toEqual([0, 0, 1]);
    expect(two?.x).toBeGreaterThan((one?.x ?? 0) + 50);
  });

  it('repeat the head of a table that goes on', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => `<tr><td>row ${index}</td></tr>`).join(
      '',
    );
    const html = `<table><thead><tr><th>Headword</th></tr></thead><tbody>${rows}</tbody></table>`;
    const { pages } = await lay(documentFrom(html));
    const text = (await printedText(pages.parts)).flat().map(({ text }) => text);
    expect(text.filter((word) => word === 'Headword').length).toBeGreaterThan(2);
    expect(text.filter((word) => word === 'row 59')).toHaveLength(1);
  });

  it('repeat the foot of a table wherever it is cut, and read it once', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => `<tr><td>row ${index}</td></tr>`).join(
      '',
    );
    const foot = '<tfoot><tr><td>Sum<note>Reckoned.</note></td></tr></tfoot>';
    const html = `<table><thead><tr><th>Headword</th></tr></thead><tbody>${rows}</tbody>${foot}</table>`;
    const { pages, report } = await lay(documentFrom(html));
    expect(rules(report)).toEqual([]);
    const columns = (await printedText(pages.parts)).flat();
    const words = columns.map(({ text }) => text);
    const heads = words.filter((word) => word === 'Headword').length;
    expect(heads).toBeGreaterThan(2);
    expect(words.filter((word) => word === 'Sum')).toHaveLength(heads);
    expect(words.filter((word) => word === 'row 59')).toHaveLength(1);
    expect(words.filter((word) => word.includes('Reckoned'))).toHaveLength(1);
  });

  it('leave a foot of many rows, and tables in notes, as they are', async () => {
    const rows = (count: number, word: string) =>
      Array.from({ length: count }, (_, at) => `<tr><td>${word} ${at}</td></tr>`).join('');
    const table = (foot: number) =>
      `<table><thead><tr><th>Headword</th></tr></thead><tbody>${rows(40, 'row')}</tbody><tfoot>${rows(foot, 'sum')}</tfoot></table>`;
    for (const html of [table(30), `<ul><li>Word<note>${table(1)}</note></li></ul>`]) {
      const { pages, report } = await lay(documentFrom(html));
      expect(rules(report)).toEqual([]);
      const words = (await printedText(pages.parts)).flat().map(({ text }) => text);
      expect(words.filter((word) => word === 'sum 0')).toHaveLength(1);
    }
  });

  it('cut a table between rows that a cell joins, where no column holds them all', async () => {
    const rows = Array.from(
      { length: 50 },
      (_, row) =>
        `<tr>${row === 0 ? '<th rowspan="50">Group</th>' : ''}<td>row ${row}</td><td>x</td></tr>`,
    ).join('');
    const { pages, report } = await lay(documentFrom(`<table>${rows}</table>`));
    expect(rules(report)).toEqual([]);
    const text = (await printedText(pages.parts)).flat().map(({ text }) => text);
    expect(text.filter((word) => /^row \d/.test(word))).toHaveLength(50);
    expect(text.filter((word) => word === 'Group')).toHaveLength(1);
  });

  it('keep lines of Chinese paragraphs within the measure, and tell of a font that is missing', async () => {
    const chinese = '这是一个足够长的段落，可以分成几行。'.repeat(12);
    const { report } = await lay(documentFrom(`<p>${chinese}</p>`));
    expect(rules(report)).toEqual(['pages/missing-glyph']);
  });

  it('follow one another from right to left where the language does', async () => {
    const metadata = { title: 'Title', authors: [], lang: 'he', keywords: [] };
    const html = paragraphs(10, 60).replaceAll('<p>', () => `<p id="p">`);
    const { pages } = await lay(documentFrom(html.replace('id="p"', 'id="first"'), { metadata }));
    expect(pages.targets.first?.x).toBeGreaterThan(150);
  });
});

describe('what cannot be done well', () => {
  const position = {
    start: { line: 7, column: 3, offset: 0 },
    end: { line: 7, column: 4, offset: 1 },
  };
  const cases: [string, string, string][] = [
    ['a word longer than the measure', `<p>${'x'.repeat(90)}</p>`, 'pages/long-word'],
    [
      'a row taller than its column',
      `<table><tr><td>${prose(400)}</td></tr></table>`,
      'pages/overflow',
    ],
  ];
  it.each(cases)('%s is told with its place', async (_, html, rule) => {
    const document = documentFrom(html);
    const [block] = document.body.children;
    if (block) block.position = position;
    const { report } = await lay(document);
    expect(report.diagnostics).toContainEqual(
      expect.objectContaining({
        rule,
        severity: 'warning',
        place: { file: 'manuscript.md', line: 7, column: 3 },
      }),
    );
  });
});

describe('text', () => {
  it('is whole where it holds line separators', async () => {
    const { pages } = await lay(documentFrom('<p>one\u2028two <b>thr\u2029ee</b> four</p>'));
    expect((await lettersByPage(pages)).join('')).toContain('onetwothreefour');
  });

  it('that is folded away stands on the page', async () => {
    const html = '<details><summary>More</summary><p>Hidden.</p></details>';
    const { pages } = await lay(documentFrom(html));
    expect((await lettersByPage(pages)).join('')).toContain('MoreHidden');
  });

  it.each([
    ['a low table', '<table><tr><td>a</td><td>b</td></tr></table><p>x</p>'],
    ['a list', '<p>x</p><ul><li><p><input type="checkbox" checked disabled> a</p></li></ul>'],
    ['code over two columns', `<pre><code>${'line\n'.repeat(40)}</code></pre><p>x</p>`],
    ['a quotation at the end', '<p>x</p><blockquote><p>y</p></blockquote>'],
  ])('comes out as planned with %s', async (_, html) => {
    tiny.template.pagesCss += '.text :is(table, ul, pre, blockquote) { margin: 7px 0 9px }';
    expect(rules((await lay(documentFrom(html))).report)).toEqual([]);
  });

  it('has boxes to tick in place of bullets, in items with lists in them too', async () => {
    const box = '<input type="checkbox" disabled>';
    const html = `<ul><li>${box} Task<ul><li>${box} Part</li></ul></li><li>Thing</li></ul>`;
    tiny.template.pagesCss += '.text ul { list-style-type: "Q" }';
    const { pages } = await lay(documentFrom(html));
    const words = (await printedText(pages.parts)).flat().map(({ text }) => text);
    expect(words.filter((word) => word.includes('Q'))).toHaveLength(1);
  });

  it('is set in the faces there are: none is thickened or slanted', async () => {
    const { pages } = await lay(documentFrom('<p><b>bold</b> <b><i>both</i></b></p>'));
    expect(Buffer.concat(pages.parts).toString('latin1')).not.toContain('/Type3');
  });
});

describe('a table that cannot stand as one', () => {
  const words = prose(400);
  const rows = `<thead><tr><th>Name</th><th>Text</th></tr></thead><tbody><tr><td>a</td><td>${words}<note>Told</note></td></tr><tr><td>b</td><td>last</td></tr></tbody>`;

  it('loses nothing, and says what each cell is', async () => {
    const document = documentFrom(`<table>${rows}</table><p>After.</p>`);
    const { pages, report } = await lay(document);
    const letters = (await lettersByPage(pages)).join('').replace(/\d/g, '');
    expect(letters).toContain('NamebTextlastAfter');
    expect(letters).toContain('Told');
    expect(letters.replaceAll(/NameaText|NamebText|last|After|Told/g, '')).toBe(lettersOf(words));
    expect(rules(report)).toEqual(['pages/overflow']);
  });

  it('says to the character where pages begin', async () => {
    const { pages } = await lay(documentFrom(`<table>${rows}</table>`));
    const printed = await lettersByPage(pages);
    const text = `NameTexta${words}`;
    const { offset } = pages.starts[1] ?? {};
    const rest = lettersOf(text.slice(offset)).slice(0, 12);
    expect(printed[1]?.replace(/^\d+/, '').slice(0, 12)).toBe(rest);
  });
});

describe('the first page', () => {
  it('hands on what it cannot hold', async () => {
    const title = prose(120).split(' ').join(' ');
    const metadata = { title, authors: [], lang: 'en-GB', keywords: [] };
    const { pages, report } = await lay(documentFrom('<p>Text.</p>', { metadata }));
    const printed = await printedText(pages.parts);
    const letters = lettersOf(printed.flatMap((page) => page.map(({ text }) => text)).join(' '));
    expect(letters.replace(/\d/g, '')).toContain(lettersOf(title));
    expect(rules(report)).toEqual(['pages/opening']);
  });

  it('gives way where the opening leaves no room', async () => {
    const metadata = { title: prose(60), authors: [], lang: 'en-GB', keywords: [] };
    const { pages, report } = await lay(documentFrom('<p id="text">Text.</p>', { metadata }));
    expect(pages.targets.text?.page).toBe(1);
    expect(rules(report)).toEqual(['pages/opening']);
  });
});

describe('wide tables', () => {
  const table = (columns: number, cell: string) =>
    documentFrom(`<table><tr>${`<td>${cell}</td>`.repeat(columns)}</tr></table>`);

  it('fit by wrapping, then by smaller type', async () => {
    expect(rules((await lay(table(4, prose(6)))).report)).toEqual([]);
  });

  it('that no page could hold break words, and say so once', async () => {
    expect(rules((await lay(table(60, 'mmm'))).report)).toEqual(['pages/wide-table']);
  });

  it('that may not leave their place break words there', async () => {
    const { children } = table(6, 'considerations').body;
    const inList = documentFrom('<ul><li></li></ul>');
    inList.body.children = [
      { type: 'element', tagName: 'blockquote', properties: {}, children: children as never },
    ];
    expect(rules((await lay(inList)).report)).toEqual(['pages/wide-table']);
  });
});

it('a document without text has one page', async () => {
  const { pages } = await lay(documentFrom(''));
  expect(pages).toMatchObject({ pageCount: 1, starts: [{ page: 0, label: '1' }] });
});
