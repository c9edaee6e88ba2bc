import { expect, test } from 'vitest';
import { html, parse } from '../sketch.js';

const cases: [name: string, markdown: string, html: string, findings: string[]][] = [
  ['a class', '::: {.box}\na\n:::', '<aside class="box"><p>a</p></aside>', []],
  ['a class with a hyphen', '::: {.page-break}\n:::', '<div class="page-break"></div>', []],
  [
    'classes with other signs',
    '::: {.a*(b .box}\na\n:::',
    '<aside class="box a*(b"><p>a</p></aside>',
    [],
  ],
  ['a name', '::: verse\na\n:::', '<div class="verse"><p>a</p></div>', []],
  [
    'an id, another class, a language',
    '::: {#i .x .box lang=it}\na\n:::',
    '<aside class="box x" id="i" lang="it"><p>a</p></aside>',
    [],
  ],
  [
    'a pull quote',
    '::: {.pull-quote .large}\na\n:::',
    '<aside class="pull-quote large" role="doc-pullquote"><p>a</p></aside>',
    [],
  ],
  ['an id alone', '::: {#i}\na\n:::', '<div id="i"><p>a</p></div>', []],
  [
    'fences of one length within each other',
    '::: {.box}\na\n\n::: verse\nb\n:::\n\nc\n:::\n\nd',
    '<aside class="box"><p>a</p><div class="verse"><p>b</p></div><p>c</p></aside><p>d</p>',
    [],
  ],
  ['colons after the name', '::: box :::::\na\n::::::', '<aside class="box"><p>a</p></aside>', []],
  [
    'an unknown class',
    '::: {.x}\na\n:::\n\nb',
    '<p>a</p><p>b</p>',
    ['markdown/unknown-directive 1:1'],
  ],
  ['no end', 'a\n\n::: {.box}\n\nb', '<p>a</p><p>b</p>', ['markdown/unpaired-fence 3:1']],
  ['braces that are no attributes', '::: {?}\na\n:::', '<p>a</p>', ['markdown/unpaired-fence 1:1']],
  [
    'in a quotation',
    '> a\n>\n> ::: box\n> b\n>\n> > ::: verse\n> > c\n> > :::\n> :::\n>\n> d',
    '<blockquote><p>a</p><aside class="box"><p>b</p><blockquote><div class="verse"><p>c</p></div></blockquote></aside><p>d</p></blockquote>',
    [],
  ],
  [
    'in an item of a list',
    '- a\n\n  ::: box\n  b\n  :::\n\n- c\n\n10. d\n\n    ::: box\n    e\n\n    - f\n\n      ::: verse\n      g\n      :::\n    :::\n\nh',
    '<ul><li><p>a</p><aside class="box"><p>b</p></aside></li><li><p>c</p></li></ul><ol start="10"><li><p>d</p><aside class="box"><p>e</p><ul><li><p>f</p><div class="verse"><p>g</p></div></li></ul></aside></li></ol><p>h</p>',
    [],
  ],
  [
    'without an end in a quotation',
    '> ::: box\n> a\n\nb\n\n::: box\nc\n:::',
    '<blockquote><p>a</p></blockquote><p>b</p><aside class="box"><p>c</p></aside>',
    ['markdown/unpaired-fence 1:1'],
  ],
  [
    'in a note',
    'a[^n]\n\n[^n]: b\n\n    ::: verse\n    c\n    :::',
    '<p>a<note label="n"><p>b</p><div class="verse"><p>c</p></div></note></p>',
    [],
  ],
  [
    'indented code',
    'a\n\n    ::: {.box}\n    b',
    '<p>a</p><pre><code>::: {.box}b</code></pre>',
    [],
  ],
  [
    'code in an item',
    '- a\n\n  ```\n  ::: {.box}\n  ```',
    '<ul><li><p>a</p><pre><code>::: {.box}</code></pre></li></ul>',
    [],
  ],
  [
    'code in a quotation',
    '> ```\n> ::: {.box}\n> ```',
    '<blockquote><pre><code>::: {.box}</code></pre></blockquote>',
    [],
  ],
  ['code', '```\n::: {.box}\n```', '<pre><code>::: {.box}</code></pre>', []],
];

const box = (inside: string) => `<aside class="box">${inside}</aside>`;
const unpaired = (line: number) => `markdown/unpaired-fence ${line}:1`;

const native: typeof cases = [
  [
    'of equal colons, one in the other',
    ':::box[A]\na\n\n:::verse\nb\n:::\n\nc\n:::\n\nd',
    `${box('<p class="box-title">A</p><p>a</p><div class="verse"><p>b</p></div><p>c</p>')}<p>d</p>`,
    [],
  ],
  [
    'of more colons outside',
    '::::box\na\n\n:::verse\nb\n:::\n::::\n\nc',
    `${box('<p>a</p><div class="verse"><p>b</p></div>')}<p>c</p>`,
    [],
  ],
  [
    'an inner one without an end',
    '::::box\na\n\n:::verse\nb\n\n::::\n\nc',
    `${box('<p>a</p><p>b</p>')}<p>c</p>`,
    [unpaired(4)],
  ],
  ['no end', 'a\n\n:::box\nb\n\nc', '<p>a</p><p>b</p><p>c</p>', [unpaired(3)]],
  ['no beginning', 'a\n\n:::\n\nb', '<p>a</p><p>b</p>', [unpaired(3)]],
  ['a break of three colons', 'a\n\n:::page-break\n\nb', '<p>a</p><p>b</p>', [unpaired(3)]],
  ['words after the name', ':::box A title\na\n:::', '<p>:::box A titlea</p>', [unpaired(1)]],
  [
    'on the line of an item',
    '- :::box\n  a\n  :::\n- b',
    `<ul><li>${box('<p>a</p>')}</li><li>b</li></ul>`,
    [],
  ],
  ['in a comment', '<!--\n:::box\n-->\n\na', '<p>a</p>', []],
  [
    'colons in prose',
    'The sign ::: stands here.\n\n10:30: a::b',
    '<p>The sign ::: stands here.</p><p>10:30: a::b</p>',
    [],
  ],
];

test.each(native)('a fence of Octavo’s own: %s', (_, markdown, expected, findings) => {
  const parsed = parse(markdown);
  expect(html(parsed.root).replace(/\n/g, '')).toBe(expected);
  expect(parsed.findings).toEqual(findings);
});

test('a break that is written as a container is told how to write it', () => {
  const { report } = parse('a\n\n:::column-break\n\nb');
  expect(report.diagnostics[0]?.remedy).toContain('`::column-break`');
});

test.each(cases)('%s', (_, markdown, expected, findings) => {
  const parsed = parse(markdown);
  expect(html(parsed.root).replace(/\n/g, '')).toBe(expected);
  expect(parsed.findings).toEqual(findings);
});
