import { srgbToLab } from '../pdf-file/srgb-profile.js';
import type { ToLab } from './display-profile.js';
import { tagOf } from './icc-tags.js';
import type { Ink, Separate } from './ink.js';
import { type LookUp, lookUpIn } from './lookup-table.js';

/** A profile of a press, read. */
export interface PressProfile {
  /** The profile's own name for what it describes; empty where it has none in plain letters. */
  description: string;
  /** Of the ICC's specification: 2 or 4. */
  version: number;
  /** What colours of sRGB become; undefined where the profile keeps that in a way not read here. */
  separate?: Separate;
  /** The same for pictures, their whole range of tones kept: parts of a display's colours to inks. */
  separatePictures?: (toLab: ToLab) => Separate;
}

/** Text of the types `desc` (ICC.1:2001, 6.5.17) and `mluc` (ICC.1, 10.15). */
function descriptionOf(bytes: Buffer): string {
  const tag = tagOf(bytes, 'desc');
  const type = tag?.toString('latin1', 0, 4);
  if (tag && type === 'desc') {
    return tag.toString('latin1', 12, 11 + tag.readUInt32BE(8));
  }
  if (tag && type === 'mluc') {
    const [length, start] = [tag.readUInt32BE(20), tag.readUInt32BE(24)];
    return Buffer.from(tag.subarray(start, start + length))
      .swap16()
      .toString('utf16le');
  }
  return '';
}

/** CIELAB as tables of 16 and of 8 bits have it (ICC.1, 6.3.4.2: the encoding of `mft2` is the older one). */
function encoded([lightness, a, b]: readonly [number, number, number], isWide: boolean): number[] {
  const [white, step] = isWide ? [0xff00 / 0xffff, 256 / 0xffff] : [1, 1 / 255];
  return [(lightness / 100) * white, (a + 128) * step, (b + 128) * step];
}

/** Perceptual and relative colorimetric tables: ICC.1, 9.2.4 and 9.2.5. */
function separatorOf(tag: Buffer | undefined): ((toLab: ToLab) => Separate) | undefined {
  const lookUp: LookUp | undefined = tag && lookUpIn(tag);
  if (!tag || !lookUp || tag.readUInt8(8) !== 3 || tag.readUInt8(9) !== 4) return undefined;
  const isWide = tag.toString('latin1', 0, 4) === 'mft2';
  return (toLab) =>
    (...parts) =>
      lookUp(encoded(toLab(...parts), isWide)) as unknown as Ink;
}

/**
 * Reads a profile; undefined for bytes that are no ICC profile of a press in CMYK of version 2 or 4,
 * which is what PDF/X-4 takes (ISO 15930-7).
 */
export function readPressProfile(profile: Uint8Array): PressProfile | undefined {
  const bytes = Buffer.from(profile.buffer, profile.byteOffset, profile.byteLength);
  const isProfile = bytes.length > 132 && bytes.toString('latin1', 36, 40) === 'acsp';
  if (!isProfile || bytes.readUInt32BE(0) !== bytes.length) return undefined;
  if (bytes.toString('latin1', 12, 20) !== 'prtrCMYK' || bytes.readUInt8(8) > 4) return undefined;
  try {
    const isLab = bytes.toString('latin1', 20, 24) === 'Lab ';
    const exact = isLab ? separatorOf(tagOf(bytes, 'B2A1')) : undefined;
    const whole = isLab ? separatorOf(tagOf(bytes, 'B2A0')) : undefined;
    return {
      description: descriptionOf(bytes),
      version: bytes.readUInt8(8),
      separate: exact?.(srgbToLab),
      separatePictures: whole ?? exact,
    };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
