import { labOf } from '../pdf-file/srgb-profile.js';
import { fixedNumbers, tagOf } from './icc-tags.js';

/** A colour of a display, parts from 0 to 1, as CIELAB under D50. */
export type ToLab = (red: number, green: number, blue: number) => readonly [number, number, number];

type Curve = (part: number) => number;

/** Entries of the parametric types 0 to 4, as ICC.1, table 67, has them in order. */
const parameterCounts = [1, 3, 4, 5, 7];

function parametric(tag: Buffer): Curve | undefined {
  const type = tag.readUInt16BE(8);
  const count = parameterCounts[type];
  if (count === undefined) return undefined;
  const [g = 1, a = 1, b = 0, c = 0, d = 0, e = 0, f = 0] = fixedNumbers(tag, 12, count);
  const power = (part: number) => Math.max(0, a * part + b) ** g;
  if (type === 0) return (part) => part ** g;
  if (type === 1) return (part) => (part >= -b / a ? power(part) : 0);
  if (type === 2) return (part) => (part >= -b / a ? power(part) + c : c);
  if (type === 3) return (part) => (part >= d ? power(part) : c * part);
  return (part) => (part >= d ? power(part) + e : c * part + f);
}

/** A curve of the type `curv` (ICC.1, 10.6): the identity, a power, or samples. */
function sampled(tag: Buffer): Curve {
  const count = tag.readUInt32BE(8);
  if (count === 0) return (part) => part;
  if (count === 1) return (part) => part ** (tag.readUInt16BE(12) / 256);
  const samples = Array.from({ length: count }, (_, index) => tag.readUInt16BE(12 + index * 2));
  return (part) => {
    const place = Math.min(1, Math.max(0, part)) * (count - 1);
    const below = Math.min(count - 2, Math.floor(place));
    const [low = 0, high = 0] = [samples[below], samples[below + 1]];
    return (low + (high - low) * (place - below)) / 65535;
  };
}

function curveIn(tag: Buffer): Curve | undefined {
  const type = tag.toString('latin1', 0, 4);
  if (type === 'para') return parametric(tag);
  return type === 'curv' ? sampled(tag) : undefined;
}

/**
 * Reads the profile of a display that is told by three primaries and their curves (ICC.1, F.3), as
 * those of cameras and screens are; undefined for all others, those with tables among them.
 */
export function readDisplayProfile(profile: Uint8Array): ToLab | undefined {
  const bytes = Buffer.from(profile.buffer, profile.byteOffset, profile.byteLength);
  if (bytes.length <= 132 || bytes.toString('latin1', 36, 40) !== 'acsp') return undefined;
  if (bytes.toString('latin1', 16, 24) !== 'RGB XYZ ') return undefined;
  try {
    if (tagOf(bytes, 'A2B0')) return undefined;
    const parts = ['r', 'g', 'b'].map((part) => {
      const [colorant, tone] = [tagOf(bytes, `${part}XYZ`), tagOf(bytes, `${part}TRC`)];
      const curve = tone && curveIn(tone);
      return colorant && curve && { xyz: fixedNumbers(colorant, 8, 3), curve };
    });
    if (!parts.every((part) => part !== undefined)) return undefined;
    return (...colour) => {
      const sum: [number, number, number] = [0, 0, 0];
      parts.forEach(({ xyz, curve }, index) => {
        const strength = curve(colour[index] as number);
        for (const axis of [0, 1, 2] as const) sum[axis] += (xyz[axis] ?? 0) * strength;
      });
      return labOf(sum);
    };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
