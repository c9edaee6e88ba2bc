import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paginate } from '../../../src/pages/pagination/index.js';
import {
  floatingFlowArbitrary,
  flowArbitrary,
  large,
  modelArbitrary,
  small,
  smallWithFloats,
} from './arbitrary.js';
import { countFaultless, expectInvariants, expectNoteGoesOn, startOf } from './invariants.js';

describe('any flow on any pages', () => {
  it('is placed whole, in order, within its columns and with its notes', () => {
    fc.assert(
      fc.property(flowArbitrary(large), modelArbitrary(large), (flow, model) => {
        expectInvariants(flow, model, paginate(flow, model));
      }),
      { numRuns: 400, seed: 1 },
    );
  });

  it('keeps its floats in order and near, and nothing else is lost', () => {
    fc.assert(
      fc.property(floatingFlowArbitrary(large), modelArbitrary(large), (flow, model) => {
        expectInvariants(flow, model, paginate(flow, model));
      }),
      { numRuns: 400, seed: 6 },
    );
  });

  it('goes on with notes that wait in the very next column', () => {
    fc.assert(
      fc.property(flowArbitrary(large), modelArbitrary(large), (flow, model) => {
        expectNoteGoesOn(flow, model, paginate(flow, model));
      }),
      { numRuns: 1000, seed: 8 },
    );
  });

  it('starts text that asks for a column or page in a new one', () => {
    fc.assert(
      fc.property(flowArbitrary(large), modelArbitrary(large), (flow, model) => {
        const plan = paginate(flow, model);
        flow.items.forEach(({ forced }, i) => {
          if (i === 0 || forced === undefined) return;
          const column = startOf(i, plan);
          expect(column).toBeDefined();
          if (forced === 'page') expect(column?.column).toBe(0);
        });
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  it('gives the same plan for the same flow', () => {
    fc.assert(
      fc.property(flowArbitrary(large), modelArbitrary(large), (flow, model) => {
        expect(paginate(flow, model)).toEqual(paginate(flow, model));
      }),
      { numRuns: 50, seed: 3 },
    );
  });

  it('levels the last page without a fault and without a page more', () => {
    fc.assert(
      fc.property(flowArbitrary(large), modelArbitrary(large), (flow, model) => {
        const plain = paginate(flow, { ...model, levelEnds: false });
        const level = paginate(flow, { ...model, levelEnds: true });
        expect(level.pageCount).toBe(plain.pageCount);
        expect(level.faults.length).toBeLessThanOrEqual(plain.faults.length);
      }),
      { numRuns: 300, seed: 4 },
    );
  });
});

describe('small flows', () => {
  it('cost what the best of all plans costs', () => {
    const faultless = countFaultless(flowArbitrary(small), { numRuns: 500, seed: 5 });
    expect(faultless).toBeGreaterThan(150);
  });

  it('cost what the best costs with floats among them', () => {
    const flows = floatingFlowArbitrary(smallWithFloats);
    expect(countFaultless(flows, { numRuns: 400, seed: 7 })).toBeGreaterThan(130);
  });
});
