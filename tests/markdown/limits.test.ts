import { expect, test } from 'vitest';
import { Failure } from '../../src/diagnostics/failure.js';
import { parse } from './sketch.js';

function failureOf(text: string): Failure | undefined {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  return undefined;
}

test.each([
  ['quotes', '> '.repeat(2000)],
  ['list items', '- '.repeat(1500)],
  ['tags', '<i>'.repeat(500)],
])('too many %s in each other are refused at their place', (_, markers) => {
  const failure = failureOf(`a\n\n${markers}a`);
  expect(failure?.status).toBe(1);
  expect(failure?.diagnostic).toMatchObject({
    rule: 'markdown/too-deep',
    severity: 'error',
    place: { file: 'm.md', line: 3 },
  });
  expect(failure?.diagnostic.place.column).toBeGreaterThan(0);
});

test('a few are not', () => {
  expect(failureOf(`${'> '.repeat(30)}a`)).toBeUndefined();
  expect(failureOf('- '.repeat(200))).toBeUndefined();
});

test('of one rule, twenty findings and a count of the rest are reported', () => {
  const { findings, report } = parse('a <foo>b</foo>\n\n'.repeat(3000));
  expect(findings).toHaveLength(21);
  expect(report.diagnostics.at(-1)?.message).toMatch(/^2980 more/);
  expect(parse('a <foo>b</foo>\n\n'.repeat(21)).report.diagnostics.at(-1)?.message).toMatch(
    '<foo>',
  );
});
