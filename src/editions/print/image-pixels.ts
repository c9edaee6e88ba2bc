import { decode } from 'jpeg-js';
import type { PDFRawStream } from 'pdf-lib';
import { nameAt, numberAt, pdfName } from '../pdf-file/objects.js';
import { decodeStream } from '../pdf-file/streams.js';

const otherwisePacked = new Set(['JPXDecode', 'CCITTFaxDecode', 'JBIG2Decode']);

/** The decoder's own limits are those of a web server; the image was read from the publication. */
const limits = { maxResolutionInMP: 400, maxMemoryUsageInMB: 4096 };

function ofJpeg(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return decode(bytes, { useTArray: true, formatAsRGBA: false, ...limits }).data;
  } catch {
    // The decoder knows no errors but in words: whatever it was, there are no pixels.
    return undefined;
  }
}

export const isJpeg = (image: PDFRawStream): boolean =>
  nameAt(image.dict, 'Filter') === 'DCTDecode';

/**
 * The pixels of an image in RGB, three bytes each; undefined where they cannot be read: another
 * depth, a filter of another kind, values turned about, fewer bytes than pixels.
 */
export function rgbPixels(image: PDFRawStream): Uint8Array | undefined {
  const { dict } = image;
  const filter = nameAt(dict, 'Filter');
  if ((filter && otherwisePacked.has(filter)) || numberAt(dict, 'BitsPerComponent') !== 8)
    return undefined;
  const count = (numberAt(dict, 'Width') ?? 0) * (numberAt(dict, 'Height') ?? 0);
  if (dict.has(pdfName('Decode'))) return undefined;
  const pixels = isJpeg(image) ? ofJpeg(image.contents) : decodeStream(image);
  return pixels && pixels.length >= count * 3 ? pixels.subarray(0, count * 3) : undefined;
}
