import { describe, expect, it } from 'vitest';
import { KnownPlans } from '../../../src/pages/pagination/known-plans.js';
import type { Flow, PageModel } from '../../../src/pages/pagination/model.js';

const line = { height: 1, gap: 0, breakBefore: 0, notes: [] };
const flow = (lines: number): Flow => ({
  items: Array.from({ length: lines }, () => line),
  notes: [],
});

/** Pages of two columns, the first of which a float takes so much of. */
const around = (taken: number): PageModel => ({
  shapeOf: (page) => (page === 0 ? [10 - taken, 10 - taken] : [10, 10]),
  alikeFrom: 1,
  noteSeparator: 1,
  continuedSeparator: 1,
  levelEnds: false,
});

describe('known plans', () => {
  it('are made once for a flow around the same floats', () => {
    const plans = new KnownPlans({});
    const text = flow(30);
    expect(plans.of(text, around(2))).toBe(plans.of(text, around(2)));
    expect(plans.of(text, around(3)).columns[0]?.to).toBe(7);
    expect(plans.of(text, around(2)).columns[0]?.to).toBe(8);
    expect(plans.of(flow(5), around(2)).columns[0]?.to).toBe(5);
  });
});
