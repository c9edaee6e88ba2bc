import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { srgbToLab } from '../../../src/editions/pdf-file/srgb-profile.js';
import { PressColours } from '../../../src/editions/print/press-colours.js';
import { readPressProfile } from '../../../src/editions/print/press-profile.js';
import { samplerPress } from '../printed/press.js';

const { profile } = samplerPress();
const read = readPressProfile(profile);
const separate = read?.separate;
if (!separate) throw new Error('the profile has no table to separate with');
const part = () => fc.double({ min: 0, max: 1, noNaN: true });

describe('the press profile that comes with Octavo', () => {
  it('says what it describes', () => {
    expect(read?.description).toBe('FOGRA39L Coated');
  });

  it('leaves paper white without ink, and puts the most of it into black', () => {
    for (const ink of separate(1, 1, 1)) expect(ink).toBeLessThan(0.01);
    expect(separate(0, 0, 0)[3]).toBeGreaterThan(0.8);
  });

  it.each([
    ['red', [1, 0, 0], [1, 2]],
    ['green', [0, 1, 0], [0, 2]],
    ['blue', [0, 0, 1], [0, 1]],
    ['cyan', [0, 1, 1], [0]],
    ['yellow', [1, 1, 0], [2]],
  ] as const)('prints %s with its own inks most', (_, [red, green, blue], own) => {
    const inks = separate(red, green, blue).slice(0, 3);
    const rest = inks.filter((_, index) => !(own as readonly number[]).includes(index));
    for (const index of own) expect(inks[index]).toBeGreaterThan(Math.max(...rest));
  });

  it('never asks for more ink than the paper holds', () => {
    fc.assert(
      fc.property(part(), part(), part(), (red, green, blue) => {
        const inks = separate(red, green, blue);
        expect(inks.reduce((sum, ink) => sum + ink, 0)).toBeLessThan(3.02);
        for (const ink of inks) expect(ink >= 0 && ink <= 1).toBe(true);
      }),
    );
  });

  it.each([0, 3, 128, 200, 5000])('is not taken where only %s bytes of it are there', (length) => {
    expect(readPressProfile(profile.subarray(0, length))).toBeUndefined();
  });
});

describe('colours on press', () => {
  const colours = new PressColours(
    [{ screen: [0, 0.2, 0.4], ink: [1, 0.6, 0, 0.2], spot: undefined }],
    () => [0.9, 0.9, 0.9, 0.9],
  );

  it('are those of the table where it has them, black alone where they are grey', () => {
    expect(colours.separate(0, 0.2, 0.4)).toEqual([1, 0.6, 0, 0.2]);
    expect(colours.separate(0.25, 0.25, 0.25)).toEqual([0, 0, 0, 0.75]);
    expect(colours.totals.map(({ total }) => total)).toEqual([1.8, 0.75]);
  });

  it('are told of with the ink they take', () => {
    colours.separate(0, 0.2, 0.8);
    expect(colours.totals).toContainEqual({ colour: '#0033cc', total: 3.6 });
  });
});

// Reference figures: sRGB's primaries in CIELAB under D50, as published tables of them have them.
it.each([
  ['white', [1, 1, 1], [100, 0, 0]],
  ['black', [0, 0, 0], [0, 0, 0]],
  ['red', [1, 0, 0], [54.29, 80.81, 69.89]],
  ['green', [0, 1, 0], [87.82, -79.29, 80.99]],
  ['blue', [0, 0, 1], [29.57, 68.3, -112.03]],
] as const)('%s stands where it belongs in CIELAB', (_, [red, green, blue], lab) => {
  srgbToLab(red, green, blue).forEach((part, index) => {
    expect(part).toBeCloseTo(lab[index] as number, 1);
  });
});
