import { v5 as nameBasedUuid } from 'uuid';
import type { Metadata } from '../../publication/publication.js';
import { isoMoment, startOf } from '../markup/dates.js';

export interface Identifier {
  id: string;
  value: string;
  /** ONIX code list 5: 15 ISBN-13, 02 ISBN-10, 06 DOI. */
  onixType?: string;
}

/** UUIDv5 of the URL namespace (RFC 9562, 6.6) and `urn:x-octavo:publication`. */
const namespace = nameBasedUuid('urn:x-octavo:publication', nameBasedUuid.URL);

function uuidOf(metadata: Metadata): string {
  const { title, subtitle, authors, series, publisher, lang } = metadata;
  const names = authors.map(({ name }) => name);
  const parts = [title, subtitle, names, series?.name, series?.number, publisher, lang];
  return `urn:uuid:${nameBasedUuid(JSON.stringify(parts.map((part) => part ?? '')), namespace)}`;
}

/**
 * What names the book: its ISBN, its DOI, else a UUID that follows from title, authors, series
 * and language, so that a corrected edition replaces the one before in readers' libraries.
 */
export function identifiersOf(metadata: Metadata): [Identifier, ...Identifier[]] {
  const { isbn, doi } = metadata;
  const digits = isbn?.replace(/[^\dXx]/g, '').toUpperCase();
  const known: Identifier[] = [
    ...(digits
      ? [{ id: 'isbn', value: `urn:isbn:${digits}`, onixType: digits.length === 10 ? '02' : '15' }]
      : []),
    ...(doi ? [{ id: 'doi', value: `doi:${doi}`, onixType: '06' }] : []),
  ];
  const [first, ...rest] = known;
  return first ? [first, ...rest] : [{ id: 'uuid', value: uuidOf(metadata) }];
}

/** Where neither the publication nor SOURCE_DATE_EPOCH dates the book: the start of the archive's calendar. */
const undated = new Date('1980-01-01T00:00:00Z');

/** `dcterms:modified`: the date given, else the publication's, never the clock's. */
export function modifiedOf({ date }: Metadata, sourceDate: Date | undefined): string {
  return isoMoment(sourceDate ?? startOf(date) ?? undated);
}
