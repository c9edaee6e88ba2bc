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
  [
    'braces that are no attributes',
    '::: {?}\na\n:::',
    '<p>a</p>',
    ['markdown/unpaired-fence 1:1', 'markdown/unpaired-fence 3:1'],
  ],
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

test.each(cases)('%s', (_, markdown, expected, findings) => {
  const parsed = parse(markdown);
  expect(html(parsed.root).replace(/\n/g, '')).toBe(expected);
  expect(parsed.findings).toEqual(findings);
});
