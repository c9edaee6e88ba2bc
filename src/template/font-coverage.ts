/** Offset of a table in a font file (OpenType 1.9, "Table Directory"). */
function tableOffset(font: DataView, tag: string): number | undefined {
  const count = font.getUint16(4);
  for (let record = 12; record < 12 + count * 16; record += 16) {
    const name = [0, 1, 2, 3].map((at) => String.fromCharCode(font.getUint8(record + at))).join('');
    if (name === tag) return font.getUint32(record + 8);
  }
  return undefined;
}

/** Segment mapping to delta values (OpenType 1.9, cmap, format 4). */
function addSegments(font: DataView, at: number, covered: Set<number>): void {
  const segments = font.getUint16(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const rangeOffsets = deltas + segments * 2;
  for (let segment = 0; segment < segments; segment += 1) {
    const start = font.getUint16(starts + segment * 2);
    const end = font.getUint16(ends + segment * 2);
    const delta = font.getUint16(deltas + segment * 2);
    const place = rangeOffsets + segment * 2;
    const rangeOffset = font.getUint16(place);
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const glyph =
        rangeOffset === 0 ? code : font.getUint16(place + rangeOffset + (code - start) * 2);
      if (rangeOffset === 0 ? (glyph + delta) % 0x10000 !== 0 : glyph !== 0) covered.add(code);
    }
  }
}

/** Segmented coverage (OpenType 1.9, cmap, format 12). */
function addGroups(font: DataView, at: number, covered: Set<number>): void {
  const groups = font.getUint32(at + 12);
  for (let group = at + 16; group < at + 16 + groups * 12; group += 12) {
    const end = Math.min(font.getUint32(group + 4), 0x10ffff);
    for (let code = font.getUint32(group); code <= end; code += 1) covered.add(code);
  }
}

/** Code points that a TrueType font has glyphs for; none where its file is damaged. */
export function coverageOf(bytes: Uint8Array): Set<number> {
  const covered = new Set<number>();
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const cmap = tableOffset(font, 'cmap');
    if (cmap === undefined) return covered;
    const tables = font.getUint16(cmap + 2);
    for (let table = 0; table < tables; table += 1) {
      const at = cmap + font.getUint32(cmap + 4 + table * 8 + 4);
      const format = font.getUint16(at);
      if (format === 4) addSegments(font, at, covered);
      else if (format === 12) addGroups(font, at, covered);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return covered;
}

/** Code points that at least one of some fonts has. */
export function coverageOfAll(fonts: readonly Uint8Array[]): Set<number> {
  const covered = new Set<number>();
  for (const bytes of fonts) for (const code of coverageOf(bytes)) covered.add(code);
  return covered;
}
