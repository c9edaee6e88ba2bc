import { expect, test } from 'vitest';
import { html, parse } from '../sketch.js';

const stray: [markdown: string, html: string][] = [
  ['<li>x</li>', '<p>x</p>'],
  ['<tr><td>x</td><td>y</td></tr>', '<p>x</p><p>y</p>'],
  ['<caption>x</caption>', '<p>x</p>'],
  ['<colgroup><col></colgroup>', ''],
  ['<figcaption>x</figcaption>', '<p>x</p>'],
  ['<summary>x</summary>', '<p>x</p>'],
  ['a <rt>x</rt>', '<p>a x</p>'],
  ['<ul>a<p>b</p></ul>', '<ul><li>a<p>b</p></li></ul>'],
  ['<dl><p>x</p></dl>', '<p>x</p>'],
  ['<h1>a<h2>b</h1>', '<h1>a b</h1>'],
  [
    '<table><caption>a <table><tr><td>b</table></caption><tr><td>c</table>',
    '<table><caption>a <p>b</p></caption><tr><td>c</td></tr></table>',
  ],
  ['<table><tr><td>a</td></tr>b</table>', '<table><tr><td>a</td></tr><tr><td>b</td></tr></table>'],
  ['a <bdo>x</bdo>', '<p>a x</p>'],
  ['<details>a</details>', '<p>a</p>'],
  ['<ruby>a</ruby>', '<p>a</p>'],
];

test.each(stray)('%s gives way to what it holds', (markdown, expected) => {
  const { root, report } = parse(markdown);
  expect(html(root).replace(/\n/g, '')).toBe(expected);
  expect(new Set(report.diagnostics.map(({ rule }) => rule))).toEqual(
    new Set(['markdown/raw-html']),
  );
});

test.each([
  '<ruby>a<rt>b</rt></ruby>',
  '<bdo dir="rtl">a</bdo>',
  '<time>2024-02-29</time>',
  '<time datetime="PT4H18M3S">a</time>',
  '<ins datetime="2025-03-01T10:00Z">a</ins>',
  '<span lang="sr-Latn">a</span>',
])('%s stays', (element) => {
  const { root, report } = parse(`x ${element}`);
  expect(html(root)).toBe(`<p>x ${element}</p>`);
  expect(report.diagnostics).toEqual([]);
});

test.each([
  '<span dir="evil">',
  '<ins datetime="x">',
  '<ins datetime="2025-02-29">',
  '<q cite="::">',
  '<time datetime="garbage">',
])('%s loses its attribute', (tag) => {
  const name = /\w+/.exec(tag)?.[0];
  const { root, report } = parse(`x ${tag}a</${name}>`);
  expect(html(root)).toBe(name === 'time' ? '<p>x a</p>' : `<p>x <${name}>a</${name}></p>`);
  expect(report.diagnostics[0]?.message).toMatch(/^The editions cannot carry/);
});

test('a table gets its parts in order', () => {
  const { root } = parse(
    '<table><tr><td>a</td></tr><tbody><tr><td>b</td></tr></tbody><caption>C</caption></table>',
  );
  expect(html(root)).toBe(
    '<table><caption>C</caption><tbody><tr><td>a</td></tr></tbody><tbody><tr><td>b</td></tr></tbody></table>',
  );
});

test.each([
  ['<div>a</div> <b>b\n\nc\n\n## d\n\n- e', '<p><b>b</b></p><p>c</p><h2>d</h2>'],
  ['<p>a<b>b\n\nc', '<p>a<b>b</b></p><p>c</p>'],
  ['<pre>a\n\n</pre>\n<i>x\n\nc', '<p><i>x</i></p><p>c</p>'],
])('an element of a line ends with its block: %s', (markdown, expected) => {
  const { root, findings } = parse(markdown);
  expect(html(root).replace(/\n/g, '')).toContain(expected);
  expect(findings).toEqual([expect.stringMatching('markdown/raw-html')]);
});

test('a comment left open is told of at its place', () => {
  const { root, findings } = parse('a\n\n<!-- b\n\nc');
  expect(html(root).trim()).toBe('<p>a</p>');
  expect(findings).toEqual(['markdown/unclosed-comment 3:1']);
  expect(parse('<!-- b -->\n\n<!---->\n\n<!-->').findings).toEqual([]);
});
