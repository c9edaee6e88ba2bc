import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Random } from '../../bench/book/random.js';

const take = (count: number, make: () => number) => Array.from({ length: count }, make);

describe('Random', () => {
  test('gives the same numbers for the same seed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [one, other] = [new Random(seed), new Random(seed)];
        expect(take(50, () => one.next())).toEqual(take(50, () => other.next()));
      }),
    );
  });

  test('stays in its range, and reaches both ends of it', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -9, max: 9 }), (seed, least) => {
        const random = new Random(seed);
        const numbers = take(400, () => random.integer(least, least + 3));
        expect(new Set(numbers)).toEqual(new Set([least, least + 1, least + 2, least + 3]));
        expect(take(400, () => random.next()).every((n) => n >= 0 && n < 1)).toBe(true);
      }),
    );
  });

  test('is even: each tenth of the range has its share', () => {
    const random = new Random(7);
    const shares = Array<number>(10).fill(0);
    for (const number of take(20_000, () => random.next())) {
      shares[Math.floor(number * 10)] = (shares[Math.floor(number * 10)] ?? 0) + 1;
    }
    for (const share of shares) expect(Math.abs(share - 2000)).toBeLessThan(200);
  });

  test('shuffles without loss', () => {
    const list = take(60, () => 0).map((_, index) => index);
    const shuffled = new Random(3).shuffle(list);
    expect(shuffled).not.toEqual(list);
    expect(shuffled.toSorted((a, b) => a - b)).toEqual(list);
  });

  test('picks from something', () => {
    expect(() => new Random(1).pick([])).toThrow(RangeError);
  });
});
