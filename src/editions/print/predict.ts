/**
 * Rows of an image as differences to what stands above them (PNG 1.2, 6.4: filter type 2), each
 * after its type, which pack to a fraction of what pixels do. For a stream with
 * {@link predictorOf} for its `DecodeParms`.
 *
 * @param rowLength Bytes of a row.
 */
export function predicted(bytes: Uint8Array, rowLength: number): Uint8Array {
  const rows = Math.ceil(bytes.length / rowLength);
  const out = new Uint8Array(bytes.length + rows);
  let to = 0;
  for (let row = 0; row < rows; row++) {
    const from = row * rowLength;
    out[to++] = 2;
    const end = Math.min(bytes.length, from + rowLength);
    for (let at = from; at < end; at++) {
      const above = row > 0 ? (bytes[at - rowLength] as number) : 0;
      out[to++] = (bytes[at] as number) - above;
    }
  }
  return out;
}

/** What a reader needs to undo it (ISO 32000-1, table 8). */
export const predictorOf = (columns: number, colours: number) => ({
  Predictor: 12,
  Columns: columns,
  Colors: colours,
  BitsPerComponent: 8,
});
