import { expect, test } from 'vitest';
import { parse } from '../sketch.js';

test.each([
  [
    'a table drawn with signs',
    'a\n\n+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+',
    'grid-table 3:1',
  ],
  ['one in a quotation', '> +---+\n> | a |\n> +---+', 'grid-table 1:3'],
  ['a note', 'Words.^[A note without its end.', 'unclosed-bracket 1:7'],
  ['a note with a citation in it', 'Words.^[See @doe and\nothers.', 'unclosed-bracket 1:7'],
  ['a citation', 'He says [@doe and more.', 'unclosed-bracket 1:10'],
  ['a citation without its author', 'He says [-@doe and more.', 'unclosed-bracket 1:10'],
  ['a citation after words', 'He says [see @doe, p. 3 and more.', 'unclosed-bracket 1:14'],
  ['a formula in a line', 'Let $$x + y be.', 'unclosed-formula 1:5'],
  ['a formula of its own', '$$\na + b\n\nText.', 'unclosed-formula 1:1'],
])('%s that is not closed is told of at its place', (_, text, finding) => {
  expect(parse(text).findings).toEqual([`markdown/${finding}`]);
});

test.each([
  'It costs $5, US$10 and $$ more; A$AP$$, $$$ and $20.',
  'Write to ada@press.example or @ada on the network; [1] and a[0] = b[i].',
  'The interval [0, 1) as @doe has it.',
  'As [see @doe] and @doe [p. 3] and \\[@doe have it.',
  'An aside [by @doe](https://a.example) and [words]{lang=de}.',
  'At 10:30: a::b, ::: and C++; a + b +--- c.',
  'Some ~5 km, ~~gone~~, 2^10 and x^2^.',
  'Notes\\^[ are written so, `^[`, `[@doe` and `$$x` too.',
  '+ a\n+ b\n\n+1 for that, +---+ and | more |.',
  '| a | b |\n|---|---|\n| + | - |',
])('nothing is told of %s', (text) => {
  expect(parse(text).findings).toEqual([]);
});
