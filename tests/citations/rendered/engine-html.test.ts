import fc from 'fast-check';
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { expect, test } from 'vitest';
import { plainHtml } from '../../../src/citations/rendered/engine-html.js';

/** What a parser of whole pages makes of it, without places. */
function parsed(html: string): unknown {
  const bare = (node: Nodes): unknown => {
    if (node.type === 'text') return { type: 'text', value: node.value };
    if (node.type !== 'element') return node;
    const { type, tagName, properties, children } = node;
    return { type, tagName, properties, children: children.map(bare) };
  };
  return fromHtml(html, { fragment: true }).children.map(bare);
}

test.each([
  [
    'Roth, <i>On <span style="font-variant: small-caps;">Law</span></i> &#38; Order, 2<sup>nd</sup> ed.',
  ],
  [
    '  <div class="csl-entry">\n    <div class="csl-left-margin">[1]</div><div class="csl-right-inline">A &lt; B</div>\n  </div>\n',
  ],
  ['<span class="a b">x</span>'],
  ['<a data-key="a&#38;b">Roth 2024</a>, <a href="https://example.org/?a=1&#38;b=2">here</a>'],
  [''],
])('%s is read as any HTML is', (html) => {
  expect(plainHtml(html)).toEqual(parsed(html));
});

test.each([
  ['<i>a', 'an element that is not closed'],
  ['<i><b>a</i></b>', 'elements that overlap'],
  ['<p>a</p>', 'another element'],
  ['a &nbsp; b', 'another reference'],
  ['a & b', 'a sign that opens a reference'],
  ['a < b', 'a sign that opens an element'],
  ['<i><div>a</div></i>', 'a block within a line'],
  ['<a href="x">a<a href="y">b</a></a>', 'a link within a link'],
  ['&#128; &#x41;', 'a number that HTML has another sign for'],
  ['<i onclick="x">a</i>', 'another attribute'],
])('%s is left to a parser: %s', (html) => {
  expect(plainHtml(html)).toBeUndefined();
});

test('what is read here is read as a parser does', () => {
  const pieces = [
    '<i>',
    '</i>',
    '<b>',
    '</b>',
    '<div class="x">',
    '</div>',
    '<span style="y: z;">',
    '</span>',
    '&#38;',
    '&amp;',
    '&',
    '<',
    '\n',
    'a b',
    '<sup>',
    '</sup>',
    '&#8217;',
    '<a href="x">',
    '</a>',
    '&#150;',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (found) => {
      const html = found.join('');
      const plain = plainHtml(html);
      if (plain) expect(plain).toEqual(parsed(html));
    }),
    { numRuns: 3000, seed: 5 },
  );
});
