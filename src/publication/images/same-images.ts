import { isDeepStrictEqual } from 'node:util';
import type { ImageFile } from '../publication.js';

export type Images = ReadonlyMap<string, ImageFile>;

/** Whether the same images are named, in the same order. */
export function sameImages(one: Images, other: Images): boolean {
  return isDeepStrictEqual([...one], [...other]);
}
