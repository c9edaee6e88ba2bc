/** The data of a profile's tag (ICC.1, 7.3); undefined where it has none of that name. */
export function tagOf(bytes: Buffer, signature: string): Buffer | undefined {
  const count = Math.min(bytes.readUInt32BE(128), 100);
  for (let at = 132; at < 132 + count * 12; at += 12) {
    if (bytes.toString('latin1', at, at + 4) !== signature) continue;
    const start = bytes.readUInt32BE(at + 4);
    return bytes.subarray(start, start + bytes.readUInt32BE(at + 8));
  }
  return undefined;
}

/** Numbers of the type `s15Fixed16` (ICC.1, 4.6). */
export function fixedNumbers(tag: Buffer, at: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => tag.readInt32BE(at + index * 4) / 65536);
}
