import { expect, test } from 'vitest';
import { html, parse } from '../sketch.js';

const cases: [name: string, markdown: string, html: string][] = [
  // Figures
  [
    'an image alone is a figure, its text the caption',
    '![A *b*](x.png)',
    '<figure><img src="x.png" alt="A b"><figcaption>A <em>b</em></figcaption></figure>',
  ],
  [
    'a title is the caption, and the text the alternative',
    '![A](x.png "B *c*")',
    '<figure><img src="x.png" alt="A"><figcaption>B <em>c</em></figcaption></figure>',
  ],
  [
    'links and spans in a title',
    '![A](x.png "[B]{.c} [d][e]")\n\n[e]: #f',
    '<figure><img src="x.png" alt="A"><figcaption><span class="c">B</span> <a href="#f">d</a></figcaption></figure>',
  ],
  [
    'a figure on the line of a container',
    '::wide[![A *b*](x.png)]',
    '<div class="wide"><figure><img src="x.png" alt="A b"><figcaption>A <em>b</em></figcaption></figure></div>',
  ],
  [
    'citations in captions',
    '![A [@doe]](x.png)',
    '<figure><img src="x.png" alt="A "><figcaption>A {&#x3C;doe>}</figcaption></figure>',
  ],
  ['an image without text', '![](x.png)', '<p><img src="x.png" alt=""></p>'],
  ['an image among words', 'a ![A](x.png)', '<p>a <img src="x.png" alt="A"></p>'],
  // Headings
  ['an identifier', '## A b {#c}', '<h2 id="c">A b</h2>'],
  ['classes and a language', '## A {.b .c lang=it}', '<h2 class="b c" lang="it">A</h2>'],
  ['unnumbered', '## A {-}', '<h2 class="unnumbered">A</h2>'],
  ['after markup', '## *A* {#b}', '<h2 id="b"><em>A</em></h2>'],
  ['underlined headings', 'A {#b}\n---', '<h2 id="b">A</h2>'],
  ['escaped braces', '## A \\{#b}', '<h2>A {#b}</h2>'],
  ['braces that are no attributes', '## A {b c}', '<h2>A {b c}</h2>'],
  ['nothing in braces', '## A {}', '<h2>A {}</h2>'],
  // Spans
  ['a span', 'a [b]{lang=ar dir=rtl} c', '<p>a <span lang="ar" dir="rtl">b</span> c</p>'],
  [
    'a span with markup in it, and one in the other',
    '[a *b* [c]{.d}]{#e}.',
    '<p><span id="e">a <em>b</em> <span class="d">c</span></span>.</p>',
  ],
  ['a span in emphasis', '*[a]{lang=de}*', '<p><em><span lang="de">a</span></em></p>'],
  ['brackets without attributes', '[a] and [b]{c d}', '<p>[a] and [b]{c d}</p>'],
  ['brackets that nothing closes', '[a [b]{.c}', '<p>[a <span class="c">b</span></p>'],
  ['escaped brackets', '\\[a\\]{.c}', '<p>[a]{.c}</p>'],
  // Directives
  [
    'an initial over several lines',
    ':::drop-cap\nOne.\n\nTwo.\n:::',
    '<p class="drop-cap">One.</p>\n<p>Two.</p>',
  ],
  ['an initial in pandoc’s way', '::: {.drop-cap}\nOne.\n:::', '<p class="drop-cap">One.</p>'],
  [
    'indents of verse',
    ':::verse\n      One\n  *two*\n\n     - three\n\tfour\n:::',
    '<div class="verse"><p>\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0One<br>\n\u00A0\u00A0<em>two</em></p><p>\u00A0\u00A0\u00A0\u00A0\u00A0- three<br>\n\u2003four</p></div>',
  ],
  [
    'indents of verse in quotes and items are what goes beyond theirs',
    '> :::verse\n> One\n>   two\n> :::\n\n- a\n\n  ::: verse\n  b\n    c\n  :::',
    '<blockquote>\n<div class="verse"><p>One<br>\n\u00A0\u00A0two</p></div>\n</blockquote>\n<ul>\n<li>\n<p>a</p>\n<div class="verse"><p>b<br>\n\u00A0\u00A0c</p></div>\n</li>\n</ul>',
  ],
  [
    'indents of what is no verse',
    '```\n:::verse\n  a\n```\n\n:::verse\nb\n:::\n\nc\n  d',
    '<pre><code>:::verse\n  a\n</code></pre>\n<div class="verse"><p>b</p></div>\n<p>c\nd</p>',
  ],
  [
    'lines of verse',
    ':::verse\nOne\n *two*\nthree\n\nfour\n:::',
    '<div class="verse"><p>One<br>\n\u00A0<em>two</em><br>\nthree</p><p>four</p></div>',
  ],
  [
    'a directive that is known',
    ':::box[T]{#i .c}\na\n:::',
    '<aside class="box c" id="i"><p class="box-title">T</p><p>a</p></aside>',
  ],
  ['a leaf', '::page-break', '<div class="page-break"></div>'],
  [
    'a break at the end of containers is for what follows them',
    '> - a\n>\n>   ::page-break\n\n:::box\nb\n\n::column-break\n:::\n\nc',
    '<blockquote>\n<ul>\n<li>\n<p>a</p>\n</li>\n</ul>\n</blockquote>\n<div class="page-break"></div>\n' +
      '<aside class="box"><p>b</p></aside>\n<div class="column-break"></div>\n<p>c</p>',
  ],
  [
    'a break at the end of an item is for the next',
    '- a\n\n  ::page-break\n- b',
    '<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<div class="page-break"></div>\n<p>b</p>\n</li>\n</ul>',
  ],
  ['colons in text', 'at 10:30, a:b :c[d] e', '<p>at 10:30, a:b :c[d] e</p>'],
];

