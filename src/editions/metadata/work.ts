import type { Metadata } from '../../publication/publication.js';
import { isIsoDate } from '../markup/dates.js';

/**
 * What kind of work libraries take the publication for: a book has an ISBN; what a publisher
 * brings out, in a series or not, is a report; all else is a paper.
 */
export type WorkKind = 'book' | 'report' | 'paper';

export function workKind({ isbn, series, publisher }: Metadata): WorkKind {
  if (isbn !== undefined) return 'book';
  return (series ?? publisher) === undefined ? 'paper' : 'report';
}

/** `Title: Subtitle`, for records that know no subtitles. */
export function wholeTitle({ title, subtitle }: Metadata): string {
  if (subtitle === undefined) return title;
  return /[?!:.]$/.test(title) ? `${title} ${subtitle}` : `${title}: ${subtitle}`;
}

export interface DateParts {
  year: string;
  /** Two digits. */
  month?: string;
  day?: string;
}

/** Undefined where the date is words. */
export function dateParts(date: string | undefined): DateParts | undefined {
  if (!isIsoDate(date)) return undefined;
  const [year = '', month, day] = date.split('-');
  return { year, month, day };
}

/** The address to send readers to: the publication's own, else that of its DOI. */
export function addressOf({ url, doi }: Metadata): string | undefined {
  return url ?? (doi === undefined ? undefined : doiAddress(doi));
}

/** A DOI as an address (DOI Handbook, 3.8): what an address gives a meaning is percent-encoded. */
export function doiAddress(doi: string): string {
  const path = encodeURI(doi).replaceAll(/[?#]/g, encodeURIComponent);
  return `https://doi.org/${path}`;
}

export const orcidAddress = (orcid: string) => `https://orcid.org/${orcid}`;

/** Digits and X alone. */
export const bareNumber = (number: string) => number.replaceAll(/[^\dXx]/g, '').toUpperCase();
