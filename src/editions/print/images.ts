import type { PDFRawStream } from 'pdf-lib';
import { nameAt, numberAt, pdfName } from '../pdf-file/objects.js';
import { decodeStream, replaceStream } from '../pdf-file/streams.js';
import { isNeutral } from './ink.js';

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
 * Puts an image in RGB on the black plate where it holds greys alone. False where it is in colour,
 * or its pixels cannot be read: it keeps them, and a profile that says what they mean (whoever makes
 * the plates separates it for their own press).
 */
export function inkImage(image: PDFRawStream): boolean {
  const { dict } = image;
  const filter = nameAt(dict, 'Filter');
  const bits = numberAt(dict, 'BitsPerComponent');
  if ((filter && packed.has(filter)) || bits !== 8) return false;
  const pixels = decodeStream(image);
  const count = (numberAt(dict, 'Width') ?? 0) * (numberAt(dict, 'Height') ?? 0);
  if (pixels.length < count * 3 || dict.has(pdfName('Decode')) || !isAllNeutral(pixels))
    return false;
  const greys = new Uint8Array(count);
  for (let index = 0; index < count; index++) greys[index] = pixels[index * 3 + 1] ?? 0;
  dict.set(pdfName('ColorSpace'), pdfName('DeviceGray'));
  replaceStream(image, greys);
  return true;
}
