import fc from 'fast-check';
import { expect, it } from 'vitest';
import { grown, type PageBoxes } from '../../../src/editions/pdf-file/boxes.js';
import type { Rectangle } from '../../../src/editions/pdf-file/objects.js';
import { cutMarkContent, slug } from '../../../src/editions/print/press-marks.js';

const boxes = fc
  .record({
    width: fc.double({ min: 50, max: 3000, noNaN: true }),
    height: fc.double({ min: 50, max: 3000, noNaN: true }),
    bleed: fc.double({ min: 0, max: 40, noNaN: true }),
  })
  .map(({ width, height, bleed }): PageBoxes => {
    const trim: Rectangle = [bleed, bleed, bleed + width, bleed + height];
    return { trim, bleed: grown(trim, bleed) };
  });

it('crop marks stand in line with the trim, outside of the bleed, on the sheet', () => {
  fc.assert(
    fc.property(boxes, (page) => {
      const [l, b, r, t] = page.trim;
      const cuts = { xs: [l, r], ys: [b, t] };
      const strokes = [
        ...cutMarkContent(cuts, page.bleed).matchAll(/^(\S+) (\S+) m (\S+) (\S+) l$/gm),
      ];
      expect(strokes).toHaveLength(8);
      const [left, bottom, right, top] = page.bleed;
      const sheet = grown(page.bleed, slug);
      for (const stroke of strokes) {
        const [x = 0, y = 0, X = 0, Y = 0] = stroke.slice(1).map(Number);
        const isUpright = x === X;
        const edges = isUpright ? [page.trim[0], page.trim[2]] : [page.trim[1], page.trim[3]];
        expect(edges.some((edge) => Math.abs(edge - (isUpright ? x : y)) < 0.001)).toBe(true);
        const isClear = isUpright
          ? Math.max(y, Y) < bottom || Math.min(y, Y) > top
          : Math.max(x, X) < left || Math.min(x, X) > right;
        expect(isClear).toBe(true);
        expect(Math.min(x, X)).toBeGreaterThan(sheet[0]);
        expect(Math.max(y, Y)).toBeLessThan(sheet[3]);
      }
    }),
  );
});
