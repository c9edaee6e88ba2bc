import type { Orientation } from '../publication.js';
import type { JpegSegment } from './jpeg-segments.js';

const application1 = 0xe1;
const signature = 'Exif\0';
/** Signature and a byte that fills up: TIFF begins after them, and counts from there. */
const tiffAt = 6;

/**
 * How a JPEG is to be turned (Exif 3.0, 4.6.5.1.6); undefined where it is upright, or nothing that
 * makes sense is said. Browsers go by the first segment that is Exif's.
 */
export function jpegOrientation(
  file: Uint8Array,
  segments: readonly JpegSegment[],
): Orientation | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  for (const { marker, start, end } of segments) {
    const body = bytes.subarray(start + 4, end);
    if (marker !== application1 || body.toString('latin1', 0, 5) !== signature) continue;
    return orientationIn(body.subarray(tiffAt), start + 4 + tiffAt);
  }
  return undefined;
}

/** Bytes of a PNG before its first chunk; length, type and checksum of one. */
const [pngSignature, chunkFrame] = [8, 12];

/** How a PNG is to be turned: what its chunk `eXIf` says before the picture (PNG 3, 11.3.4.5). */
export function pngOrientation(file: Uint8Array): Orientation | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  for (let at = pngSignature; at + 8 <= bytes.length; ) {
    const [size, type] = [bytes.readUInt32BE(at), bytes.toString('latin1', at + 4, at + 8)];
    if (type === 'eXIf') return orientationIn(bytes.subarray(at + 8, at + 8 + size), at + 8);
    if (type === 'IDAT') return undefined;
    at += chunkFrame + size;
  }
  return undefined;
}

const [orientationTag, short, upright] = [0x112, 3, 1];
/** Bytes of an entry of a TIFF directory: tag, type, count, value. */
const entrySize = 12;

/**
 * The orientation that the first directory of a TIFF file tells (TIFF 6.0, section 2).
 *
 * @param from Where it begins in the image, in bytes.
 */
function orientationIn(tiff: Buffer, from: number): Orientation | undefined {
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return undefined;
  const isLittle = order === 'II';
  const shortAt = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const longAt = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const directory = longAt(4);
  if (directory + 2 > tiff.length) return undefined;
  const count = shortAt(directory);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * entrySize;
    if (entry + 10 > tiff.length) return undefined;
    if (shortAt(entry) !== orientationTag) continue;
    const isOne = shortAt(entry + 2) === short && longAt(entry + 4) === 1;
    const value = shortAt(entry + 8);
    const isTurned = isOne && value > upright && value <= 8;
    return isTurned ? { value, at: from + entry + (isLittle ? 8 : 9) } : undefined;
  }
  return undefined;
}
