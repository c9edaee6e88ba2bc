/** How many bytes may follow the end mark: some programs add a note or fill up a block. */
const slack = 64 * 1024;

/**
 * Whether a file runs to the end that its format marks: a cut download shows as half an image.
 *
 * @param type png, gif or webp; others count as whole.
 */
export function isWhole(bytes: Uint8Array, type: string): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const tail = file.subarray(Math.max(0, file.length - slack));
  switch (type) {
    case 'png':
      return tail.includes('IEND', 0, 'latin1');
    case 'gif':
      return tail.includes(0x3b);
    case 'webp':
      return file.length >= file.readUInt32LE(4) + 8;
    default:
      return true;
  }
}
