import { expect, test } from 'vitest';
import { html, parse } from '../sketch.js';

const read = (text: string) => html(parse(text).root).replace(/^<p>|<\/p>$/g, '');

test.each([
  ['H~2~O', 'H<sub>2</sub>O'],
  ['m^2^', 'm<sup>2</sup>'],
  ['^14^C', '<sup>14</sup>C'],
  ['*x*^2^', '<em>x</em><sup>2</sup>'],
  ['$x$~i~', undefined],
  ['x^a\\ b^', 'x<sup>a\u00A0b</sup>'],
  ['SO~4~^2-^', 'SO<sub>4</sub><sup>2-</sup>'],
  ['~~old~~', '<del>old</del>'],
])('%s', (text, expected) => {
  if (expected === undefined) expect(read(text)).toContain('<sub>i</sub>');
  else expect(read(text)).toBe(expected);
});

test.each([
  'some ~5 km or ~10 km',
  'between ~5–~7 of them',
  'copy ~/a/~b there',
  '2^10 and 2^11',
  'a face ^_^ and ^-^ too',
  'caret^ and^caret ^',
  'a~b',
  'x^2',
  'a^^b^^c',
  '~~~a',
])('%s is text', (text) => {
  const { root, findings } = parse(text);
  expect(html(root)).not.toMatch(/<su[bp]>/);
  expect(findings).toEqual([]);
});

test('calls of notes that nothing defines raise nothing', () => {
  expect(read('a[^x][^y]')).toBe('a[^x][^y]');
});

test('very many signs are read in a moment', () => {
  expect(read('a^b'.repeat(20_000))).toContain('<sup>');
  expect(read(`${'a~'.repeat(3)}${'^'.repeat(20_000)}`)).toContain('^^^');
});
