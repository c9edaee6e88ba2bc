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

function setsIn(bib: string) {
  const report = new Report();
  const { sets } = readBibliography([{ path: '/a.bib', shown: 'a.bib', text: bib }], report);
  return { sets, findings: report.diagnostics };
}

test('sets that hold one another, over and over, are looked into once', () => {
  const layers = Array.from({ length: 40 }, (_, layer) =>
    ['x', 'y'].map((name) => `@set{${name}${layer}, entryset={x${layer + 1}, y${layer + 1}}}`),
  );
  const ends = ['x', 'y'].map((name) => `@set{${name}40, entryset={one, x0}}`);
  const { sets } = setsIn([text, ...layers.flat(), ...ends].join('\n'));
  expect(sets?.get('x0')).toEqual(['one']);
});

test('a long chain of sets leads to its works', () => {
  const chain = Array.from({ length: 3000 }, (_, at) => `@set{s${at}, entryset={s${at + 1}}}`);
  const { sets } = setsIn([text, ...chain, '@set{s3000, entryset={two, one}}'].join('\n'));
  expect(sets?.get('s0')).toEqual(['two', 'one']);
});

test.each([
  ['nothing', '@set{s, entryset={}}'],
  ['itself', '@set{s, entryset={s}}'],
  ['what is not there', '@set{s, entryset={nope}}'],
])('a set of %s is told of where it stands', (_, bib) => {
  const { sets, findings } = setsIn(bib);
  expect(sets?.size).toBe(0);
  expect(findings.at(-1)).toMatchObject({ rule: 'citation/entry-set', place: { line: 1 } });
  expect(findings.at(-1)?.message).toContain('no work');
});
