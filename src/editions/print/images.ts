import type { PDFRawStream } from 'pdf-lib';
import { numberAt, pdfName } from '../pdf-file/objects.js';
import { replaceStream } from '../pdf-file/streams.js';
import { isJpeg, rgbPixels } from './image-pixels.js';
import { isNeutral } from './ink.js';
import { predicted, predictorOf } from './predict.js';
import type { SeparationGrid } from './separation-grid.js';

/** A component, from 0 to 1. */
const part = (pixels: Uint8Array, at: number) => (pixels[at] ?? 0) / 255;

function isAllNeutral(pixels: Uint8Array): boolean {
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    if (!isNeutral(part(pixels, at), part(pixels, at + 1), part(pixels, at + 2))) return false;
  }
  return true;
}

function setGreys(image: PDFRawStream, pixels: Uint8Array): void {
  const greys = new Uint8Array(pixels.length / 3);
  for (let index = 0; index < greys.length; index++) greys[index] = pixels[index * 3 + 1] ?? 0;
  image.dict.set(pdfName('ColorSpace'), pdfName('DeviceGray'));
  replaceStream(image, greys);
}

/**
 * Puts an image in RGB on the black plate where it holds greys alone. False where it is in colour,
 * or its pixels cannot be read, or would have to be unpacked from a photograph: it keeps them, and a
 * profile that says what they mean (whoever makes the plates separates it for their own press).
 * @param whereInColour Is given the pixels that are read and are in colour: red, green, blue.
 */
export function inkImage(
  image: PDFRawStream,
  whereInColour?: (pixels: Uint8Array) => void,
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
  const width = numberAt(dict, 'Width') ?? 1;
  const { inks, heaviest } = grid.apply(pixels);
  dict.set(pdfName('ColorSpace'), pdfName('DeviceCMYK'));
  replaceStream(image, predicted(inks, width * 4));
  dict.set(pdfName('DecodeParms'), dict.context.obj(predictorOf(width, 4)));
  return heaviest;
}
