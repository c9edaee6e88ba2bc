import { createHash } from 'node:crypto';

const zeros = '0'.repeat(32);

function asUuid(hex: string): string {
  // Version 8, variant 1 (RFC 9562): an identifier made by rules of the maker's own.
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}

/** Stands in the written file for the identifier, which depends on all the rest of it. */
export const identifierPlaceholder = { hex: zeros, uuid: `octavo00-${asUuid(zeros).slice(9)}` };

function replaceAll(bytes: Buffer, from: string, to: string): void {
  for (let at = bytes.indexOf(from, 0, 'latin1'); at >= 0; ) {
    bytes.write(to, at, 'latin1');
    at = bytes.indexOf(from, at + from.length, 'latin1');
  }
}

/** Puts an identifier taken from the file's own bytes (SHA-256) in place of its placeholders. */
export function identify(file: Uint8Array): Uint8Array {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const hex = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  replaceAll(bytes, `<${identifierPlaceholder.hex}>`, `<${hex.toUpperCase()}>`);
  replaceAll(bytes, identifierPlaceholder.uuid, asUuid(hex));
  return file;
}
