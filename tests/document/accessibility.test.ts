import { expect, test } from 'vitest';
import { build } from './build.js';

test.each([
  ['a figure with caption and description', '![what](x.png "Caption")', []],
  ['an ornament', 'a ![](x.png)', []],
  [
    'a figure without description',
    'a\n\n![](x.png "Caption")',
    ['document/alternative-text manuscript.md:3:1'],
  ],
  ['a table with a header row', '| a |\n|---|\n| b |', []],
  [
    'a table without header cells',
    'a\n\n<table><tr><td>a</td></tr></table>',
    ['document/table-headers manuscript.md:3:1'],
  ],
  [
    'links with words and with a described image',
    '[a](https://b.c) [![d](x.png)](https://b.c)',
    [],
  ],
  ['a link without words', 'a [](https://b.c)', ['document/link-text manuscript.md:1:3']],
  [
    'a link that is an ornament',
    'a^[b [![](x.png)](https://b.c)]',
    ['document/link-text manuscript.md:1:6'],
  ],
  ['headings one by one', '# A\n\n## B\n\n### C\n\n# D', []],
  ['headings that begin below the title', '## A\n\n### B', []],
  [
    'headings that leave a level out',
    '## A\n\n#### B\n\n#### C\n\n## D',
    ['document/heading-level manuscript.md:3:1'],
  ],
  ['a first heading too low', '### A', ['document/heading-level manuscript.md:1:1']],
  ['a heading without words', '## A\n\n##', ['document/empty-heading manuscript.md:3:1']],
  [
    'a heading that only calls a note',
    '# ^[a]\n\n# B',
    ['document/empty-heading manuscript.md:1:1'],
  ],
  ['a heading that is an ornament', '# ![](x.png)', ['document/empty-heading manuscript.md:1:1']],
  ['headings of a picture, of code, of a formula', '# ![a](x.png)\n\n# `b`\n\n# $c$', []],
  [
    'an empty heading in a note',
    'a^[b]\n\n[^c]: d\n\n    ##\n\ne[^c]',
    ['document/empty-heading manuscript.md:5:5'],
  ],
])('%s', (_, text, expected) => {
  expect(build(text).findings).toEqual(expected);
});

test('tables are named by their caption, or by their first cells', () => {
  const row = '<tr><td>a b</td><td>c</td></tr>';
  const { messages } = build(
    `<table><caption>D <em>e</em></caption>${row}</table>\n\n<table>${row}</table>`,
  );
  expect(messages).toEqual([
    'The table “D e” has no header cells',
    'The table that begins “a b c” has no header cells',
  ]);
});

test('the colophon is looked at in its own file', () => {
  expect(build('a', 'b\n\n![](x.png "Caption")').findings).toEqual([
    'document/alternative-text colophon.md:3:1',
  ]);
});

test.each([
  ['a\n\n![](x.png "Caption")', 'pdf/alternative-text manuscript.md:3:1'],
  ['a\n\n<table><tr><td>a</td></tr></table>', 'pdf/table-headers manuscript.md:3:1'],
  ['## A\n\n#### B', 'pdf/heading-level manuscript.md:3:1'],
  ['## A\n\n## {#b}', 'pdf/empty-heading manuscript.md:3:1'],
])('%j is an error where an edition is to say that it is accessible', (text, expected) => {
  expect(build(text, undefined, undefined, true).findings).toEqual([expected]);
});

test('a heading without words is a paragraph and in no contents', () => {
  const { document } = build('# \n\n## A\n\n## ^[n] {#b}\n\n[c](#b)', '## \n\nd');
  expect(document.contents.map(({ text }) => text)).toEqual(['A']);
  const names = document.body.children.flatMap((node) => ('tagName' in node ? node.tagName : []));
  expect(names).toEqual(['p', 'h2', 'p', 'p']);
  expect(document.body.children.at(-3)).toMatchObject({ properties: { id: 'b' } });
  expect(document.colophon?.children[0]).toMatchObject({ tagName: 'p' });
});
