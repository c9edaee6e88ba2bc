/**
 * A repeatable source of chance: G. Marsaglia, "Xorshift RNGs", Journal of Statistical Software
 * 8/14 (2003), the 128-bit generator of section 4. Good enough for text, useless for secrets.
 */
export class Random {
  #state: [number, number, number, number];

  constructor(seed: number) {
    // Four odd constants keep the state from being zero, whatever the seed.
    this.#state = [
      seed ^ 0x2545f491,
      seed ^ 0x6c078965,
      seed ^ 0x5bd1e995,
      (seed ^ 0x1b873593) | 1,
    ];
    for (let round = 0; round < 20; round += 1) this.next();
  }

  /** From 0 (included) to 1 (excluded). */
  next(): number {
    const [a, b, c, d] = this.#state;
    const mixed = a ^ (a << 11);
    const last = d ^ (d >>> 19) ^ mixed ^ (mixed >>> 8);
    this.#state = [b, c, d, last];
    return (last >>> 0) / 2 ** 32;
  }

  /** Whole number from `least` to `most`, both included. */
  integer(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError('nothing to pick from');
    return list[this.integer(0, list.length - 1)] as T;
  }

  /** A new list in another order (Fisher–Yates). */
  shuffle<T>(list: readonly T[]): T[] {
    const shuffled = [...list];
    for (let last = shuffled.length - 1; last > 0; last -= 1) {
      const other = this.integer(0, last);
      [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
    }
    return shuffled;
  }
}
