import type { Metadata } from '../../publication/publication.js';
import { momentOf } from '../markup/dates.js';

export const maker = 'Octavo';

/** What the Info dictionary and the XMP packet both say, so that they cannot differ. */
export interface FileFacts {
  title: string;
  authors: string[];
  description?: string;
  keywords: string[];
  lang: string;
  publisher?: string;
  rights?: string;
  /** As written in the front matter. */
  date?: string;
  doi?: string;
  isbn?: string;
  issn?: string;
  seriesName?: string;
  seriesNumber?: string;
  moment?: Date;
}

function fullTitle({ title, subtitle }: Metadata): string {
  if (!subtitle) return title;
  return /[.:!?…]$/.test(title) ? `${title} ${subtitle}` : `${title}: ${subtitle}`;
}

export function fileFacts(metadata: Metadata, sourceDate?: Date): FileFacts {
  const { series } = metadata;
  return {
    title: fullTitle(metadata),
    authors: metadata.authors.map(({ name }) => name),
    description: metadata.abstract,
    keywords: metadata.keywords,
    lang: metadata.lang,
    publisher: metadata.publisher,
    rights: metadata.rights,
    date: metadata.date,
    doi: metadata.doi,
    isbn: metadata.isbn,
    issn: series?.issn,
    seriesName: series?.name,
    seriesNumber: series?.number,
    moment: momentOf(sourceDate, metadata.date),
  };
}

/** What a file says it conforms to; nothing is claimed unless it was checked. */
export interface Claims {
  /** Part of ISO 14289 (PDF/UA). */
  uaPart?: 1 | 2;
  /** Part of ISO 19005 (PDF/A); of part 2 its level A: tagged. */
  archivePart?: 2 | 4;
  /** Whether files are inside the file. */
  hasFiles?: boolean;
  /** ISO 15930-7, or ISO 15930-4. */
  pressVersion?: 'PDF/X-4' | 'PDF/X-1a:2003';
  /** Whether the press has nothing left to trap. */
  trapped?: boolean;
}
