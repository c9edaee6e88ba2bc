/** Bytes as a `data:` address in base64 (RFC 2397). */
export function dataUri(bytes: Uint8Array, mediaType: string): string {
  const { buffer, byteOffset, byteLength } = bytes;
  return `data:${mediaType};base64,${Buffer.from(buffer, byteOffset, byteLength).toString('base64')}`;
}
