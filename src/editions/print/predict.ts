/**
 * Rows of an image as differences to what stands above them (PNG 1.2, 6.4: filter type 2), each
 * after its type, which pack to a fraction of what pixels do. For a stream with
 * {@link predictorOf} for its `DecodeParms`.
 */
export class PredictedRows {
  private readonly out: Uint8Array;
  private size = 0;
  /** The row above the next; noughts above the first. */
  private above: Uint8Array;

  /**
   * @param rowLength Bytes of a row.
   * @param rows How many there will be.
   */
  constructor(
    private readonly rowLength: number,
    rows: number,
  ) {
    this.out = new Uint8Array((rowLength + 1) * rows);
    this.above = new Uint8Array(rowLength);
  }

  /** Adds whole rows. */
  add(bytes: Uint8Array): void {
    const { out, rowLength } = this;
    let { size, above } = this;
    for (let from = 0; from < bytes.length; from += rowLength) {
      const row = bytes.subarray(from, from + rowLength);
      out[size++] = 2;
      for (let at = 0; at < row.length; at++) {
        out[size++] = (row[at] as number) - (above[at] as number);
      }
      above = row;
    }
    // A copy: the rest of the rows can go.
    this.above = above.slice();
    this.size = size;
  }

  get bytes(): Uint8Array {
    return this.out.subarray(0, this.size);
  }
}

/** What a reader needs to undo it (ISO 32000-1, table 8). */
export const predictorOf = (columns: number, colours: number) => ({
  Predictor: 12,
  Columns: columns,
  Colors: colours,
  BitsPerComponent: 8,
});
