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
  ['code', '```\n::: {.box}\n```', '<pre><code>::: {.box}</code></pre>', []],
];

test.each(cases)('%s', (_, markdown, expected, findings) => {
  const parsed = parse(markdown);
  expect(html(parsed.root).replace(/\n/g, '')).toBe(expected);
  expect(parsed.findings).toEqual(findings);
});
