import type { Place } from '../../diagnostics/diagnostic.js';
import type { SourceText } from '../../publication/publication.js';

/** An entry as a reader found it, before it is checked. */
export interface RawEntry {
  place: Place;
  data: Record<string, unknown>;
}

/** Finds line and column of offsets in a text. */
export class TextPlaces {
  private readonly lineStarts: number[] = [0];

  constructor(private readonly source: SourceText) {
    for (const { 0: ending, index } of source.text.matchAll(/\r\n|\r|\n/g)) {
      this.lineStarts.push(index + ending.length);
    }
  }

  at(offset: number): Place {
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return {
      file: this.source.shown,
      line: low + 1,
      column: offset - (this.lineStarts[low] ?? 0) + 1,
    };
  }
}
