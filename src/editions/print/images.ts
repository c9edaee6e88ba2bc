import type { PDFRawStream } from 'pdf-lib';
import { pdfName } from '../pdf-file/objects.js';
import { replaceStream } from '../pdf-file/streams.js';
import { isJpeg, type RgbPixels, rgbPixels } from './image-pixels.js';
import { isNeutral } from './ink.js';
import { PredictedRows, predictorOf } from './predict.js';
import type { SeparationGrid } from './separation-grid.js';

/** A component, from 0 to 1. */
const part = (pixels: Uint8Array, at: number) => (pixels[at] ?? 0) / 255;

function isNeutralStrip(pixels: Uint8Array): boolean {
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    if (!isNeutral(part(pixels, at), part(pixels, at + 1), part(pixels, at + 2))) return false;
  }
  return true;
}

function isAllNeutral(pixels: RgbPixels): boolean {
  for (const strip of pixels.strips()) if (!isNeutralStrip(strip)) return false;
  return true;
}

function setGreys(image: PDFRawStream, pixels: RgbPixels): void {
  const greys = new Uint8Array(pixels.width * pixels.height);
  let to = 0;
  for (const strip of pixels.strips()) {
    for (let at = 1; at < strip.length; at += 3) greys[to++] = strip[at] as number;
  }
  image.dict.set(pdfName('ColorSpace'), pdfName('DeviceGray'));
  replaceStream(image, greys);
}

/**
 * Puts an image in RGB on the black plate where it holds greys alone. False where it is in colour,
 * or its pixels cannot be read, or would have to be unpacked from a photograph: it keeps them, and a
 * profile that says what they mean (whoever makes the plates separates it for their own press).
 * @param whereInColour Is given the pixels that are read and are in colour.
 */
export function inkImage(
  image: PDFRawStream,
  whereInColour?: (pixels: RgbPixels) => void,
): boolean {
  const pixels = isJpeg(image) ? undefined : rgbPixels(image);
  if (!pixels) return false;
  if (!isAllNeutral(pixels)) {
    whereInColour?.(pixels);
    return false;
  }
  setGreys(image, pixels);
  return true;
}

/**
 * Separates an image in RGB: greys alone to the black plate, all others as the grid says. Gives the
 * most ink of a pixel, 3 for 300 %; undefined where its pixels or its colours
 * cannot be read, and it keeps them.
 */
export function separateImage(
  image: PDFRawStream,
  gridOf: () => SeparationGrid | undefined,
): number | undefined {
  const pixels = rgbPixels(image);
  if (!pixels) return undefined;
  if (isAllNeutral(pixels)) {
    setGreys(image, pixels);
    return 1;
  }
  const grid = gridOf();
  if (!grid) return undefined;
  const { dict } = image;
  const { width, height } = pixels;
  const rows = new PredictedRows(width * 4, height);
  let heaviest = 0;
  for (const strip of pixels.strips()) {
    const separated = grid.apply(strip);
    rows.add(separated.inks);
    heaviest = Math.max(heaviest, separated.heaviest);
  }
  dict.set(pdfName('ColorSpace'), pdfName('DeviceCMYK'));
  replaceStream(image, rows.bytes);
  dict.set(pdfName('DecodeParms'), dict.context.obj(predictorOf(width, 4)));
  return heaviest;
}
