import { describe, expect, it } from 'vitest';
import { galleyItems } from '../../src/pages/flow.js';
import type { MeasuredBlock } from '../../src/pages/measured.js';
import { type PageModel, paginate, spacesOf } from '../../src/pages/pagination/index.js';

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

/** The spaces above blocks of one item each that are other than measured, in columns so high. */
function spaces(blocks: MeasuredBlock[], height = 600, grid = leading) {
  const flow = { items: galleyItems({ blocks }, { wholeTable: 0, leading, grid }), notes: [] };
  const model: PageModel = {
    shapeOf: () => [height],
    ...{ noteSeparator: 0, continuedSeparator: 0, levelEnds: false },
    ...{ leading, grid: grid || undefined },
  };
  return spacesOf(paginate(flow, model), flow, model).map(({ item, gap }) => ({
    block: item,
    gap,
  }));
}

const grown = (...blocks: MeasuredBlock[]) => spaces(blocks);

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
      { block: 3, gap: 5 },
    ]);
  });
});

describe('text', () => {
  const table = block(31, { gap: 6, kind: 'rows', isOther: true });
  const item = block(12);

  it('returns to the grid after a table', () => {
    expect(grown(block(36), table, block(24, { gap: 6 }))).toEqual([
      { block: 1, gap: 12 },
      { block: 2, gap: 5 },
    ]);
  });

  it('stands where it comes where there is no grid', () => {
    expect(spaces([block(36), table, block(24, { gap: 6 })], 600, 0)).toEqual([]);
  });

  it('returns after the part of a list that a column begins with, not after a whole one', () => {
    const list = [block(12, { gap: 6 }), item, item, item];
    const text = block(24, { gap: 6, returns: true });
    expect(spaces([block(36), ...list, text])).toEqual([]);
    expect(spaces([block(36), ...list, text], 66)).toEqual([{ block: 5, gap: 12 }]);
  });

  it.each([
    ['shrinks where that is nearer', 6, 9, 6],
    ['grows where that is nearer', 6, 2, 6],
    ['shrinks to half of it', 6, 12, 6],
    ['grows where less than half would be left', 9, 7, 15],
  ])('the space above it %s', (_, over, gap, expected) => {
    const before = [block(36), block(24, { gap: over }), item];
    expect(grown(...before, block(24, { gap, returns: true }))).toEqual([
      { block: 3, gap: expected },
    ]);
  });

  it('stays where it is within a list, and where nothing parts it', () => {
    expect(grown(block(36), block(24, { gap: 6 }), item, block(24))).toEqual([]);
  });

  it('that a line has put off the grid returns with the next space', () => {
    expect(grown(block(17), block(24), block(24, { gap: 12 }))).toEqual([{ block: 2, gap: 7 }]);
  });
});
