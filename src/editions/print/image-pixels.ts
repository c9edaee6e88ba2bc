import { decode } from 'jpeg-js';
import type { PDFRawStream } from 'pdf-lib';
import { nameAt, numberAt, pdfName } from '../pdf-file/objects.js';
import { decodeStream } from '../pdf-file/streams.js';
import { MalformedScan } from './jpeg/scan-bits.js';
import { jpegStrips } from './jpeg/strips.js';

const otherwisePacked = new Set(['JPXDecode', 'CCITTFaxDecode', 'JBIG2Decode']);

/** The decoder's own limits are those of a web server; the image was read from the publication. */
const limits = { maxResolutionInMP: 400, maxMemoryUsageInMB: 4096 };

/** Pixels worked on at a time: the decoder of JPEG takes forty times as many bytes. */
const stripPixels = 0x40000;

function ofJpeg(bytes: Uint8Array): Uint8Array {
  return decode(bytes, { useTArray: true, formatAsRGBA: false, ...limits }).data;
}

export const isJpeg = (image: PDFRawStream): boolean =>
  nameAt(image.dict, 'Filter') === 'DCTDecode';

/** The pixels of an image in RGB, three bytes each. */
export interface RgbPixels {
  width: number;
  height: number;
  /** Some rows at a time, from the top down. */
  strips(): Iterable<Uint8Array>;
}

function* cut(pixels: Uint8Array, width: number): Generator<Uint8Array> {
  const length = Math.max(1, Math.floor(stripPixels / width)) * width * 3;
  for (let at = 0; at < pixels.length; at += length) yield pixels.subarray(at, at + length);
}

function wholeJpeg(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return ofJpeg(bytes);
  } catch {
    // The decoder knows no errors but in words: whatever it was, there are no pixels.
    return undefined;
  }
}

/** A large JPEG as several; undefined for those that are small, or of a kind that cannot be cut. */
function stripsOf(bytes: Uint8Array, width: number, height: number): Uint8Array[] | undefined {
  if (width * height <= stripPixels) return undefined;
  try {
    const jpeg = jpegStrips(bytes, stripPixels);
    if (jpeg?.width !== width || jpeg.height !== height) return undefined;
    const strips = [...jpeg.strips];
    return strips[0] && wholeJpeg(strips[0]) ? strips : undefined;
  } catch (error) {
    if (error instanceof MalformedScan || error instanceof RangeError) return undefined;
    throw error;
  }
}

function* decoded(strips: readonly Uint8Array[]): Generator<Uint8Array> {
  for (const strip of strips) yield ofJpeg(strip);
}

/**
 * The pixels of an image in RGB; undefined where they cannot be read: another depth, a filter of
 * another kind, values turned about, fewer bytes than pixels.
 */
export function rgbPixels(image: PDFRawStream): RgbPixels | undefined {
  const { dict } = image;
  const filter = nameAt(dict, 'Filter');
  if ((filter && otherwisePacked.has(filter)) || numberAt(dict, 'BitsPerComponent') !== 8)
    return undefined;
  const [width, height] = [numberAt(dict, 'Width') ?? 0, numberAt(dict, 'Height') ?? 0];
  if (dict.has(pdfName('Decode'))) return undefined;
  const { contents } = image;
  const parts = isJpeg(image) ? stripsOf(contents, width, height) : undefined;
  if (parts) return { width, height, strips: () => decoded(parts) };
  const pixels = isJpeg(image) ? wholeJpeg(contents) : decodeStream(image);
  const length = width * height * 3;
  if (!pixels || pixels.length < length) return undefined;
  return { width, height, strips: () => cut(pixels.subarray(0, length), width) };
}