test.each(cases)('%s', (_, markdown, expected) => {
  const { root, findings } = parse(markdown);
  expect(html(root)).toBe(expected);
  expect(findings).toEqual([]);
});

const table = '| a |\n|---|\n| b |';

test.each([
  ['after', `${table}\n\nTable: C *d*`],
  ['after, short', `${table}\n\n: C *d*`],
  ['before', `Table: C *d*\n\n${table}`],
])('a caption %s its table', (_, markdown) => {
  const { root, findings } = parse(markdown);
  expect(html(root)).toMatch(/^<table><caption>C <em>d<\/em><\/caption>\s*<thead>/);
  expect(html(root)).toMatch(/<th>a<\/th>[\s\S]*<td>b<\/td>/);
  expect(findings).toEqual([]);
});

test('a caption belongs to one table', () => {
  const { root } = parse(`${table}\n\nTable: C\n\n${table}`);
  expect(html(root).match(/<caption>/g)).toHaveLength(1);
});

test('a caption without a table is reported', () => {
  expect(parse('Table: C\n\na').findings).toEqual(['markdown/lost-caption 1:1']);
});

test('an unknown directive keeps its content', () => {
  const { root, findings } = parse('a\n\n:::foo[T]\nb\n:::\n\n::bar[c]');
  expect(html(root)).toBe('<p>a</p>\n<p>T</p>\n<p>b</p>\n<p>c</p>');
  expect(findings).toEqual(['markdown/unknown-directive 3:1', 'markdown/unknown-directive 7:1']);
});

test.each([
  ['a [b][c] d', ['markdown/undefined-link 1:6']],
  ['a\n\n> [*b*][c d]', ['markdown/undefined-link 3:8']],
  ['![b][c]', ['markdown/undefined-link 1:5']],
  ['[b][c]\n\n[c]: https://example.org', []],
  ['\\[b][c]', []],
  ['[b] [c], [d]', []],
  ['`[b][c]`', []],
  ['[a][^1]\n\n[^1]: N', []],
])('links by label, %s', (markdown, expected) => {
  expect(parse(markdown).findings).toEqual(expected);
});

test('cells that no column has are left out, and told of', () => {
  const { root, findings } = parse('| a |\n|---|\n| b | c^[d] |\n| e |');
  expect(html(root)).toBe(html(parse('| a |\n|---|\n| b |\n| e |').root));
  expect(JSON.stringify(root)).not.toContain('note');
  expect(findings).toEqual(['markdown/extra-cells 3:5']);
});
