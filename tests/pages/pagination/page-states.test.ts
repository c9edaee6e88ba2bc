import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PagesAtItem } from '../../../src/pages/pagination/page-notes/page-states.js';

const start = (line: number) => ({ item: 7, note: 2, line, float: 0, column: 0 });

describe('pages at an item', () => {
  it('know what the dearest of so many cheapest costs', () => {
    const lines = fc.array(fc.record({ line: fc.nat(9), cost: fc.nat(40) }), { maxLength: 60 });
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 6 }), (reached, most) => {
        const pages = new PagesAtItem(most);
        const costs = new Map<number, number>();
        for (const { line, cost } of reached) {
          pages.reach(start(line), cost);
          costs.set(line, Math.min(cost, costs.get(line) ?? Infinity));
        }
        const sorted = [...costs.values()].sort((one, other) => one - other);
        expect(pages.leastCost).toBe(sorted[0] ?? Infinity);
        expect(pages.mostCost).toBeGreaterThanOrEqual(sorted[most - 1] ?? Infinity);
        if (new Set(reached.map(({ line }) => line)).size === reached.length) {
          expect(pages.mostCost).toBe(sorted[most - 1] ?? Infinity);
        }
      }),
    );
  });

  it('go on from all of them where no number is set', () => {
    const pages = new PagesAtItem();
    for (let line = 0; line < 200; line += 1) pages.reach(start(line), line);
    expect(pages.mostCost).toBe(Infinity);
  });
});
