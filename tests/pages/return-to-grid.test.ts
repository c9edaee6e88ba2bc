import { describe, expect, it } from 'vitest';
import type { MeasuredBlock } from '../../src/pages/measured.js';
import { returnToGrid } from '../../src/pages/return-to-grid.js';

const leading = 12;

const block = (height: number, more: Partial<MeasuredBlock> = {}): MeasuredBlock => ({
  kind: 'lines',
  gap: 0,
  heights: [height],
  tied: [],
  hyphenated: [],
  notes: [],
  breakBefore: 'auto',
  breakAfter: 'auto',
  keepTogether: false,
  orphans: 2,
  widows: 2,
  ...more,
});

const grown = (...blocks: MeasuredBlock[]) => returnToGrid(blocks, leading);

describe('a box', () => {
  const title = block(18, { gap: 6, rise: 6 });
  const last = block(42, { fall: 6, isInBox: true });

  it('that comes to whole lines by itself is left as it is', () => {
    expect(
      grown(block(36), title, block(24, { isInBox: true }), last, block(24, { gap: 6 })),
    ).toEqual([]);
  });

  it('has the space to the grid above and below it, none inside', () => {
    const odd = block(22, { gap: 6, rise: 10 });
    const end = block(34, { fall: 10, isInBox: true });
    expect(grown(block(36), odd, end, block(24, { gap: 6 }))).toEqual([
      { block: 1, gap: 14 },
      { block: 3, gap: 14 },
    ]);
  });

  it('whose own lines are other than the grid keeps them together', () => {
    const other = { isOther: true, isInBox: true };
    const first = block(26, { gap: 6, rise: 6, isOther: true });
    expect(grown(block(36), first, block(20, other), block(30, other), block(24))).toEqual([
      { block: 1, gap: 12 },
      { block: 4, gap: 8 },
    ]);
  });

  it('with a table in it has its text back on the grid', () => {
    const table = block(31, { gap: 6, kind: 'rows', isOther: true, isInBox: true });
    expect(grown(block(36), title, table, { ...last, gap: 6 }, block(12, { gap: 6 }))).toEqual([
      { block: 2, gap: 12 },
      { block: 3, gap: 17 },
    ]);
  });
});

it('text after a table returns to the grid', () => {
  const table = block(31, { gap: 6, kind: 'rows', isOther: true });
  expect(grown(block(36), table, block(24, { gap: 6 }))).toEqual([
    { block: 1, gap: 12 },
    { block: 2, gap: 17 },
  ]);
});
