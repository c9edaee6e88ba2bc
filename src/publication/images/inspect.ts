import { imageSize } from 'image-size';
import type { Place } from '../../diagnostics/diagnostic.js';
import type { Report } from '../../diagnostics/report.js';
import type { ImageFile } from '../publication.js';
import { pngOrientation } from './exif.js';
import { type Jpeg, readJpeg } from './jpeg.js';
import { turnedSize } from './turned-size.js';
import { isWhole } from './wholeness.js';

export interface ImageOrigin {
  /** As the manuscript names the file. */
  name: string;
  /** The file as diagnostics show it. */
  shown: string;
  /** Where it is named. */
  place: Place;
}

type Inspected = Omit<ImageFile, 'source'>;
type Size = Pick<ImageFile, 'width' | 'height'>;
type ReadImage = Omit<Jpeg, 'hindrance'> & Partial<Pick<Jpeg, 'hindrance'>> & { type: string };

const mediaTypes: Partial<Record<string, ImageFile['mediaType']>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  gif: 'image/gif',
};

/** Pixels a browser will hold decoded, four bytes each, without trouble (a metre square at 300 dpi). */
const mostPixels = 160_000_000;

/** Tells what an image is by its bytes, measures it, and cleans it where it is a drawing. */
export async function inspectImage(
  bytes: Uint8Array,
  origin: ImageOrigin,
  report: Report,
): Promise<Inspected | undefined> {
  const { name, place } = origin;
  const isDrawing = looksLikeXml(bytes);
  const image = isDrawing ? await clean(bytes, origin, report) : bytes;
  if (image === undefined) return undefined;
  const read = readImage(image);
  if (read?.hindrance) return tell(unshownFormat(read.hindrance), origin, report);
  const mediaType = read && mediaTypes[read.type];
  if (read === undefined || mediaType === undefined) {
    return tell(unknownFormat(bytes, isDrawing, read?.type), origin, report);
  }
  const fault = unfitSize(read, isDrawing);
  if (fault !== undefined) return tell(fault, origin, report);
  if (!read.isWhole) {
    report.add('publication/image-damaged', place, {
      message: `“${name}” ends before its time: a part of the image is missing`,
      remedy: 'Copy or save the file anew',
    });
  }
  const { orientation } = read;
  const size = turnedSize(read, orientation);
  return { bytes: image, mediaType, ...size, ...(orientation && { orientation }) };
}

/** What is wrong with an image, as it follows its name, and what to do. */
type Fault = [what: string, remedy: string];

function tell([what, remedy]: Fault, { name, place }: ImageOrigin, report: Report): undefined {
  report.add('publication/image-format', place, { message: `“${name}” ${what}`, remedy });
  return undefined;
}

function unknownFormat(bytes: Uint8Array, isDrawing: boolean, type: string | undefined): Fault {
  if (bytes.length === 0) return ['is an empty file', 'Put the image in its place'];
  if (isDrawing) return ['is a drawing without size', 'Give its `svg` element a `viewBox`'];
  return [
    type
      ? `is of a format (${type}) that not every edition can carry`
      : 'is no image that Octavo knows',
    'Save it as PNG, JPEG, SVG, WebP or GIF',
  ];
}

function unshownFormat(hindrance: string): Fault {
  return [
    `is a JPEG ${hindrance}, which browsers and readers do not show`,
    'Save it anew, as a JPEG of 8 bits a channel, baseline or progressive, or as PNG',
  ];
}

function unfitSize({ width, height }: Size, isDrawing: boolean): Fault | undefined {
  const pixels = `is ${width} by ${height} pixels`;
  if (!(width > 0 && height > 0)) return [`${pixels}: there is nothing to show`, 'Save it anew'];
  if (isDrawing || width * height <= mostPixels) return undefined;
  const most = `${mostPixels / 1_000_000} million pixels`;
  return [`${pixels}, more than can be printed`, `Scale it down to ${most} or fewer`];
}

async function clean(
  ...drawing: Parameters<typeof import('../svg/clean-drawing.js').cleanDrawing>
) {
  const { cleanDrawing } = await import('../svg/clean-drawing.js');
  return cleanDrawing(...drawing);
}

/** What an image says of itself; undefined where it is none. */
function readImage(bytes: Uint8Array): ReadImage | undefined {
  const jpeg = readJpeg(bytes);
  if (jpeg) return { type: 'jpg', ...jpeg };
  try {
    const { width, height, type = '' } = imageSize(bytes);
    const orientation = type === 'png' ? pngOrientation(bytes) : undefined;
    return { type, width, height, orientation, isWhole: isWhole(bytes, type) };
  } catch {
    return undefined;
  }
}

/** Whether the first thing after a byte order mark and white space opens a tag. */
function looksLikeXml(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 256));
  return /^(ï»¿)?\s*</.test(start);
}
