/** A segment of a JPEG; offsets in bytes. */
export interface JpegSegment {
  /** The second byte of its marker (ITU-T T.81, table B.1). */
  marker: number;
  /** Where its marker stands. */
  start: number;
  /** Past it; beyond the file where that is cut short. */
  end: number;
}

const endOfImage = 0xd9;

/** Stuffed bytes, restarts and the like: markers that stand by themselves within data. */
const isWithinData = (marker: number) => marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/**
 * The segments of a JPEG (ITU-T T.81, B.1.1) up to the end of its image, which is the last of them
 * where it is there. The data of scans is passed over, and what a segment holds, such as a smaller
 * JPEG of the same picture, is not looked into. None for what is no JPEG.
 */
export function* jpegSegments(file: Uint8Array): Generator<JpegSegment> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return;
  for (let at = bytes.indexOf(0xff, 2); at >= 0; at = bytes.indexOf(0xff, at)) {
    // A marker may have any number of these before it.
    while (bytes[at + 1] === 0xff) at++;
    const marker = bytes[at + 1];
    if (marker === undefined) return;
    if (isWithinData(marker)) {
      at += 2;
      continue;
    }
    const isEnd = marker === endOfImage;
    if (!isEnd && at + 4 > bytes.length) return;
    const start = at;
    at += isEnd ? 2 : 2 + bytes.readUInt16BE(at + 2);
    yield { marker, start, end: at };
    if (isEnd) return;
  }
}

/** Whether the image's end is marked. */
export function isWholeJpeg(bytes: Uint8Array): boolean {
  let last: JpegSegment | undefined;
  for (const segment of jpegSegments(bytes)) last = segment;
  return last?.marker === endOfImage;
}

/** Frames that readers and print shops decode: baseline, extended, progressive. */
const [shownFirst, shownLast] = [0xc0, 0xc2];
/** Markers among those of frames that begin none: tables and conditions of coding. */
const noFrames = new Set([0xc4, 0xc8, 0xcc]);

/** What hinders readers from showing a JPEG, said after “is a JPEG”; undefined where nothing does. */
export function unshownJpeg(bytes: Uint8Array): string | undefined {
  for (const { marker, start } of jpegSegments(bytes)) {
    if (marker < 0xc0 || marker > 0xcf || noFrames.has(marker)) continue;
    const precision = bytes[start + 4] ?? 8;
    if (precision !== 8) return `of ${precision} bits a sample`;
    if (marker >= shownFirst && marker <= shownLast) return undefined;
    if (marker === 0xc3) return 'packed without loss';
    return marker > 0xc8 ? 'in arithmetic coding' : 'in frames that build on each other';
  }
  return undefined;
}
