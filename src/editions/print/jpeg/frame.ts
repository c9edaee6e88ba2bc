import { jpegSegments } from '../../../publication/images/jpeg-segments.js';

/** Codes by their lengths from 1 to 16 bits, and what they stand for (ITU-T T.81, B.2.4.2). */
export interface HuffmanSpec {
  counts: Uint8Array;
  values: Uint8Array;
}

export interface FrameComponent {
  /** How many blocks of it stand in a unit, across and down. */
  across: number;
  down: number;
  dcTable: number;
  acTable: number;
}

/** A JPEG in colour whose pixels can be had some rows at a time. */
export interface JpegFrame {
  width: number;
  height: number;
  components: FrameComponent[];
  /** By class (0: DC, 1: AC) and number: `0 1`. */
  tables: Map<string, HuffmanSpec>;
  /** Units after which predictions begin anew; 0: never. */
  restartInterval: number;
  /** Segments that a decoder wants as they are: quantisation, and what the components mean. */
  kept: Uint8Array[];
  /** The segments that tell of the frame and of its scan, markers included. */
  frameSegment: Uint8Array;
  scanSegment: Uint8Array;
  /** Where the scan's data begins. */
  data: number;
}

const [baseline, extended] = [0xc0, 0xc1];
const [huffmanTables, startOfScan, quantisation, interval] = [0xc4, 0xda, 0xdb, 0xdd];
/** JFIF's, and that of Adobe, which says whether colours are turned. */
const meanings = new Set([0xe0, 0xee]);

function readTables(body: Buffer, tables: Map<string, HuffmanSpec>): void {
  for (let at = 0; at + 17 <= body.length; ) {
    const head = body[at] as number;
    const counts = body.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    tables.set(`${head >> 4} ${head & 15}`, {
      counts,
      values: body.subarray(at + 17, at + 17 + total),
    });
    at += 17 + total;
  }
}

/** Components by their ids, in the order of the frame. */
function componentsOf(frame: Buffer, scan: Buffer): FrameComponent[] | undefined {
  const count = frame[5] as number;
  if (frame[0] !== 8 || count !== 3 || scan[0] !== count || frame.length < 6 + count * 3) {
    return undefined;
  }
  return Array.from({ length: count }, (_, index) => {
    const sampling = frame[7 + index * 3] as number;
    const tables = scan[2 + index * 2] as number;
    const { dcTable, acTable } = { dcTable: tables >> 4, acTable: tables & 15 };
    return { across: sampling >> 4, down: sampling & 15, dcTable, acTable };
  });
}

/** Whether a scan names the components in the order of the frame. */
const isInOrder = (frame: Buffer, scan: Buffer) =>
  [0, 1, 2].every((index) => frame[6 + index * 3] === scan[1 + index * 2]);

/**
 * Reads up to the data of a JPEG (ITU-T T.81, B.2) in three components of eight bits, baseline or
 * extended, all in one scan. Undefined for any other, such as a progressive one.
 */
export function readFrame(file: Uint8Array): JpegFrame | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const tables = new Map<string, HuffmanSpec>();
  const kept: Uint8Array[] = [];
  let frameSegment: Buffer | undefined;
  let restartInterval = 0;
  for (const { marker, start, end } of jpegSegments(file)) {
    const segment = bytes.subarray(start, end);
    const body = segment.subarray(4);
    if (marker === startOfScan) {
      const frame = frameSegment?.subarray(4);
      const components = frame && isInOrder(frame, body) ? componentsOf(frame, body) : undefined;
      if (!frame || !frameSegment || !components) return undefined;
      const [height, width] = [frame.readUInt16BE(1), frame.readUInt16BE(3)];
      const segments = { frameSegment, scanSegment: segment };
      return { width, height, components, tables, restartInterval, kept, ...segments, data: end };
    }
    if (marker === baseline || marker === extended) frameSegment = segment;
    else if (marker === huffmanTables) readTables(body, tables);
    else if (marker === interval) restartInterval = body.readUInt16BE(0);
    else if (marker === quantisation || meanings.has(marker)) kept.push(segment);
    else if (marker < 0xe0) return undefined;
  }
  return undefined;
}
