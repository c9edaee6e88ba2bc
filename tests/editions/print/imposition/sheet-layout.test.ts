import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inGrid, saddleStitched } from '../../../../src/editions/print/imposition/page-order.js';
import {
  fitSheet,
  laySheet,
  type SheetRules,
} from '../../../../src/editions/print/imposition/sheet-layout.js';

const booklet: SheetRules = {
  page: { width: 400, height: 600, bleed: 10 },
  columns: 2,
  rows: 1,
  isFolded: true,
  paper: 0.5,
  marks: 20,
};
const lay = (rules: SheetRules, pageCount: number, index: number) => {
  const sides = rules.isFolded
    ? saddleStitched(pageCount)
    : inGrid(pageCount, rules.columns, rules.rows);
  const side = sides[index];
  if (!side) throw new Error('there is no such side');
  return laySheet(side, rules, fitSheet(rules));
};

describe('a sheet that is folded', () => {
  it('is as small as can be where no paper is named, pages meeting in its middle', () => {
    const laid = lay(booklet, 8, 0);
    expect(laid.media).toEqual([0, 0, 860, 660]);
    expect(laid.trim).toEqual([30, 30, 830, 630]);
    expect(laid.bleed).toEqual([20, 20, 840, 640]);
    expect(laid.folds).toEqual([430]);
    expect(laid.cuts).toEqual({ xs: [30, 830], ys: [30, 630] });
    expect(laid.placings).toEqual([
      { page: 7, origin: [30, 30], clip: [20, 20, 430, 640] },
      { page: 0, origin: [430, 30], clip: [430, 20, 840, 640] },
    ]);
  });

  it('moves the pages of inner sheets to the fold, and its cuts with them', () => {
    const laid = lay({ ...booklet, paper: 2 }, 12, 4);
    expect(laid.placings).toEqual([
      { page: 7, origin: [34, 30], clip: [24, 20, 430, 640] },
      { page: 4, origin: [426, 30], clip: [430, 20, 836, 640] },
    ]);
    expect(laid.cuts.xs).toEqual([34, 826]);
    expect(laid.trim).toEqual([34, 30, 826, 630]);
  });

  it('creeps on its back as on its front, and by as much as lies around it', () => {
    const paper = fc.double({ min: 0, max: 3, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), paper, (count, thickness) => {
        const rules = { ...booklet, paper: thickness };
        saddleStitched(count).forEach(({ around }, index) => {
          const { trim, media, folds } = lay(rules, count, index);
          const creep = around * thickness;
          expect(trim[2] - trim[0]).toBeCloseTo(800 - 2 * creep, 2);
          expect((trim[0] + trim[2]) / 2).toBeCloseTo(folds[0] as number, 2);
          expect(folds[0]).toBe(media[2] / 2);
        });
      }),
    );
  });

  it('lies across where it then holds the pages, in the middle of the paper', () => {
    const laid = lay({ ...booklet, sheet: { width: 700, height: 1000 } }, 4, 0);
    expect(laid.media).toEqual([0, 0, 1000, 700]);
    expect(laid.trim).toEqual([100, 50, 900, 650]);
    expect(laid.scale).toBe(1);
  });

  it.each([
    ['holds all', { width: 860, height: 660 }, [true, true]],
    ['holds no bleed', { width: 800, height: 600 }, [true, false]],
    ['is too low', { width: 2000, height: 599 }, [false, false]],
    ['is too narrow', { width: 799, height: 600 }, [false, false]],
  ])('is never made smaller: paper that %s', (_, sheet, [trim, bleed]) => {
    const { scale, holdsTrim, holdsBleed } = fitSheet({ ...booklet, sheet });
    expect({ scale, holdsTrim, holdsBleed }).toEqual({
      scale: 1,
      holdsTrim: trim,
      holdsBleed: bleed,
    });
  });

  it('has no bleed beyond the paper', () => {
    const laid = lay({ ...booklet, sheet: { width: 800, height: 600 } }, 4, 0);
    expect(laid.bleed).toEqual([0, 0, 800, 600]);
  });
});

const grid = { ...booklet, isFolded: false, columns: 3, rows: 2 };

describe('a sheet of pages side by side', () => {
  it('gives each its bleed', () => {
    const laid = lay(grid, 6, 0);
    expect(laid.media).toEqual([0, 0, 1300, 1280]);
    expect(laid.scale).toBe(1);
    expect(laid.cuts).toEqual({
      xs: [30, 430, 450, 850, 870, 1270],
      ys: [30, 630, 650, 1250],
    });
    expect(laid.folds).toEqual([]);
    expect(laid.placings[0]).toEqual({ page: 0, origin: [30, 650], clip: [20, 640, 440, 1260] });
    expect(laid.placings[5]).toEqual({ page: 5, origin: [870, 30], clip: [860, 20, 1280, 640] });
  });

  it('makes pages smaller to fit the paper, never larger, and nothing overlaps', () => {
    const length = fc.integer({ min: 100, max: 4000 });
    const count = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(length, length, count, count, (width, height, columns, rows) => {
        const rules = { ...grid, columns, rows, sheet: { width, height } };
        const fit = fitSheet(rules);
        expect(fit.scale).toBeLessThanOrEqual(1);
        expect(fit.holdsBleed).toBe(true);
        const { media, placings, bleed, trim } = lay(rules, columns * rows, 0);
        for (const { clip } of placings) {
          expect(clip[0]).toBeGreaterThanOrEqual(media[0] - 0.01);
          expect(clip[3]).toBeLessThanOrEqual(media[3] + 0.01);
          expect(clip[0]).toBeGreaterThanOrEqual(bleed[0] - 0.01);
        }
        for (const [index, { clip }] of placings.entries()) {
          for (const other of placings.slice(index + 1)) {
            const across = Math.min(clip[2], other.clip[2]) - Math.max(clip[0], other.clip[0]);
            const down = Math.min(clip[3], other.clip[3]) - Math.max(clip[1], other.clip[1]);
            expect(Math.min(across, down)).toBeLessThan(0.01);
          }
        }
        expect(trim[0] + trim[2]).toBeCloseTo(media[2], 1);
      }),
    );
  });

  it('has no room at all on paper that the marks take', () => {
    expect(fitSheet({ ...grid, sheet: { width: 40, height: 40 } }).holdsTrim).toBe(false);
  });
});
