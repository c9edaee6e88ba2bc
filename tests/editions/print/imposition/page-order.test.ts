import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boundAtRight,
  inGrid,
  type SheetSide,
  saddleStitched,
} from '../../../../src/editions/print/imposition/page-order.js';

const pageCount = fc.integer({ min: 1, max: 400 });
const pagesOf = (side: SheetSide | undefined) => side?.cells.map(({ page }) => page) ?? [];

/** What a reader turns over: sheets laid in each other, folded, front and back of each leaf. */
function read(sides: readonly SheetSide[]): (number | undefined)[] {
  const leaves: (number | undefined)[] = [];
  const places = sides.length * 2;
  for (let sheet = 0; sheet * 2 < sides.length; sheet++) {
    const [outerLast, outerFirst] = pagesOf(sides[sheet * 2]);
    const [innerFirst, innerLast] = pagesOf(sides[sheet * 2 + 1]);
    leaves[sheet * 2] = outerFirst;
    leaves[sheet * 2 + 1] = innerFirst;
    leaves[places - 2 - sheet * 2] = innerLast;
    leaves[places - 1 - sheet * 2] = outerLast;
  }
  return leaves;
}

describe('a booklet stitched through its fold', () => {
  it('of eight pages is made of two sheets', () => {
    expect(saddleStitched(8).map((side) => [side.sheet, side.side, pagesOf(side)])).toEqual([
      [1, 'front', [7, 0]],
      [1, 'back', [1, 6]],
      [2, 'front', [5, 2]],
      [2, 'back', [3, 4]],
    ]);
  });

  it('is mirrored where it is bound at the right', () => {
    expect(boundAtRight(saddleStitched(8), 2).map(pagesOf)).toEqual([
      [0, 7],
      [6, 1],
      [2, 5],
      [4, 3],
    ]);
    expect(boundAtRight(inGrid(4, 2, 2), 2).map(pagesOf)).toEqual([[1, 0, 3, 2]]);
  });

  it('ends with blank pages where it has to', () => {
    expect(saddleStitched(5).map(pagesOf)).toEqual([
      [undefined, 0],
      [1, undefined],
      [undefined, 2],
      [3, 4],
    ]);
  });

  it('reads in order, each page once, blanks last', () => {
    fc.assert(
      fc.property(pageCount, (count) => {
        const leaves = read(saddleStitched(count));
        expect(leaves.length % 4).toBe(0);
        expect(leaves.length - count).toBeLessThan(4);
        expect(leaves).toEqual(
          Array.from({ length: leaves.length }, (_, page) => (page < count ? page : undefined)),
        );
      }),
    );
  });

  it('has an odd page on the right of each front, an even one on the left', () => {
    fc.assert(
      fc.property(pageCount, (count) => {
        for (const { side, cells, around, sheet } of saddleStitched(count)) {
          for (const { page, column } of cells) {
            if (page !== undefined) expect(page % 2 === 0).toBe(column === 1);
          }
          expect(around).toBe(sheet - 1);
          expect(['front', 'back']).toContain(side);
        }
      }),
    );
  });
});

describe('pages side by side', () => {
  it('are read row by row', () => {
    const [first, second, ...rest] = inGrid(7, 2, 2);
    expect(first?.cells).toEqual([
      { page: 0, column: 0, row: 0 },
      { page: 1, column: 1, row: 0 },
      { page: 2, column: 0, row: 1 },
      { page: 3, column: 1, row: 1 },
    ]);
    expect(pagesOf(second)).toEqual([4, 5, 6, undefined]);
    expect(rest).toEqual([]);
  });

  it('hold each page once, in order', () => {
    const side = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(pageCount, side, side, (count, columns, rows) => {
        const pages = inGrid(count, columns, rows).flatMap(pagesOf);
        expect(pages.filter((page) => page !== undefined)).toEqual(
          Array.from({ length: count }, (_, page) => page),
        );
      }),
    );
  });
});
