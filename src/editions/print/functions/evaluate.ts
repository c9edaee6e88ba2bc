import { PDFDict, type PDFObject, PDFRawStream } from 'pdf-lib';
import { arrayAt, dictOf, numberAt, numbersAt } from '../../pdf-file/objects.js';
import { decodeStream } from '../../pdf-file/streams.js';
import { calculator } from './calculator.js';

/** A PDF function (ISO 32000-1, 7.10): numbers in, numbers out. */
export type Evaluate = (inputs: readonly number[]) => number[];

const clamp = (value: number, low = 0, high = 1) => Math.min(high, Math.max(low, value));

function clampAll(values: readonly number[], limits: readonly number[] | undefined): number[] {
  if (!limits) return [...values];
  return values.map((value, index) => clamp(value, limits[2 * index], limits[2 * index + 1]));
}

function interpolate(x: number, low: number, high: number, from: number, to: number): number {
  return high === low ? from : from + ((x - low) * (to - from)) / (high - low);
}

/** Samples of `bits` bits in a row, as whole numbers. */
function unpack(bytes: Uint8Array, bits: number, count: number): Float64Array {
  const samples = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    let value = 0;
    for (let bit = index * bits; bit < (index + 1) * bits; bit++) {
      value = value * 2 + (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
    }
    samples[index] = value;
  }
  return samples;
}

function sampled(stream: PDFRawStream): Evaluate | undefined {
  const { dict } = stream;
  const size = numbersAt(dict, 'Size');
  const domain = numbersAt(dict, 'Domain');
  const range = numbersAt(dict, 'Range');
  const bits = numberAt(dict, 'BitsPerSample');
  if (!size || !domain || !range || !bits) return undefined;
  const outputs = range.length / 2;
  const encode = numbersAt(dict, 'Encode') ?? size.flatMap((count) => [0, count - 1]);
  const decode = numbersAt(dict, 'Decode') ?? range;
  const total = size.reduce((product, count) => product * count, outputs);
  const samples = unpack(decodeStream(stream), bits, total);
  const highest = 2 ** bits - 1;
  return (inputs) => {
    const at = clampAll(inputs, domain).map((x, index) => {
      const [low = 0, high = 1] = domain.slice(2 * index);
      const [from = 0, to = 0] = encode.slice(2 * index);
      return clamp(interpolate(x, low, high, from, to), 0, (size[index] ?? 1) - 1);
    });
    const out = new Array<number>(outputs).fill(0);
    // Each corner of the cell that the point stands in has its share (multilinear).
    for (let corner = 0; corner < 2 ** at.length; corner++) {
      let share = 1;
      let offset = 0;
      let stride = 1;
      at.forEach((x, index) => {
        const floor = Math.floor(x);
        const isUpper = (corner >> index) & 1;
        share *= isUpper ? x - floor : 1 - (x - floor);
        offset += Math.min(floor + isUpper, (size[index] ?? 1) - 1) * stride;
        stride *= size[index] ?? 1;
      });
      if (share === 0) continue;
      for (let n = 0; n < outputs; n++) {
        out[n] = (out[n] ?? 0) + share * (samples[offset * outputs + n] ?? 0);
      }
    }
    const decoded = out.map((value, n) =>
      interpolate(value, 0, highest, decode[2 * n] ?? 0, decode[2 * n + 1] ?? 1),
    );
    return clampAll(decoded, range);
  };
}

function exponential(dict: PDFDict): Evaluate {
  const from = numbersAt(dict, 'C0') ?? [0];
  const to = numbersAt(dict, 'C1') ?? [1];
  const exponent = numberAt(dict, 'N') ?? 1;
  const domain = numbersAt(dict, 'Domain');
  return (inputs) => {
    const power = (clampAll(inputs, domain)[0] ?? 0) ** exponent;
    return from.map((start, n) => start + power * ((to[n] ?? 0) - start));
  };
}

function stitched(dict: PDFDict): Evaluate | undefined {
  const pieces = evaluatorsOf(arrayAt(dict, 'Functions')?.asArray() ?? [], dict);
  const [low = 0, high = 1] = numbersAt(dict, 'Domain') ?? [];
  const bounds = numbersAt(dict, 'Bounds') ?? [];
  const encode = numbersAt(dict, 'Encode') ?? [];
  if (!pieces) return undefined;
  return ([input = 0]) => {
    const x = clamp(input, low, high);
    const index = bounds.filter((bound) => x >= bound).length;
    const piece = pieces[Math.min(index, pieces.length - 1)];
    const [from = 0, to = 1] = encode.slice(2 * index);
    return (
      piece?.([interpolate(x, bounds[index - 1] ?? low, bounds[index] ?? high, from, to)]) ?? []
    );
  };
}

function evaluatorsOf(items: readonly PDFObject[], owner: PDFDict): Evaluate[] | undefined {
  const all = items.map((item) => evaluatorOf(owner.context.lookup(item)));
  return all.every((each) => each !== undefined) ? all : undefined;
}

/** Reads a function; undefined where it is malformed or of a type nobody knows. */
export function evaluatorOf(object: PDFObject | undefined): Evaluate | undefined {
  const dict = dictOf(object);
  if (!dict) return undefined;
  const range = numbersAt(dict, 'Range');
  const type = numberAt(dict, 'FunctionType');
  const limited = (evaluate: Evaluate | undefined): Evaluate | undefined =>
    evaluate && range ? (inputs) => clampAll(evaluate(inputs), range) : evaluate;
  if (type === 0 && object instanceof PDFRawStream) return sampled(object);
  if (type === 2) return limited(exponential(dict));
  if (type === 3) return limited(stitched(dict));
  if (type === 4 && object instanceof PDFRawStream) {
    const run = calculator(Buffer.from(decodeStream(object)).toString('latin1'));
    const domain = numbersAt(dict, 'Domain');
    return limited(run && ((inputs) => run(clampAll(inputs, domain))));
  }
  return undefined;
}

/** One function with n outputs, or n functions with one each, as shadings may have them. */
export function joinedEvaluator(
  object: PDFObject | undefined,
  owner: PDFDict,
): Evaluate | undefined {
  if (object instanceof PDFDict || object instanceof PDFRawStream) return evaluatorOf(object);
  const items = arrayAt(owner, 'Function')?.asArray();
  const parts = items && evaluatorsOf(items, owner);
  return parts && ((inputs) => parts.map((part) => part(inputs)[0] ?? 0));
}
