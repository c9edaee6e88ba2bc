import type { RecordName } from '../../publication/publication.js';
import { bibtexRecord } from './bibtex.js';
import { cffRecord } from './cff.js';
import { crossrefRecord } from './crossref.js';
import { jatsRecord } from './jats.js';
import { onixRecord } from './onix.js';
import type { RecordSource } from './record.js';
import { risRecord } from './ris.js';

export type { RecordSource } from './record.js';

const writers: Record<RecordName, (source: RecordSource) => string | undefined> = {
  crossref: crossrefRecord,
  jats: jatsRecord,
  onix: onixRecord,
  cff: cffRecord,
  bibtex: ({ metadata }) => bibtexRecord(metadata),
  ris: ({ metadata }) => risRecord(metadata),
};

/**
 * A record of the publication in UTF-8. Undefined where the front matter lacks what the record
 * must have: the report then says what.
 */
export function writeRecord(name: RecordName, source: RecordSource): Uint8Array | undefined {
  const text = writers[name](source);
  return text === undefined ? undefined : new TextEncoder().encode(text);
}
