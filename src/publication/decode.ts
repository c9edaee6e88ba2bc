import { positionAt } from '../diagnostics/position.js';

/** Text, or where its first byte stands that is not UTF-8. */
export type Decoded =
  | { text: string }
  | { line: number; column: number; byte: number; encoding?: 'UTF-16' | 'UTF-32' };

const strict = () => new TextDecoder('utf-8', { fatal: true });

/** Decodes UTF-8 strictly and drops a byte order mark. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  try {
    return { text: strict().decode(bytes) };
  } catch {
    const valid = validLength(bytes);
    const position = positionAt(
      strict().decode(bytes.subarray(0, valid), { stream: true }),
      Infinity,
    );
    return { ...position, byte: bytes[valid] ?? 0, encoding: wideEncoding(bytes) };
  }
}

/**
 * Length of the longest prefix that is whole UTF-8. Every prefix of a valid prefix is valid as the
 * start of a stream, so the end is found by halving.
 */
function validLength(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (startsWell(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  while (good > 0 && !isWhole(bytes.subarray(Math.max(0, good - 4), good))) good -= 1;
  return good;
}

function startsWell(bytes: Uint8Array): boolean {
  try {
    strict().decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Whether the last character of valid UTF-8 ends with these (up to four) last bytes. */
function isWhole(tail: Uint8Array): boolean {
  for (let back = 1; back <= tail.length; back++) {
    const byte = tail[tail.length - back] ?? 0;
    if (byte < 0x80) return back === 1;
    if (byte >= 0xc0) return back === (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2);
  }
  return tail.length === 0;
}

/** Byte order marks of the encodings that are no superset of ASCII. */
function wideEncoding([a, b, c, d]: Uint8Array): 'UTF-16' | 'UTF-32' | undefined {
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32' : 'UTF-16';
  if (a === 0xfe && b === 0xff) return 'UTF-16';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'UTF-32';
  return undefined;
}
