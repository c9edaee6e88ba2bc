import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cite, noteTexts } from './setting.js';
import { works } from './works.js';

/** Works in the order of the rows of the documented table. */
const keys =
  'book edited volume chapter article forthcoming paper report communication regulation act treaty ' +
  'thesis news unsigned dated page blog post interview letter speech dataset podcast film';

const manual = readFileSync(new URL('../../docs/house-style.md', import.meta.url), 'utf8');

/** The cells of the rows that name a type of CSL. */
const rows = manual
  .split('\n')
  .filter((line) => /^\| [a-z][^|]* \| `/i.test(line))
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim().replace(/\\\|/g, '|')));

test.each([
  ['en-GB', 3],
  ['it', 4],
])('works of every kind read as the manual has them (%s)', async (lang, column) => {
  const text = keys.split(' ').map((key) => `a[@${key}]`);
  const { root, citations, findings } = await cite(text.join(' '), works, { lang });
  const expected = rows.map((cells) => cells[column] ?? '');
  expect(noteTexts(root)).toEqual(expected.map((cell) => cell.replaceAll('*', '')));
  const italics = citations.map(({ html }) => html.match(/(?<=<em>).*?(?=<\/em>)/g) ?? []);
  expect(italics).toEqual(
    expected.map((cell) => cell.match(/(?<=\*)[^*]+(?=\*(?!\p{L}))/gu) ?? []),
  );
  expect(rows.map((cells) => cells[2])).toEqual(
    keys.split(' ').map((key) => `\`${works.get(key)?.csl.type}\``),
  );
  expect(findings).toEqual([]);
});

test('works cited before', async () => {
  const { root, citations } = await cite(
    'a[@news] b[@news] c[@news, p. 15] d[@news, p. 15] e[@book, pp. 3-5] f[@news, p. 2] g[see @news; @book]',
    works,
  );
  expect(noteTexts(root).slice(1)).toEqual([
    'Ibid.',
    'Ibid., p. 15.',
    'Ibid.',
    'Anna Verdi, The Long Border, Cham, Quill, 2018, p. 3-5.',
    'Tom Gray, “Line ‘Moved’”, cit., p. 2.',
    'See Tom Gray, “Line ‘Moved’”, cit.; Anna Verdi, The Long Border, cit.',
  ]);
  expect(citations.map(({ position }) => position)).toEqual([
    'first',
    'ibid',
    'ibid-with-locator',
    'ibid',
    'first',
    'subsequent',
    'subsequent',
  ]);
});

test('an address is a link, and the full stop after it is not part of it', async () => {
  const { citations } = await cite('a[@news] b[@article] c[@unsigned]', works);
  expect(citations.map(({ html }) => html.match(/<a [\s\S]*/)?.[0])).toEqual([
    '<a href="https://example.org/o&#x27;clock?">https://example.org/o\'clock?</a>.',
    '<a href="https://doi.org/10.1000/jol(12)%3C3%3E">https://doi.org/10.1000/jol(12)&#x3C;3></a>.',
    '<a href="https://example.org/none">https://example.org/none</a>.',
  ]);
});
