import { deflateSync } from 'node:zlib';

export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
}

/** A grey PNG (its checksums left at zero). */
export function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(Math.min(1000, height * (width + 1))))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function segment(marker: number, data: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** What a camera says of its picture, as a segment of a JPEG. */
export const asSegment = (body: Uint8Array) => segment(0xe1, body);

type ExifEntry = [tag: number, type: number, count: number, value: number];

interface ExifParts {
  isBig?: boolean;
  /** Where the directory stands. */
  at?: number;
  /** Where it is said to stand. */
  claimed?: number;
  /** How many entries it is said to have. */
  count?: number;
}

/** Exif with one directory, whose values are short numbers. */
export function exif(entries: readonly ExifEntry[], parts: ExifParts = {}): Buffer {
  const { isBig = false, at = 8, claimed = at, count = entries.length } = parts;
  const numbers = (sizes: readonly [bytes: number, value: number][]) =>
    Buffer.concat(
      sizes.map(([bytes, value]) => {
        const number = Buffer.alloc(bytes);
        if (isBig) number.writeUIntBE(value, 0, bytes);
        else number.writeUIntLE(value, 0, bytes);
        return number;
      }),
    );
  const head = [
    Buffer.from(isBig ? 'MM' : 'II'),
    numbers([
      [2, 42],
      [4, claimed],
    ]),
  ];
  const directory = entries.map(([tag, type, number, value]) =>
    numbers([
      [2, tag],
      [2, type],
      [4, number],
      [2, value],
      [2, 0],
    ]),
  );
  const gap = Buffer.alloc(at - 8);
  return Buffer.concat([
    Buffer.from('Exif\0\0', 'latin1'),
    ...head,
    gap,
    numbers([[2, count]]),
    ...directory,
    Buffer.alloc(4),
  ]);
}

interface JpegParts {
  orientation?: number;
  /** The marker of its frame, which says how it is coded; baseline where nothing is said. */
  frame?: number;
  /** Bits a sample. */
  precision?: number;
  /** Without the tables that its samples were packed by. */
  untabled?: boolean;
  /** A smaller JPEG of the same picture, as cameras put into what they say of it. */
  thumbnail?: Uint8Array;
}

/** The skeleton of a JPEG: what a camera says of it, a frame of a size, a scan, an end. */
export function jpeg(width: number, height: number, parts: JpegParts = {}): Buffer {
  const { orientation = 1, precision = 8, thumbnail = Buffer.alloc(0) } = parts;
  const exif = Buffer.from(
    '45786966000049492a0008000000010012010300010000000100000000000000',
    'hex',
  );
  exif[6 + 18] = orientation;
  const frame = Buffer.from('080000000003011100021101031101', 'hex');
  frame[0] = precision;
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, Buffer.concat([exif, thumbnail])),
    ...(parts.untabled ? [] : [segment(0xdb, Buffer.alloc(65))]),
    segment(parts.frame ?? 0xc0, frame),
    segment(0xda, Buffer.from('03010002110311003f00', 'hex')),
    // Data with a byte that is stuffed and a restart, then the end behind a fill byte.
    Buffer.from('a1ff00b2ffd0c3ffffd9', 'hex'),
  ]);
}

export function gif(width: number, height: number): Buffer {
  const head = Buffer.from('GIF89a\0\0\0\0\0\0\0;', 'latin1');
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  return head;
}

/** A lossy WebP: RIFF, VP8 chunk with the key frame's start code. */
export function webp(width: number, height: number): Buffer {
  const frame = Buffer.from(`0000009d012a00000000${'00'.repeat(20)}`, 'hex');
  frame.writeUInt16LE(width, 6);
  frame.writeUInt16LE(height, 8);
  const head = Buffer.from('RIFF\0\0\0\0WEBPVP8 \0\0\0\0', 'latin1');
  head.writeUInt32LE(4 + 8 + frame.length, 4);
  head.writeUInt32LE(frame.length, 16);
  return Buffer.concat([head, frame]);
}

/** Little-endian TIFF with width and height alone. */
export function tiff(width: number, height: number): Buffer {
  const file = Buffer.from(
    '49492a0008000000020000010300010000000000000001010300010000000000000000000000',
    'hex',
  );
  file.writeUInt16LE(width, 18);
  file.writeUInt16LE(height, 30);
  return file;
}

export const svg = (inside: string, attributes = 'viewBox="0 0 40 30"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`;
