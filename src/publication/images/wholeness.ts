import type { ImageFile } from '../publication.js';
import { isWholeJpeg } from './jpeg-segments.js';

/** How many bytes may follow the end mark: some programs add a note or fill up a block. */
const slack = 64 * 1024;

/** Whether the file runs to the end that its format marks: a cut download shows as half an image. */
export function isWhole(bytes: Uint8Array, mediaType: ImageFile['mediaType']): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const tail = file.subarray(Math.max(0, file.length - slack));
  switch (mediaType) {
    case 'image/png':
      return tail.includes('IEND', 0, 'latin1');
    case 'image/jpeg':
      return isWholeJpeg(file);
    case 'image/gif':
      return tail.includes(0x3b);
    case 'image/webp':
      return file.length >= file.readUInt32LE(4) + 8;
    case 'image/svg+xml':
      return true;
  }
}
