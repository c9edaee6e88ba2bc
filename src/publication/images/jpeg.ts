import type { Orientation } from '../publication.js';
import { jpegOrientation } from './exif.js';
import { endOfImage, type JpegSegment, jpegSegments } from './jpeg-segments.js';

/** What a JPEG says of its picture. */
export interface Jpeg {
  /** Pixels as stored. */
  width: number;
  height: number;
  orientation?: Orientation;
  /** What hinders readers from showing it, said after “is a JPEG”; undefined where nothing does. */
  hindrance: string | undefined;
  /** Its end is marked. */
  isWhole: boolean;
}

/** Frames that readers and print shops decode: baseline, extended, progressive. */
const [shownFirst, shownLast] = [0xc0, 0xc2];
/** Markers among those of frames that begin none: tables and conditions of coding. */
const noFrames = new Set([0xc4, 0xc8, 0xcc]);
const isFrame = ({ marker }: JpegSegment) =>
  marker >= 0xc0 && marker <= 0xcf && !noFrames.has(marker);

const [startOfScan, quantisation] = [0xda, 0xdb];

/** From its marker: length, bits a sample, height, width (ITU-T T.81, B.2.2). */
const frameHead = { precision: 4, height: 5, width: 7, size: 9 };

/** What a JPEG says of its picture; undefined for what is no JPEG. */
export function readJpeg(file: Uint8Array): Jpeg | undefined {
  if (file[0] !== 0xff || file[1] !== 0xd8) return undefined;
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const segments = [...jpegSegments(file)];
  const frame = segments.find(isFrame);
  const isWhole = segments.at(-1)?.marker === endOfImage;
  // Browsers know a JPEG by the marker that is to follow its first.
  const isKnown = bytes[2] === 0xff;
  if (!isKnown || frame === undefined || frame.start + frameHead.size > bytes.length) {
    return { width: 0, height: 0, hindrance: 'without a picture in it', isWhole };
  }
  const height = bytes.readUInt16BE(frame.start + frameHead.height);
  const width = bytes.readUInt16BE(frame.start + frameHead.width);
  const scan = segments.findIndex(({ marker }) => marker === startOfScan);
  const head = scan < 0 ? segments : segments.slice(0, scan);
  return {
    width,
    height,
    orientation: jpegOrientation(file, head),
    hindrance:
      hindranceOf(frame.marker, bytes[frame.start + frameHead.precision] as number) ??
      lackOf(head, segments[scan], bytes.length),
    isWhole,
  };
}

function hindranceOf(frame: number, precision: number): string | undefined {
  if (precision !== 8) return `of ${precision} bits a sample`;
  if (frame >= shownFirst && frame <= shownLast) return undefined;
  if (frame === 0xc3) return 'packed without loss';
  return frame > 0xc8 ? 'in arithmetic coding' : 'in frames that build on each other';
}

/** What a picture cannot be unpacked without. */
function lackOf(
  head: readonly JpegSegment[],
  scan: JpegSegment | undefined,
  size: number,
): string | undefined {
  if (scan === undefined || scan.end > size) return 'without a picture in it';
  const hasTables = head.some(({ marker }) => marker === quantisation);
  return hasTables ? undefined : 'without the tables that it was packed by';
}
