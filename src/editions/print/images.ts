import type { PDFRawStream } from 'pdf-lib';
import { dictAt, nameAt, numberAt, pdfName } from '../pdf-file/objects.js';
import { decodeStream, replaceStream } from '../pdf-file/streams.js';
import { isNeutral, type Separate } from './ink.js';

const packed = new Set(['DCTDecode', 'JPXDecode', 'CCITTFaxDecode', 'JBIG2Decode']);

function isAllNeutral(pixels: Uint8Array): boolean {
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    const [r = 0, g = 0, b = 0] = pixels.subarray(at, at + 3);
    if (!isNeutral(r / 255, g / 255, b / 255)) return false;
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
  if (pixels.length < count * 3 || dictAt(dict, 'Decode')) return hasProfile;
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
    const [r = 0, g = 0, b = 0] = pixels.subarray(index * 3, index * 3 + 3);
    separate(r / 255, g / 255, b / 255).forEach((part, ink) => {
      inks[index * 4 + ink] = Math.round(part * 255);
    });
  }
  dict.set(pdfName('ColorSpace'), pdfName('DeviceCMYK'));
  replaceStream(image, inks);
  return true;
}
