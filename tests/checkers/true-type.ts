/** Advance widths of a TrueType program in thousandths of the em, by glyph; undefined for other bytes. */
export function advancesOf(bytes: Buffer): number[] | undefined {
  const tables = new Map<string, number>();
  if (bytes.length < 12) return undefined;
  const count = bytes.readUInt16BE(4);
  if (bytes.length < 12 + count * 16) return undefined;
  for (let index = 0; index < count; index++) {
    const at = 12 + index * 16;
    tables.set(bytes.toString('latin1', at, at + 4), bytes.readUInt32BE(at + 8));
  }
  const [head, hhea, hmtx, maxp] = ['head', 'hhea', 'hmtx', 'maxp'].map((name) => tables.get(name));
  if (!head || !hhea || !hmtx || !maxp) return undefined;
  const em = bytes.readUInt16BE(head + 18);
  const metrics = bytes.readUInt16BE(hhea + 34);
  return Array.from({ length: bytes.readUInt16BE(maxp + 4) }, (_, glyph) => {
    const at = hmtx + Math.min(glyph, metrics - 1) * 4;
    return (bytes.readUInt16BE(at) * 1000) / em;
  });
}
