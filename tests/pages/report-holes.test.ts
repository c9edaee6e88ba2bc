import { expect, it } from 'vitest';
import { Report } from '../../src/diagnostics/report.js';
import { Places } from '../../src/pages/findings.js';
import type { Measured } from '../../src/pages/measured.js';
import { paginate } from '../../src/pages/pagination/index.js';
import { reportHoles } from '../../src/pages/report-holes.js';
import { documentFrom } from './document.js';
import { flowOf, modelOf } from './pagination/drawing.js';

/** What is told of a text in columns of so many lines. */
function told(text: string, notes: Record<string, number>, height: number): string[] {
  const flow = flowOf(text, notes);
  const plan = paginate(flow, modelOf(1, height));
  const measured = { text: { blocks: [] } } as unknown as Measured;
  const report = new Report();
  reportHoles(
    plan,
    flow,
    1,
    measured,
    new Places(documentFrom(''), { manuscript: 'm.md' }),
    report,
  );
  return report.diagnostics.map(({ rule, message }) => `${rule} ${message}`);
}

const lines = (count: number) => 'a '.repeat(count);

it('a column that ends early for the notes of the next line is told of', () => {
  const [message] = told(`${lines(10)} b12 ${lines(9)}`, { 1: 14, 2: 4 }, 20);
  expect(message).toMatch(/^pages\/hole A column of page 1 ends 10 lines short/);
});

it('one that ends for other reasons is not', () => {
  // A few lines, a break that is asked for, a box, the end.
  expect(told(`${lines(16)} b12 ${lines(9)}`, { 1: 14, 2: 4 }, 20)).toEqual([]);
  expect(told(`${lines(10)} >b12 ${lines(9)}`, { 1: 14, 2: 4 }, 20)).toEqual([]);
  expect(told(`${lines(10)} b1*15 ${lines(9)}`, { 1: 4 }, 20)).toEqual([]);
  expect(told(lines(10), {}, 20)).toEqual([]);
});
