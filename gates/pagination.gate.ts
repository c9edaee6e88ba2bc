import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnEndPenalties, type PageModel, paginate } from '../src/pages/pagination/index.js';
import {
  floatingFlowArbitrary,
  flowArbitrary,
  large,
  modelArbitrary,
  noteAreaModelArbitrary,
  small,
  smallWithFloats,
} from '../tests/pages/pagination/arbitrary.js';
import { countFaultless, expectInvariants } from '../tests/pages/pagination/invariants.js';
import { bookFlow } from './support/book-flow.js';
import { type Flaws, greedyFlaws } from './support/greedy-pages.js';

describe('10,000 generated flows', () => {
  test('are placed whole, in order, within their columns and with their notes', () => {
    fc.assert(
      fc.property(flowArbitrary(large), modelArbitrary(large), (flow, model) => {
        expectInvariants(flow, model, paginate(flow, model));
      }),
      { numRuns: 10_000, seed: 1511 },
    );
  });

  test('are placed so with floats among them, which keep their order', () => {
    fc.assert(
      fc.property(floatingFlowArbitrary(large), modelArbitrary(large), (flow, model) => {
        expectInvariants(flow, model, paginate(flow, model));
      }),
      { numRuns: 10_000, seed: 1513 },
    );
  });

  test('are placed so over the notes of their pages', () => {
    const models = noteAreaModelArbitrary(large);
    fc.assert(
      fc.property(floatingFlowArbitrary(large), models, (flow, model) => {
        expectInvariants(flow, model, paginate(flow, model));
      }),
      { numRuns: 10_000, seed: 1515 },
    );
  });

  test('cost, where they are small, over the notes of their pages what the best costs', () => {
    const flows = floatingFlowArbitrary(smallWithFloats);
    const models = noteAreaModelArbitrary(small);
    const runs = { numRuns: 10_000, seed: 1516 };
    expect(countFaultless(flows, runs, models)).toBeGreaterThan(2000);
  });

  test('cost, where they are small and have floats, what the best of all plans costs', () => {
    const flows = floatingFlowArbitrary(smallWithFloats);
    expect(countFaultless(flows, { numRuns: 10_000, seed: 1514 })).toBeGreaterThan(3000);
  });

  test('cost, where they are small, what the best of all plans costs', () => {
    const faultless = countFaultless(flowArbitrary(small), { numRuns: 10_000, seed: 1512 });
    expect(faultless).toBeGreaterThan(3000);
  });
});

describe('the generated book', () => {
  const model: PageModel = {
    shapeOf: () => [46, 46],
    noteSeparator: 1.2,
    continuedSeparator: 1.2,
    levelEnds: true,
    leading: 1,
  };
  const flow = bookFlow();

  function plannedFlaws(): Flaws {
    const { columns, faults } = paginate(flow, model);
    expect(faults).toEqual([]);
    return {
      splitNotes: columns.flatMap(({ notes }) => notes).filter(({ from }) => from > 0).length,
      hyphenatedEnds: columns.filter(
        ({ to }) => flow.items[to]?.breakBefore === columnEndPenalties.hyphenated,
      ).length,
      unevenFeet: columns.slice(0, -2).filter(({ slack }) => slack >= 2).length,
    };
  }

  test('has at most a third of the flaws that filling each column would leave', () => {
    const [planned, greedy] = [plannedFlaws(), greedyFlaws(flow, model)];
    for (const flaw of ['splitNotes', 'hyphenatedEnds', 'unevenFeet'] as const) {
      expect(planned[flaw], flaw).toBeLessThanOrEqual(greedy[flaw] / 3);
    }
  });
});
