import type { Orientation } from '../publication.js';

interface Size {
  width: number;
  height: number;
}

/** The size that a picture is shown at, of that which it is stored at; and the other way about. */
export function turnedSize({ width, height }: Size, orientation: Orientation | undefined): Size {
  const isOnItsSide = orientation !== undefined && orientation.value >= 5;
  return isOnItsSide ? { width: height, height: width } : { width, height };
}
