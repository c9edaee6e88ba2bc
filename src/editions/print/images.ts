import type { PDFRawStream } from 'pdf-lib';
import { nameAt, numberAt, pdfName } from '../pdf-file/objects.js';
import { decodeStream, replaceStream } from '../pdf-file/streams.js';
import { isNeutral, type Separate } from './ink.js';

const packed = new Set(['DCTDecode', 'JPXDecode', 'CCITTFaxDecode', 'JBIG2Decode']);

/** A component, from 0 to 1. */
const part = (pixels: Uint8Array, at: number) => (pixels[at] ?? 0) / 255;

function isAllNeutral(pixels: Uint8Array): boolean {
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    if (!isNeutral(part(pixels, at), part(pixels, at + 1), part(pixels, at + 2))) return false;
  }
  return true;
}

/**
 * An image in RGB: one of greys alone is put on the black plate; another keeps its pixels where a
 * profile says what they mean (whoever makes the plates separates it better than a formula), and
 * is separated where it has none. False where its pixels cannot be read.
 */
export function inkImage(image: PDFRawStream, hasProfile: boolean, separate: Separate): boolean {
  const { dict } = image;
  const filter = nameAt(dict, 'Filter');
  const bits = numberAt(dict, 'BitsPerComponent');
  if ((filter && packed.has(filter)) || bits !== 8) return hasProfile;
  const pixels = decodeStream(image);
  const count = (numberAt(dict, 'Width') ?? 0) * (numberAt(dict, 'Height') ?? 0);
  if (pixels.length < count * 3 || dict.has(pdfName('Decode'))) return hasProfile;
  if (isAllNeutral(pixels)) {
    const greys = new Uint8Array(count);
    for (let index = 0; index < count; index++) greys[index] = pixels[index * 3 + 1] ?? 0;
    dict.set(pdfName('ColorSpace'), pdfName('DeviceGray'));
    replaceStream(image, greys);
    return true;
  }
  if (hasProfile) return true;
  const inks = new Uint8Array(count * 4);
  for (let index = 0; index < count; index++) {
    const at = index * 3;
    const parts = separate(part(pixels, at), part(pixels, at + 1), part(pixels, at + 2));
    for (let ink = 0; ink < 4; ink++) inks[index * 4 + ink] = Math.round((parts[ink] ?? 0) * 255);
  }
  dict.set(pdfName('ColorSpace'), pdfName('DeviceCMYK'));
  replaceStream(image, inks);
  return true;
}
