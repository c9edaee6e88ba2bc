import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paginate } from '../../../src/pages/pagination/index.js';
import {
  floatingFlowArbitrary,
  flowArbitrary,
  large,
  markedFlowArbitrary,
  noteAreaModelArbitrary,
  small,
  smallWithFloats,
} from './arbitrary.js';
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
});
