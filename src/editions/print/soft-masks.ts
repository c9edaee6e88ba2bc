import type { PDFRawStream } from 'pdf-lib';
import { nameAt, numberAt, pdfName, streamAt } from '../pdf-file/objects.js';
import { decodeStream, newStream } from '../pdf-file/streams.js';

const size = ({ dict }: PDFRawStream) => ({
  width: numberAt(dict, 'Width') ?? 0,
  height: numberAt(dict, 'Height') ?? 0,
});

/** The coverage of each pixel of a mask, a byte each; undefined where it cannot be read. */
function coverageOf(mask: PDFRawStream): Uint8Array | undefined {
  const { dict } = mask;
  const filter = nameAt(dict, 'Filter');
  const isPacked = filter !== undefined && filter !== 'FlateDecode';
  const isAltered = ['Decode', 'Matte', 'DecodeParms'].some((key) => dict.has(pdfName(key)));
  if (isPacked || isAltered || numberAt(dict, 'BitsPerComponent') !== 8) return undefined;
  const { width, height } = size(mask);
  const coverage = decodeStream(mask);
  return coverage.length >= width * height ? coverage.subarray(0, width * height) : undefined;
}

/** One bit a pixel, rows padded to bytes: 1 where nothing is painted (ISO 32000-1, 8.9.6.3). */
function stencilOf(coverage: Uint8Array, width: number, height: number): Uint8Array {
  const rowLength = Math.ceil(width / 8);
  const bits = new Uint8Array(rowLength * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if (coverage[row * width + column] !== 0) continue;
      const at = row * rowLength + (column >> 3);
      bits[at] = (bits[at] as number) | (0x80 >> (column & 7));
    }
  }
  return bits;
}

/** Whether every pixel is painted, painted or not, or something between. */
function hardness(coverage: Uint8Array): 'opaque' | 'hard' | 'soft' {
  let found: 'opaque' | 'hard' = 'opaque';
  for (const part of coverage) {
    if (part !== 0 && part !== 255) return 'soft';
    if (part === 0) found = 'hard';
  }
  return found;
}

/**
 * Takes an image's soft mask away where it covers every pixel in full; with `cutsOut`, makes a
 * stencil of one that covers each in full or not at all. True where the image is left with a soft
 * mask.
 */
export function settleSoftMask(image: PDFRawStream, cutsOut: boolean): boolean {
  const { dict } = image;
  const mask = streamAt(dict, 'SMask');
  if (!mask) return dict.has(pdfName('SMask'));
  const coverage = coverageOf(mask);
  const kind = coverage ? hardness(coverage) : 'soft';
  if (!coverage || kind === 'soft' || (kind === 'hard' && !cutsOut)) return true;
  dict.delete(pdfName('SMask'));
  if (kind === 'opaque') return false;
  const { width, height } = size(mask);
  const stencil = newStream(dict.context, stencilOf(coverage, width, height), {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    ImageMask: true,
    BitsPerComponent: 1,
  });
  dict.set(pdfName('Mask'), dict.context.register(stencil));
  return false;
}
