import { expect, test } from 'vitest';
import { readBibliography } from '../../../src/citations/index.js';
import { Report } from '../../../src/diagnostics/report.js';
import { cite, noteTexts, reading } from '../setting.js';

const text = `
@book{one, author={Roe, Ann}, title={Uno}, date={2020}}
@book{two, author={Poe, Bo}, title={Due}, date={2021}}
@set{both, entryset={one, two}}
`;
const works = readBibliography([{ path: '/a.bib', shown: 'a.bib', text }], new Report());

test.each([
  ['in brackets', 'a [see @both, p. 3]', 'a (see Roe, 2020; Poe, 2021, p. 3)'],
  ['beside another work', 'a [@two; @both]', 'a (Poe, 2021; Poe, 2021; Roe, 2020)'],
  ['in a sentence', '@both say', 'Roe (2020; Poe, 2021) say'],
  ['without authors', 'Roe and Poe [-@both]', 'Roe and Poe (2020; 2021)'],
  ['after a comma', 'a [@two, @both]', 'a (Poe, 2021; Poe, 2021; Roe, 2020)'],
])('a set cited %s', async (_, manuscript, expected) => {
  const { root } = await cite(manuscript, works, { style: 'dated' });
  expect(reading(root)).toBe(expected);
});

test('a set is one note, and its works are each in the list', async () => {
  const { root, atEnd, findings } = await cite('a.[@both]', works, { style: 'octavo-short-notes' });
  expect(noteTexts(root)).toEqual(['Roe, Uno; Poe, Due.']);
  expect(atEnd.map(({ key }) => key)).toEqual(['two', 'one']);
  expect(findings).toEqual([]);
});

test('a set is listed uncited, and found by a key like its own', async () => {
  const { atEnd } = await cite('a', works, { style: 'dated', nocite: ['@both'] });
  expect(atEnd.map(({ key }) => key)).toEqual(['two', 'one']);
  const { report } = await cite('a [@botj]', works, { style: 'dated' });
  expect(report.diagnostics[0]?.remedy).toContain('@both');
});
