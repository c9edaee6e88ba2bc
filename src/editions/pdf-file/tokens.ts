/** White space (ISO 32000-1, table 1), by byte. */
export const isSpace = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) isSpace[code] = 1;

/** Whether a word ends before a byte: white space and delimiters (ISO 32000-1, 7.2.2). */
export const endsWord = isSpace.slice();
for (const code of Buffer.from('()<>[]{}/%')) endsWord[code] = 1;

const [parenOpen, parenClose, backslash, percent] = [40, 41, 92, 37];

export const isDigit = (code: number | undefined): boolean =>
  code !== undefined && code >= 48 && code <= 57;

/** Where the next token begins, after white space and comments. */
export function afterSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  for (; at < bytes.length; at++) {
    if (bytes[at] === percent) {
      while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++;
    } else if (!isSpace[bytes[at] as number]) break;
  }
  return at;
}

export function afterWord(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && !endsWord[bytes[at] as number]) at++;
  return at;
}

/** The parenthesis that closes the string that begins at `from`; past all bytes where none does. */
export function closeOfString(bytes: Uint8Array, from: number): number {
  let depth = 0;
  let at = from;
  for (; at < bytes.length; at++) {
    const code = bytes[at];
    if (code === backslash) at++;
    else if (code === parenOpen) depth++;
    else if (code === parenClose && --depth === 0) break;
  }
  return at;
}
