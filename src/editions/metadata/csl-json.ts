import { splitName } from '../../publication/names.js';
import type { Metadata } from '../../publication/publication.js';
import { addressOf, dateParts, type WorkKind, wholeTitle, workKind } from './work.js';

const types: Record<WorkKind, string> = { book: 'book', report: 'report', paper: 'document' };

/** The publication as a work that others cite, in CSL-JSON (csl-data.json 1.0.2). */
export interface CslWork {
  id: string;
  type: string;
  [variable: string]: unknown;
}

function nameOf(name: string): object {
  const { family, given, suffix } = splitName(name);
  return given === undefined ? { literal: family } : { family, given, suffix };
}

function issued(date: string | undefined): object | undefined {
  const parts = dateParts(date);
  if (!parts) return date === undefined ? undefined : { literal: date };
  const { year, month, day } = parts;
  return { 'date-parts': [[year, month, day].filter((part) => part !== undefined).map(Number)] };
}

export function cslWork(metadata: Metadata): CslWork {
  const { authors, series, lang } = metadata;
  const isBook = workKind(metadata) === 'book';
  const work: CslWork = {
    id: 'publication',
    type: types[workKind(metadata)],
    title: wholeTitle(metadata),
    author: authors.length > 0 ? authors.map(({ name }) => nameOf(name)) : undefined,
    issued: issued(metadata.date),
    'collection-title': series?.name,
    // A book is a volume of its series; a report has its number.
    [isBook ? 'collection-number' : 'number']: series?.number,
    ISSN: series?.issn,
    publisher: metadata.publisher,
    ISBN: metadata.isbn,
    DOI: metadata.doi,
    URL: addressOf(metadata),
    language: lang,
  };
  return Object.fromEntries(
    Object.entries(work).filter(([, value]) => value !== undefined),
  ) as CslWork;
}
