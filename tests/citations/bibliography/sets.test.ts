import { expect, test } from 'vitest';
import { readBibliography } from '../../../src/citations/index.js';
import { Report } from '../../../src/diagnostics/report.js';

const works = '@book{one, title={Uno}}\n@book{two, title={Due}}';

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
  const { sets } = setsIn([works, ...layers.flat(), ...ends].join('\n'));
  expect(sets?.get('x0')).toEqual(['one']);
});

test('a long chain of sets leads to its works', () => {
  const chain = Array.from({ length: 3000 }, (_, at) => `@set{s${at}, entryset={s${at + 1}}}`);
  const { sets } = setsIn([works, ...chain, '@set{s3000, entryset={two, one}}'].join('\n'));
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
