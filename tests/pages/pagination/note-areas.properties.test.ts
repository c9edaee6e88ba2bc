import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Flow,
  type FlowItem,
  type PageModel,
  paginate,
} from '../../../src/pages/pagination/index.js';
import {
  floatingFlowArbitrary,
  flowArbitrary,
  large,
  markedFlowArbitrary,
  noteAreaModelArbitrary,
  small,
  smallWithFloats,
} from './arbitrary.js';
import { leastPageCost } from './exhaustive.js';
import { countFaultless, expectInvariants } from './invariants.js';

describe('any flow over the notes of its pages', () => {
  it.each([
    ['without floats', flowArbitrary(large), 11],
    ['with floats', floatingFlowArbitrary(large), 12],
    ['with marked notes', markedFlowArbitrary(large), 13],
  ])('is placed whole, in order, within its columns and with its notes, %s', (_, flows, seed) => {
    fc.assert(
      fc.property(flows, noteAreaModelArbitrary(large), (flow, model) => {
        expectInvariants(flow, model, paginate(flow, model));
      }),
      { numRuns: 200, seed },
    );
  });

  it('levels the last page without a fault and without a page more', () => {
    fc.assert(
      fc.property(flowArbitrary(large), noteAreaModelArbitrary(large), (flow, model) => {
        const plain = paginate(flow, { ...model, levelEnds: false });
        const level = paginate(flow, { ...model, levelEnds: true });
        expect(level.pageCount).toBe(plain.pageCount);
        expect(level.faults.length).toBeLessThanOrEqual(plain.faults.length);
      }),
      { numRuns: 200, seed: 14 },
    );
  });
});

describe('small flows over the notes of their pages', () => {
  it('cost what the best of all plans costs', () => {
    const models = noteAreaModelArbitrary(small);
    const faultless = countFaultless(flowArbitrary(small), { numRuns: 300, seed: 15 }, models);
    expect(faultless).toBeGreaterThan(75);
  });

  it('cost what the best costs with floats among them', () => {
    const models = noteAreaModelArbitrary(small);
    const flows = floatingFlowArbitrary(smallWithFloats);
    expect(countFaultless(flows, { numRuns: 250, seed: 16 }, models)).toBeGreaterThan(60);
  });

  const line = (more: Partial<FlowItem> = {}): FlowItem => ({
    ...{ height: 1, gap: 0, breakBefore: 0, notes: [] },
    ...more,
  });
  const gone = (breakBefore: number) => ({ withoutFloats: { gap: 0, breakBefore } });
  const float = (height: number) => ({ float: { items: 1, height }, breakBefore: Infinity });
  const note = (...lines: [height: number, breakBefore: number][]) => ({
    items: lines.map(([height, breakBefore]) => line({ height, breakBefore })),
  });

  it.each<[string, Flow, number[][]]>([
    [
      'with floats that wait for a column that holds them',
      {
        items: [
          line(float(2)),
          line({ ...float(3), ...gone(Infinity), gap: 1 }),
          line({ ...float(3), ...gone(0), gap: 2, repeatBelow: 1 }),
          line({ ...gone(0), gap: 2 }),
        ],
        notes: [],
      },
      [
        [3, 2, 5],
        [2, 2, 3],
      ],
    ],
    [
      'with a float that waits while a note is cut',
      {
        items: [line(float(2)), line({ ...gone(Infinity), notes: [0] }), line()],
        notes: [note([1, 0], [1, Infinity], [0.5, 0], [1, 0])],
      },
      [[2], [4, 4, 4], [2, 2, 5]],
    ],
    [
      'over a note that is cut below columns nearly empty',
      {
        items: [line({ breakBefore: Infinity }), line({ notes: [0] })],
        notes: [note([1, 0], [0.5, 0], [1, 0], [1, Infinity], [1, 0])],
      },
      [[6, 6, 6], [4, 4], [2]],
    ],
  ])('cost what the best costs %s', (_, flow, shapes) => {
    const model: PageModel = {
      shapeOf: (page) => (page === 0 ? shapes[0] : shapes.at(page % 2 === 1 ? 1 : -1)) ?? [],
      ...{ noteSeparator: 1, continuedSeparator: 0.5, noteColumns: 1, leading: 1 },
      levelEnds: false,
    };
    const { cost, faults } = paginate(flow, model);
    expect(faults).toEqual([]);
    expect(cost).toBeCloseTo(leastPageCost(flow, model), 6);
  });
});
