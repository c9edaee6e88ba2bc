import fc from 'fast-check';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import type { Citation } from '../../../src/markdown/nodes.js';
import { parse, sketch } from '../sketch.js';

const cases: [markdown: string, sketch: string][] = [
  // Groups
  ['[@doe]', '{<doe>}'],
  ['[-@doe]', '{<-doe>}'],
  ['[see @doe, pp. 33-35; also -@smith ch. 1]', '{see<doe>, pp. 33-35|also<-smith> ch. 1}'],
  ['[see *all of* @doe, `a]b`]', '{see emphasis(all of)<doe>, `a]b`}'],
  ['[*see @doe*]', '{emphasis(see)<doe>}'],
  ['[**@doe, p. 3**]', '{<doe>strong(, p. 3)}'],
  ['[*see* @doe]', '{emphasis(see)<doe>}'],
  ['[2 * 3 @doe * 4]', '{2 * 3<doe> * 4}'],
  ['[@doe, [sic] 3]', '{<doe>, [sic] 3}'],
  ['[@a][@b]', '{<a>}{<b>}'],
  ['[@a @b]', '{<a> @{<b>}}'],
  ['a[@doe]b', 'a{<doe>}b'],
  ['\\[@doe]', '[@{<doe>}]'],
  ['[doe]', '[doe]'],
  ['[see; @doe]', '[see; @{<doe>}]'],
  ['[@doe; see]', '[@{<doe>}; see]'],
  ['[@doe', '[@{<doe>}'],
  ['![@doe', '![@{<doe>}'],
  // Keys
  ['@Foo_bar.baz. x', '@{<Foo_bar.baz>}. x'],
  ['@{Foo_bar.baz.} x', '@{<Foo_bar.baz.>} x'],
  ['@Foo_bar--baz', '@{<Foo_bar>}--baz'],
  ['@{a{b}c}', '@{<a{b}c>}'],
  ['@{odd key}', '@{<odd key>}'],
  ['[@{a;b}]', '{<a;b>}'],
  ['@doe:2020/a+b', '@{<doe:2020/a+b>}'],
  ['@https://x.org/a?b=c.', '@{<https://x.org/a?b>}=c.'],
  ['@_x', '@{<_x>}'],
  ['@1984', '@{<1984>}'],
  ['@-x', '@-x'],
  ['@{}', '@{}'],
  ['@ doe', '@ doe'],
  ['@Müller2020', '@{<Müller2020>}'],
  ['@日本2020', '@{<日本2020>}'],
  ['@Mu\u0308ller', '@{<M\u00FCller>}'],
  ['@{Mu\u0308ller}', '@{<M\u00FCller>}'],
  // Narrative
  ['As @doe says', 'As @{<doe>} says'],
  ['@doe [p. 3] says', '@{<doe>p. 3} says'],
  ['@doe[p. 3]', '@{<doe>p. 3}'],
  ['@doe\n[p. 3]', '@{<doe>p. 3}'],
  ['@doe []', '@{<doe>}'],
  ['@doe [p. 3; see @b, 4]', '@{<doe>p. 3|see<b>, 4}'],
  ['@doe [see @b]', '@{<doe>|see<b>}'],
  ['@doe [text](x)', '@{<doe>} link(text)'],
  ['@doe [^1]\n\n[^1]: N', '@{<doe>} ^(N)'],
  ['@doe [ref]\n\n[ref]: x', '@{<doe>} linkReference(ref)'],
  ['-@doe', '@{<-doe>}'],
  ['(@doe)', '(@{<doe>})'],
  ["@doe's", "@{<doe>}'s"],
  ['a-@doe', 'a-@{<doe>}'],
  ['**@doe**', 'strong(@{<doe>})'],
  // No citations
  ['\\@doe', '@doe'],
  ['mid@word', 'mid@word'],
  ['me@example.org', 'link(me@example.org)'],
  ['<me@example.org>', 'link(me@example.org)'],
  ['`@doe`', '`@doe`'],
  ['https://x.org/@doe', 'link(https://x.org/@doe)'],
  ['@', '@'],
  // Links stay links
  ['[@doe](https://x.org)', 'link(@{<doe>})'],
  ['[@doe](not a link)', '{<doe>}(not a link)'],
  ['[@doe][ref]\n\n[ref]: x', 'linkReference(@{<doe>})'],
  ['[x](y "[@doe]")', 'link(x)'],
  ['[a [@doe] b](x)', 'link(a {<doe>} b)'],
  // Where they may stand
  ['# On @doe', 'heading(On @{<doe>})'],
  ['> [see\n> @doe,\n> p. 3]', 'blockquote({see\n<doe>,\np. 3})'],
  ['- [@doe]', 'list(listItem({<doe>}))'],
  [
    '| a |\n|---|\n| [@doe, p. 1] |',
    'table(tableRow(tableCell(a))tableRow(tableCell({<doe>, p. 1})))',
  ],
  ['x^[see [@doe, p. 3] *too*]', 'x^(see {<doe>, p. 3} emphasis(too))'],
  ['x[^1][@doe]\n\n[^1]: [@b]', 'x^({<b>}){<doe>}'],
];

test.each(cases)('%j', (markdown, expected) => {
  expect(sketch(markdown)[0]).toBe(expected);
});

test('a paragraph that starts like a link definition stays text, with a warning', () => {
  const { root, findings } = parse('[@doe]: says\n\nSee [@doe].');
  expect(root.children).toHaveLength(2);
  expect(findings).toEqual(['markdown/citation-definition 1:1']);
  expect(parse('[other]: https://x.org\n\n[other]').findings).toEqual([]);
});

test('every item has its place in the whole file', () => {
  const text = '---\ntitle: T\n---\n\nAs said [see @one; @two].\r\n> And @three\n> [p. 1].';
  const { root } = parse(text, 4);
  const places: string[] = [];
  visit(root, 'citation', ({ items }: Citation) => {
    for (const { key, position } of items) {
      const start = position?.start;
      places.push(`${key} ${start?.line}:${start?.column}`);
      expect(text.slice(start?.offset)).toContain(key);
    }
  });
  expect(places).toEqual(['one 5:10', 'two 5:20', 'three 6:7']);
});

test('no text without an at sign changes', () => {
  const pieces = fc.constantFrom(
    '[',
    ']',
    '(',
    ')',
    '^',
    ';',
    '-',
    '\\',
    '`',
    '*',
    ' ',
    '\n',
    'a',
    '{',
    '}',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (characters) => {
      const text = characters.join('');
      let found = 0;
      visit(parse(text).root, 'citation', () => {
        found += 1;
      });
      expect(found).toBe(0);
    }),
  );
});

test.each(['[@a ', '[see @a;', '^[', '@{', '[@{'])(
  '%s without end is read in a moment',
  (start) => {
    expect(sketch(start.repeat(2000))).toHaveLength(1);
  },
);

test('braces of a key stand in each other as deep as anybody writes them', () => {
  const nested = (depth: number) => `@${'{'.repeat(depth)}a${'}'.repeat(depth)}`;
  const found = (text: string) => {
    let count = 0;
    visit(parse(text).root, 'citation', () => {
      count += 1;
    });
    return count;
  };
  expect([1, 20, 33, 40].map((depth) => found(nested(depth)))).toEqual([1, 1, 1, 0]);
});
