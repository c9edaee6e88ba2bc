import type { Report } from '../diagnostics/report.js';
import type { OctavoDocument } from '../document/document.js';
import { type Publication, type RecordName, recordNames } from '../publication/publication.js';

export interface RecordParts {
  publication: Publication;
  document: OctavoDocument;
  sourceDate?: Date;
  report: Report;
}

/** The records asked for, in the order of `recordNames`; none where one of them lacks something. */
export async function writeRecords(
  names: readonly RecordName[],
  { publication, document, sourceDate, report }: RecordParts,
): Promise<Map<RecordName, Uint8Array>> {
  const { writeRecord } = await import('../editions/metadata/index.js');
  const { metadata, references } = document;
  const { placeOf } = publication;
  const notes = document.notes.flatMap(({ content }) => content);
  const trees = [document.body, ...notes, ...(document.colophon ? [document.colophon] : [])];
  const source = { metadata, references, trees, placeOf, sourceDate, report };
  const written = recordNames
    .filter((name) => names.includes(name))
    .map((name) => [name, writeRecord(name, source)] as const);
  if (report.hasErrors) return new Map();
  return new Map(written.filter((entry): entry is [RecordName, Uint8Array] => !!entry[1]));
}
