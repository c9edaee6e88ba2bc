import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNeutral, separate } from '../../../src/editions/print/ink.js';
import { inkContent } from '../../../src/editions/print/ink-content.js';
import type { SpaceKind } from '../../../src/editions/print/spaces.js';

const part = fc.double({ min: 0, max: 1, noNaN: true });

describe('separate', () => {
  it('puts greys on black alone', () => {
    fc.assert(
      fc.property(part, (grey) => {
        const [cyan, magenta, yellow, black] = separate(grey, grey, grey);
        expect([cyan, magenta, yellow]).toEqual([0, 0, 0]);
        expect(black).toBeCloseTo(1 - grey, 9);
      }),
    );
  });

  it('gives parts of inks, three at most, that make the colour again', () => {
    fc.assert(
      fc.property(part, part, part, (red, green, blue) => {
        const [cyan, magenta, yellow, black] = separate(red, green, blue);
        for (const ink of [cyan, magenta, yellow, black]) {
          expect(ink).toBeGreaterThanOrEqual(0);
          expect(ink).toBeLessThanOrEqual(1);
        }
        expect(Math.min(cyan, magenta, yellow)).toBe(0);
        expect(cyan + magenta + yellow + black).toBeLessThanOrEqual(3);
        if (isNeutral(red, green, blue)) return;
        expect((1 - cyan) * (1 - black)).toBeCloseTo(red, 9);
        expect((1 - magenta) * (1 - black)).toBeCloseTo(green, 9);
        expect((1 - yellow) * (1 - black)).toBeCloseTo(blue, 9);
      }),
    );
  });
});

describe('inkContent', () => {
  const kinds: Record<string, SpaceKind> = { Profile: 'rgb', Spot: 'other' };
  const left: string[] = [];
  const rewrite = (content: string, isMask = false) =>
    Buffer.from(
      inkContent(Buffer.from(content, 'latin1'), {
        separate,
        isMask,
        kindOf: (space) => kinds[space] ?? 'other',
        spotOf: (...parts) => (parts.join() === '0,0.5,1' ? 'Spot1' : undefined),
        leave: (what) => left.push(what),
      }),
    )
      .toString('latin1')
      .replace(/\s+/g, ' ')
      .trim();

  it.each([
    ['black', '0 0 0 rg', '0 0 0 1 k'],
    ['white', '1 1 1 RG', '0 0 0 0 K'],
    ['grey as the engine rounds it', '.2667 .2667 .2667 rg', '0 0 0 0.7333 k'],
    ['device grey', '.25 g', '0 0 0 0.75 k'],
    ['a colour', '1 0 0 rg', '0 1 1 0 k'],
    ['a colour with an ink of its own', '0 .5 1 rg', '/Spot1 cs 1 scn'],
    ['a line in it', '0 .5 1 RG', '/Spot1 CS 1 SCN'],
    ['a colour by its space', '/DeviceRGB cs 0 0 1 sc', '0 0 0 1 k 1 1 0 0 k'],
    ['a colour by a profile', '/Profile CS 0 1 0 SCN', '0 0 0 1 K 1 0 1 0 K'],
    [
      'a space that is restored',
      '/DeviceRGB cs q /DeviceCMYK cs 0 0 0 1 sc Q 1 1 1 sc',
      '0 0 0 1 k q /DeviceCMYK cs 0 0 0 1 sc Q 0 0 0 0 k',
    ],
    ['patterns', '/Pattern cs /P1 scn', '/Pattern cs /P1 scn'],
    ['text that looks like colour', '(0 0 0 rg) Tj', '(0 0 0 rg) Tj'],
    ['tags', '/P <</MCID 1>>BDC (a) Tj EMC', '(a) Tj'],
    ['states left open', 'q q 0 0 1 1 re f', 'q q 0 0 1 1 re f Q Q'],
  ])('rewrites %s', (_, before, after) => {
    expect(rewrite(before)).toBe(after);
  });

  it('makes greys of the colours of a luminosity mask', () => {
    expect(rewrite('1 0 0 rg 0 1 0 RG', true)).toBe('0.3 g 0.59 G');
  });

  it('says what it leaves', () => {
    left.length = 0;
    rewrite('/Spot cs 1 scn BI /CS /RGB ID x EI');
    expect(left).toEqual(['colour space Spot', 'an image in line']);
  });
});
