import type { PDFDict } from 'pdf-lib';
import type { PrintedPages, Spot } from '../../pages/pages.js';
import { numbersAt, type Rectangle } from './objects.js';

export const pointsPerPixel = 72 / 96;
export const pointsPerMillimetre = 72 / 25.4;

/** The boxes of a page in the coordinates of its content, in points. */
export interface PageBoxes {
  bleed: Rectangle;
  trim: Rectangle;
}

function topOf(page: PDFDict): number {
  return numbersAt(page, 'MediaBox')?.[3] ?? 0;
}

/**
 * Where trim and bleed stand on a printed page. The engine snaps the sheet to a three-hundredth
 * of an inch, so the boxes are measured from its top left corner by the pages' own sizes.
 */
export function boxesOf(page: PDFDict, pages: Pick<PrintedPages, 'trim' | 'bleed'>): PageBoxes {
  const top = topOf(page);
  const [width, height, bleed] = [pages.trim.width, pages.trim.height, pages.bleed].map(
    (px) => px * pointsPerPixel,
  ) as [number, number, number];
  return {
    bleed: [0, top - height - 2 * bleed, width + 2 * bleed, top],
    trim: [bleed, top - bleed - height, bleed + width, top - bleed],
  };
}

/** A spot of the pages as a point in the coordinates of its page. */
export function pointOf(page: PDFDict, spot: Spot): [x: number, y: number] {
  return [spot.x * pointsPerPixel, topOf(page) - spot.y * pointsPerPixel];
}

export function grown([left, bottom, right, top]: Rectangle, by: number): Rectangle {
  return [left - by, bottom - by, right + by, top + by];
}
