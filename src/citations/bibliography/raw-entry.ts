import type { Place } from '../../diagnostics/diagnostic.js';
import { LineIndex } from '../../diagnostics/position.js';
import type { SourceText } from '../../publication/publication.js';

/** An entry as a reader found it, before it is checked. */
export interface RawEntry {
  place: Place;
  data: Record<string, unknown>;
  /** Keys that it may be cited by as well. */
  otherKeys?: readonly string[];
}

/** Tells the place of an offset in a file. */
export type PlaceAt = (offset: number) => Place;

/** Finds places in a bibliography file. */
export function placesIn({ shown, text }: SourceText): PlaceAt {
  const lines = new LineIndex(text);
  return (offset) => ({ file: shown, ...lines.position(offset) });
}
