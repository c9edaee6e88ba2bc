type Channels = readonly number[];
/** Channels from 0 to 1 in, channels from 0 to 1 out. */
export type LookUp = (input: Channels) => number[];

/** A curve of evenly spaced samples at a place from 0 to 1, straight between them. */
function along(samples: Float64Array, start: number, count: number, at: number): number {
  const place = Math.min(1, Math.max(0, at)) * (count - 1);
  const below = Math.min(count - 2, Math.floor(place));
  const [low, high] = [samples[start + below] ?? 0, samples[start + below + 1] ?? 0];
  return low + (high - low) * (place - below);
}

/** A grid of `size` points a side at a place inside it, linear in every direction. */
function within(grid: Float64Array, size: number, outputs: number, place: Channels): number[] {
  const below = place.map((at) => Math.min(size - 2, Math.floor(at * (size - 1))));
  const beyond = place.map((at, channel) => at * (size - 1) - (below[channel] as number));
  const sums = new Array<number>(outputs).fill(0);
  for (let corner = 0; corner < 1 << place.length; corner++) {
    let weight = 1;
    let index = 0;
    for (let channel = 0; channel < place.length; channel++) {
      const isHigh = (corner >> channel) & 1;
      const share = beyond[channel] as number;
      weight *= isHigh ? share : 1 - share;
      index = index * size + (below[channel] as number) + isHigh;
    }
    if (weight === 0) continue;
    for (let output = 0; output < outputs; output++) {
      sums[output] = (sums[output] as number) + weight * (grid[index * outputs + output] ?? 0);
    }
  }
  return sums;
}

function samplesOf(bytes: Buffer, at: number, count: number, isWide: boolean): Float64Array {
  const samples = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    samples[index] = isWide
      ? bytes.readUInt16BE(at + index * 2) / 65535
      : bytes.readUInt8(at + index) / 255;
  }
  return samples;
}

/**
 * A profile's look-up table of the types `mft1` and `mft2` (ICC.1, 10.10 and 10.11): curves, a grid,
 * curves. Their matrix works on XYZ alone and is passed over. Undefined for other types.
 *
 * @throws RangeError where the bytes end before the table does.
 */
export function lookUpIn(tag: Uint8Array): LookUp | undefined {
  const bytes = Buffer.from(tag.buffer, tag.byteOffset, tag.byteLength);
  const type = bytes.toString('latin1', 0, 4);
  if (type !== 'mft1' && type !== 'mft2') return undefined;
  const isWide = type === 'mft2';
  const [inputs, outputs, size] = [8, 9, 10].map((at) => bytes.readUInt8(at)) as [
    number,
    number,
    number,
  ];
  if (inputs < 1 || inputs > 4 || size < 2) return undefined;
  const inputCount = isWide ? bytes.readUInt16BE(48) : 256;
  const outputCount = isWide ? bytes.readUInt16BE(50) : 256;
  let at = isWide ? 52 : 48;
  const take = (count: number) => {
    const samples = samplesOf(bytes, at, count, isWide);
    at += count * (isWide ? 2 : 1);
    return samples;
  };
  const inputCurves = take(inputs * inputCount);
  const grid = take(size ** inputs * outputs);
  const outputCurves = take(outputs * outputCount);
  return (input) => {
    const place = input.map((part, channel) =>
      along(inputCurves, channel * inputCount, inputCount, part),
    );
    return within(grid, size, outputs, place).map((part, channel) =>
      along(outputCurves, channel * outputCount, outputCount, part),
    );
  };
}
