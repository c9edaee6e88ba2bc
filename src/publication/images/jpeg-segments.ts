/** A segment of a JPEG; offsets in bytes. */
export interface JpegSegment {
  /** The second byte of its marker (ITU-T T.81, table B.1). */
  marker: number;
  /** Where its marker stands. */
  start: number;
  /** Past it; beyond the file where that is cut short. */
  end: number;
}

export const endOfImage = 0xd9;

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
