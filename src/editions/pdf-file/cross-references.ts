/** Where the objects of a file stand in it. */
export interface CrossReferences {
  /** Offsets in bytes by object number; 0 for numbers that no object has. */
  offsets: Float64Array;
  /** Where the trailer's dictionary begins. */
  trailer: number;
}

const entryLength = 20;

/** The whole number at `at`, after white space; NaN where none stands there. */
function wholeAt(bytes: Buffer, at: number): number {
  const digits = /^\s*(\d{1,10})/.exec(bytes.toString('latin1', at, at + 16))?.[1];
  return digits === undefined ? Number.NaN : Number(digits);
}

/**
 * Reads a file's table of cross references (ISO 32000-1, 7.5.4). Undefined where it is kept in
 * another way (as a stream, or in several parts), or is not as the standard has it.
 */
export function readCrossReferences(file: Uint8Array): CrossReferences | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const last = bytes.lastIndexOf('startxref', undefined, 'latin1');
  const start = wholeAt(bytes, last + 'startxref'.length);
  const head = /^xref\s+0 (\d{1,8})\s*\n/.exec(bytes.toString('latin1', start, start + 32));
  if (last < 0 || !head) return undefined;
  const count = Number(head[1]);
  const entries = start + head[0].length;
  const end = entries + count * entryLength;
  const offsets = new Float64Array(count);
  for (let number = 0; number < count; number++) {
    const at = entries + number * entryLength;
    // `n` marks an object in use; only first generations are told by their number alone.
    if (bytes[at + 17] !== 110) continue;
    const offset = Number(bytes.toString('latin1', at, at + 10));
    if (!(offset < bytes.length) || bytes.toString('latin1', at + 10, at + 16) !== ' 00000')
      return undefined;
    offsets[number] = offset;
  }
  const after = /^trailer\s*/.exec(bytes.toString('latin1', end, end + 32));
  return after ? { offsets, trailer: end + after[0].length } : undefined;
}
