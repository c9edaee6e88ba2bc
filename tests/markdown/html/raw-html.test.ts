import { expect, test } from 'vitest';
import { html, parse } from '../sketch.js';

const cases: [name: string, markdown: string, html: string, findings: number][] = [
  ['a line break', 'a<br>b<br/>c', '<p>a<br>\nb<br>\nc</p>', 0],
  ['superscript', 'm<sup>2</sup>', '<p>m<sup>2</sup></p>', 0],
  [
    'a language',
    '<span lang="it">ciao *te*</span>',
    '<p><span lang="it">ciao <em>te</em></span></p>',
    0,
  ],
  ['Markdown within', '<u>a **b**</u>', '<p><u>a <strong>b</strong></u></p>', 0],
  ['nested elements', '<u>a <s>b</s> c</u>', '<p><u>a <s>b</s> c</u></p>', 0],
  ['an unknown element', 'a <foo>b</foo>', '<p>a b</p>', 1],
  ['a block in a line', 'a <div>b</div>', '<p>a b</p>', 1],
  ['a script in a line', 'a <script>x("y")</script> b', '<p>a  b</p>', 1],
  ['a script block', '<script>\nlet a = "<b>";\n</script>\n\nb', '\n<p>b</p>'.trim(), 1],
  ['a style', 'a <style>p { color: red }</style>', '<p>a </p>', 1],
  ['a handler of events', '<span onclick="x()">a</span>', '<p><span>a</span></p>', 1],
  ['a script in an address', '<a href="javascript:x()">a</a>', '<p><span>a</span></p>', 1],
  ['a style attribute', '<span style="color:red">a</span>', '<p><span>a</span></p>', 1],
  ['an element left open', 'a <b>c', '<p>a <b>c</b></p>', 1],
  ['an end without start', 'a</b> c', '<p>a c</p>', 1],
  ['ends crossed', '<b>a <i>c</b> d</i>', '<p><b>a <i>c</i></b> d</p>', 2],
  ['a comment', 'a <!-- b --> c', '<p>a  c</p>', 0],
  [
    'blocks within a block',
    '<div class="x">\n\nA *b*\n\n</div>',
    '<div class="x"><p>A <em>b</em></p></div>',
    0,
  ],
  ['loose text in a block', '<div>a</div>', '<div><p>a</p></div>', 0],
  [
    'a table without optional end tags',
    '<table><tr><th scope="row">a<td>b<tr><td colspan="2">c</table>',
    '<table><tr><th scope="row">a</th><td>b</td></tr><tr><td colspan="2">c</td></tr></table>',
    0,
  ],
  ['a list', '<ul><li>a<li>b</ul>', '<ul><li>a</li><li>b</li></ul>', 0],
  ['a heading', '<h2 id="x">a</h2>', '<h2 id="x">a</h2>', 0],
  ['a frame', '<iframe src="https://x.org">a</iframe>', '<p>a</p>', 1],
  [
    'an image that would be fetched from a script',
    '<img src="a.png" onerror="x()">',
    '<p><img src="a.png" alt=""></p>',
    1,
  ],
  ['an element in a note', 'a^[<sup>b</sup>]', '<p>a<note><p><sup>b</sup></p></note></p>', 0],
];

test.each(cases)('%s', (_, markdown, expected, findings) => {
  const { root, report } = parse(markdown);
  expect(html(root).trim()).toBe(expected);
  expect(report.diagnostics.map(({ rule }) => rule)).toEqual(
    Array<string>(findings).fill('markdown/raw-html'),
  );
});

test('a finding stands at the tag it is about', () => {
  expect(parse('a\n\n<div>\nb <foo>c</foo>\n</div>').findings).toEqual(['markdown/raw-html 4:3']);
  expect(parse('a\nb <foo>c</foo>').findings).toEqual(['markdown/raw-html 2:3']);
});

test('an image in raw HTML is an image of the manuscript', () => {
  const { root } = parse('<img src="a.png" alt="A">');
  expect(JSON.stringify(root)).toContain('"type":"image","url":"a.png","alt":"A"');
});

const headed =
  '<table><caption>a</caption><thead><tr><th rowspan="2">b</th></tr></thead>' +
  '<tbody><tr><td>c</td></tr></tbody></table>';

test.each(['wide', 'here', 'box', 'epigraph', 'verse', 'lead'])(
  'a table in a container (%s) is the table that it is outside',
  (name) => {
    const { root, findings } = parse(`:::${name}\n${headed}\n:::`);
    expect(html(root)).toContain(`class="${name}">${headed}</`);
    expect(findings).toEqual([]);
  },
);

test.each([
  [
    'Markdown between its tags',
    ':::box\n<div>\n\na *b*\n\n</div>\n:::',
    '<div><p>a <em>b</em></p></div>',
  ],
  [
    'a container within another',
    '::::box\n:::wide\n<p>a</p>\n:::\n::::',
    '<div class="wide"><p>a</p></div>',
  ],
  [
    'a container of a list',
    '- a\n\n  :::here\n  <ul><li>b</ul>\n  :::',
    '<div class="here"><ul><li>b</li></ul></div>',
  ],
  ['loose text', ':::lead\n<aside>a</aside> b\n:::', '<aside><p>a</p></aside><p>b</p>'],
])('blocks of HTML stand in containers: %s', (_, markdown, expected) => {
  const { root, findings } = parse(markdown);
  expect(html(root)).toContain(expected);
  expect(findings).toEqual([]);
});

test('a tag left open in a container ends with it', () => {
  const { root, findings } = parse(':::box\n<section>\n\na\n:::\n\nb');
  expect(html(root)).toBe('<aside class="box"><section><p>a</p></section></aside>\n<p>b</p>');
  expect(findings).toEqual(['markdown/raw-html 2:1']);
});
