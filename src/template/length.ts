import { lengthIn } from '../publication/length.js';

/** The engine lays out in steps of 1/64 px: lengths that fall between would drift. */
export function snap(length: number): number {
  return Math.round(length * 64) / 64;
}

/** `13.75pt` in px, as the engine takes it; undefined where it is no length. */
export function parseLength(written: string | number): number | undefined {
  const length = lengthIn(written);
  return length === undefined ? undefined : snap(length);
}
