import type { Separate } from './ink.js';

/** Points a side of the grid. */
const side = 33;
const strides = [side * side * 4, side * 4, 4] as const;

/** For each of 256 steps: the grid point below, and how far beyond it in 255ths of a cell. */
const below = Uint8Array.from({ length: 256 }, (_, value) =>
  Math.min(side - 2, Math.floor((value * (side - 1)) / 255)),
);
const beyond = Uint8Array.from(
  { length: 256 },
  (_, value) => value * (side - 1) - (below[value] as number) * 255,
);

export interface SeparatedPixels {
  /** Cyan, magenta, yellow and black of each pixel, a byte each. */
  inks: Uint8Array;
  /** The most ink of a pixel: 3 for 300 %. */
  heaviest: number;
}

/**
 * A separation of colours, reckoned once at the points of a grid, for pictures of millions of
 * pixels. Between the points it is tetrahedral (H. R. Kang, Color Technology for Electronic Imaging
 * Devices, 1997, 4.4): each cell is cut into six along the diagonal of its greys.
 */
export class SeparationGrid {
  /** Inks in 255ths, by red, green, blue. */
  private readonly points = new Float32Array(side ** 3 * 4);

  constructor(separate: Separate) {
    let at = 0;
    const step = 1 / (side - 1);
    for (let red = 0; red < side; red++) {
      for (let green = 0; green < side; green++) {
        for (let blue = 0; blue < side; blue++) {
          for (const ink of separate(red * step, green * step, blue * step)) {
            this.points[at++] = ink * 255;
          }
        }
      }
    }
    // The paper's own white takes no ink, whatever the profile's tables round it to.
    this.points.fill(0, this.points.length - 4);
  }

  /** The most ink that any colour can take: between points there is none with more than at them. */
  get most(): number {
    let most = 0;
    for (let at = 0; at < this.points.length; at += 4) {
      let total = 0;
      for (let ink = 0; ink < 4; ink++) total += this.points[at + ink] as number;
      most = Math.max(most, total);
    }
    return most / 255;
  }

  /** The most ink of a pixel, as {@link apply} gives it. */
  heaviest(pixels: Uint8Array): number {
    const inks = new Uint8Array(4);
    const known = new Set<number>();
    let heaviest = 0;
    for (let at = 0; at + 2 < pixels.length; at += 3) {
      const [r, g, b] = [pixels[at] as number, pixels[at + 1] as number, pixels[at + 2] as number];
      const key = (r << 16) | (g << 8) | b;
      if (known.has(key)) continue;
      known.add(key);
      heaviest = Math.max(heaviest, this.one(r, g, b, inks, 0));
    }
    return heaviest / 255;
  }

  /** @param pixels Red, green and blue of each, a byte each. */
  apply(pixels: Uint8Array): SeparatedPixels {
    const count = Math.floor(pixels.length / 3);
    const inks = new Uint8Array(count * 4);
    let heaviest = 0;
    let last = -1;
    for (let index = 0; index < count; index++) {
      const r = pixels[index * 3] as number;
      const g = pixels[index * 3 + 1] as number;
      const b = pixels[index * 3 + 2] as number;
      const key = (r << 16) | (g << 8) | b;
      if (key === last) {
        inks.copyWithin(index * 4, index * 4 - 4, index * 4);
        continue;
      }
      last = key;
      heaviest = Math.max(heaviest, this.one(r, g, b, inks, index * 4));
    }
    return { inks, heaviest: heaviest / 255 };
  }

  /** Writes the inks of one colour; gives their sum. */
  private one(r: number, g: number, b: number, inks: Uint8Array, to: number): number {
    const { points } = this;
    const [dr, dg, db] = strides;
    const x = beyond[r] as number;
    const y = beyond[g] as number;
    const z = beyond[b] as number;
    const start = (below[r] as number) * dr + (below[g] as number) * dg + (below[b] as number) * db;
    // From the near corner to the far one, along the axes in falling order of what is beyond.
    let [first, second, most, middle, least] = [0, 0, 0, 0, 0];
    if (x >= y) {
      if (y >= z) [first, second, most, middle, least] = [dr, dr + dg, x, y, z];
      else if (x >= z) [first, second, most, middle, least] = [dr, dr + db, x, z, y];
      else [first, second, most, middle, least] = [db, db + dr, z, x, y];
    } else if (x >= z) [first, second, most, middle, least] = [dg, dg + dr, y, x, z];
    else if (y >= z) [first, second, most, middle, least] = [dg, dg + db, y, z, x];
    else [first, second, most, middle, least] = [db, db + dg, z, y, x];
    const far = dr + dg + db;
    let total = 0;
    for (let ink = 0; ink < 4; ink++) {
      const at = start + ink;
      const value =
        ((points[at] as number) * (255 - most) +
          (points[at + first] as number) * (most - middle) +
          (points[at + second] as number) * (middle - least) +
          (points[at + far] as number) * least) /
        255;
      const rounded = Math.round(value);
      inks[to + ink] = rounded;
      total += rounded;
    }
    return total;
  }
}
