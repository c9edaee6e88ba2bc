import { createHash } from 'node:crypto';

type Triple = readonly [number, number, number];
type Square = readonly [Triple, Triple, Triple];

/** Chromaticities of the primaries and of the white of sRGB (IEC 61966-2-1, table 1; ITU-R BT.709). */
const primaries = { red: [0.64, 0.33], green: [0.3, 0.6], blue: [0.15, 0.06] } as const;
const white = [0.3127, 0.329] as const;
/** The white that profiles are told from (ICC.1, 7.2.16). */
const d50: Triple = [0.9642, 1, 0.8249];
/** Bradford's cone responses (ICC.1, annex E). */
const bradford: Square = [
  [0.8951, 0.2664, -0.1614],
  [-0.7502, 1.7135, 0.0367],
  [0.0389, -0.0685, 1.0296],
];
/** `(a · x + b) ^ g` from `d` on, below it `c · x` (IEC 61966-2-1, 5.2). */
const curve = { g: 2.4, a: 1 / 1.055, b: 0.055 / 1.055, c: 1 / 12.92, d: 0.04045 };

const xyzOf = ([x, y]: readonly [number, number]): Triple => [x / y, 1, (1 - x - y) / y];

const apply = (matrix: Square, [x, y, z]: Triple): Triple =>
  matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Triple;

const transposed = (matrix: Square): Square =>
  [0, 1, 2].map((column) => matrix.map((row) => row[column])) as unknown as Square;

const times = (left: Square, right: Square): Square =>
  transposed(transposed(right).map((column) => apply(left, column)) as unknown as Square);

function inverse([[a, b, c], [d, e, f], [g, h, i]]: Square): Square {
  const determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  return [
    [e * i - f * h, c * h - b * i, b * f - c * e],
    [f * g - d * i, a * i - c * g, c * d - a * f],
    [d * h - e * g, b * g - a * h, a * e - b * d],
  ].map((row) => row.map((part) => part / determinant)) as unknown as Square;
}

const diagonal = ([x, y, z]: Triple): Square => [
  [x, 0, 0],
  [0, y, 0],
  [0, 0, z],
];

/** From tristimulus values under sRGB's white to those under D50. */
function adaptation(): Square {
  const from = apply(bradford, xyzOf(white));
  const to = apply(bradford, d50);
  const scale = to.map((part, index) => part / (from[index] as number)) as unknown as Triple;
  return times(inverse(bradford), times(diagonal(scale), bradford));
}

/** Linear sRGB (columns: red, green, blue) to tristimulus values under D50. */
function colorants(): Square {
  const { red, green, blue } = primaries;
  const pure = transposed([xyzOf(red), xyzOf(green), xyzOf(blue)]);
  const strengths = apply(inverse(pure), xyzOf(white));
  return times(adaptation(), times(pure, diagonal(strengths)));
}

const fixed = (values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => {
    bytes.writeInt32BE(Math.round(value * 65536), index * 4);
  });
  return bytes;
};
const typed = (type: string, ...parts: Uint8Array[]) =>
  Buffer.concat([Buffer.from(type, 'latin1'), Buffer.alloc(4), ...parts]);
const xyz = (value: Triple) => typed('XYZ ', fixed(value));

/** Text in one language (ICC.1, 10.15). */
function words(text: string): Buffer {
  const utf16 = Buffer.from(text, 'utf16le').swap16();
  const head = Buffer.alloc(20);
  [1, 12].forEach((value, index) => {
    head.writeUInt32BE(value, index * 4);
  });
  head.write('enUS', 8, 'latin1');
  head.writeUInt32BE(utf16.length, 12);
  head.writeUInt32BE(28, 16);
  return typed('mluc', head, utf16);
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x04200000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  // No clock: the day of the standard that it tells of.
  [1999, 10, 18].forEach((part, index) => {
    bytes.writeUInt16BE(part, 24 + index * 2);
  });
  bytes.write('acsp', 36, 'latin1');
  fixed(d50).copy(bytes, 68);
  return bytes;
}

/** A profile's parts, those that are alike kept once, with the header and its own digest. */
function assemble(tags: readonly [signature: string, data: Buffer][]): Uint8Array {
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  const places = new Map<Buffer, number>();
  const parts: Buffer[] = [];
  let offset = 128 + table.length;
  tags.forEach(([signature, data], index) => {
    let place = places.get(data);
    if (place === undefined) {
      place = offset;
      places.set(data, place);
      const padding = Buffer.alloc(-data.length & 3);
      parts.push(data, padding);
      offset += data.length + padding.length;
    }
    const at = 4 + index * 12;
    table.write(signature, at, 'latin1');
    table.writeUInt32BE(place, at + 4);
    table.writeUInt32BE(data.length, at + 8);
  });
  const profile = Buffer.concat([header(offset), table, ...parts]);
  // Taken while flags, intent and the digest itself are nought (ICC.1, 7.2.18), as they are here.
  createHash('md5').update(profile).digest().copy(profile, 84);
  return profile;
}

const linear = (part: number) => {
  const { g, a, b, c, d } = curve;
  return part < d ? c * part : (a * part + b) ** g;
};

/** CIE 15, 8.2.1.1. */
const cubeRoot = (part: number) =>
  part > 216 / 24389 ? Math.cbrt(part) : (841 / 108) * part + 4 / 29;

let linearToXyz: Square | undefined;

/** A colour of sRGB, parts from 0 to 1, as CIELAB under D50. */
export function srgbToLab(red: number, green: number, blue: number): Triple {
  linearToXyz ??= colorants();
  return labOf(apply(linearToXyz, [linear(red), linear(green), linear(blue)]));
}

/** Tristimulus values under D50 as CIELAB (CIE 15, 8.2.1). */
export function labOf(xyz: Triple): Triple {
  const [x, y, z] = xyz.map((part, index) =>
    cubeRoot(part / (d50[index] as number)),
  ) as unknown as Triple;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/**
 * An ICC profile of the display colour space sRGB (ICC.1:2004-10, version 4.2), reckoned from the
 * published primaries, white and curve of IEC 61966-2-1.
 */
export function srgbProfile(): Uint8Array {
  const columns = transposed(colorants());
  const { g, a, b, c, d } = curve;
  const tone = typed('para', Buffer.from([0, 3, 0, 0]), fixed([g, a, b, c, d]));
  return assemble([
    ['desc', words('sRGB (IEC 61966-2-1)')],
    ['cprt', words('No copyright; use freely')],
    ['wtpt', xyz(d50)],
    ['chad', typed('sf32', fixed(adaptation().flat()))],
    ['rXYZ', xyz(columns[0])],
    ['gXYZ', xyz(columns[1])],
    ['bXYZ', xyz(columns[2])],
    ['rTRC', tone],
    ['gTRC', tone],
    ['bTRC', tone],
  ]);
}
