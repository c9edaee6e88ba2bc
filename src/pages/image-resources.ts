import type { Resource } from '../browser/index.js';
import { turnedSize } from '../publication/index.js';
import type { ImageFile, Orientation } from '../publication/publication.js';

/** What turns a picture, stored so wide and high, the way it is shown: an SVG matrix by Exif's numbers. */
const turns: Record<number, (width: number, height: number) => readonly number[]> = {
  2: (width) => [-1, 0, 0, 1, width, 0],
  3: (width, height) => [-1, 0, 0, -1, width, height],
  4: (_, height) => [1, 0, 0, -1, 0, height],
  5: () => [0, 1, 1, 0, 0, 0],
  6: (_, height) => [0, 1, -1, 0, height, 0],
  7: (width, height) => [0, -1, -1, 0, height, width],
  8: (width) => [0, -1, 1, 0, 0, width],
};

/**
 * An image as the browser is given it. The browser takes a photograph into a PDF as it was packed,
 * but not one that says of itself that it lies on its side, which comes out twenty times as large:
 * a drawing that turns it says that in its stead.
 */
export function imageResource(image: ImageFile): Resource {
  const { bytes, mediaType, orientation } = image;
  if (mediaType !== 'image/jpeg' || !orientation) return { bytes, mediaType };
  return { bytes: turningDrawing(image, orientation), mediaType: 'image/svg+xml' };
}

function turningDrawing(image: ImageFile, orientation: Orientation): Uint8Array {
  const { width, height } = turnedSize(image, orientation);
  const upright = Buffer.from(image.bytes);
  upright[orientation.at] = 1;
  const turn = turns[orientation.value]?.(width, height).join(' ');
  const address = `data:image/jpeg;base64,${upright.toString('base64')}`;
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${image.width}" height="${image.height}">` +
      `<image width="${width}" height="${height}" transform="matrix(${turn})" href="${address}"/></svg>`,
  );
}
