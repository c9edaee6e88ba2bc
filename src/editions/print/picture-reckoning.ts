import type { PDFObject, PDFRawStream } from 'pdf-lib';
import { inkImage } from './images.js';
import type { PictureGrids } from './picture-grids.js';

/** What pictures that stay in RGB would take of ink by the press's profile, as far as they are unpacked. */
export class PictureReckoning {
  /** The most ink that a pixel of each takes, 3 for 300 %; of those that take too much. */
  readonly heaviest = new Map<PDFRawStream, number>();

  constructor(
    private readonly grids: PictureGrids,
    private readonly limit: number,
  ) {}

  /** Puts a picture of greys on the black plate; reckons the ink of one in colour, and gives false. */
  ink(image: PDFRawStream, space: PDFObject | undefined): boolean {
    return inkImage(image, (pixels) => {
      const grid = this.grids.of(space);
      if (!grid || grid.most <= this.limit) return;
      let heaviest = 0;
      for (const strip of pixels.strips()) heaviest = Math.max(heaviest, grid.heaviest(strip));
      if (heaviest > this.limit) this.heaviest.set(image, heaviest);
    });
  }
}
