import { imageSize } from 'image-size';
import type { Place } from '../../diagnostics/diagnostic.js';
import type { Report } from '../../diagnostics/report.js';
import type { ImageFile } from '../publication.js';
import { unshownJpeg } from './jpeg-segments.js';
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
  const hindrance = unshownJpeg(image);
  if (hindrance !== undefined) return tell(unshownFormat(hindrance), origin, report);
  const size = measure(image);
  const mediaType = size && mediaTypes[size.type];
  if (size === undefined || mediaType === undefined) {
    return tell(unknownFormat(bytes, isDrawing, size?.type), origin, report);
  }
  const fault = unfitSize(size, isDrawing);
  if (fault !== undefined) return tell(fault, origin, report);
  if (!isWhole(image, mediaType)) {
    report.add('publication/image-damaged', place, {
      message: `“${name}” ends before its time: a part of the image is missing`,
      remedy: 'Copy or save the file anew',
    });
  }
  return { bytes: image, mediaType, width: size.width, height: size.height };
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
    'Save it as a JPEG of 8 bits a channel, baseline or progressive, or as PNG',
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

/** Size as shown: a camera's note that a picture lies on its side (EXIF orientation 5 to 8) counts. */
function measure(bytes: Uint8Array): (Size & { type: string }) | undefined {
  try {
    const { width, height, type = '', orientation = 1 } = imageSize(bytes);
    return orientation >= 5 && orientation <= 8
      ? { type, width: height, height: width }
      : { type, width, height };
  } catch {
    return undefined;
  }
}

/** Whether the first thing after a byte order mark and white space opens a tag. */
function looksLikeXml(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 256));
  return /^(ï»¿)?\s*</.test(start);
}
