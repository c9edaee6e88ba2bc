import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { OctavoDocument } from '../document/document.js';
import { formatDate, formatMonth } from './dates.js';
import { foreignLang, type Words, wordsFor } from './words/index.js';

/** What a template's Mustache files see. Strings are plain text (Mustache escapes them) but for those named `…Html`. */
export interface TemplateView {
  title: string;
  subtitle?: string;
  lang: string;
  authors: {
    name: string;
    affiliation?: string;
    bio?: string;
    orcid?: string;
    email?: string;
    last: boolean;
  }[];
  /** The authors' names as a sentence would list them: `A, B and C`. */
  byline?: string;
  hasBios: boolean;
  /** Whether anything is known of an author beside the name. */
  hasAuthorNotes: boolean;
  /** Whether series, its number, publisher or month are known: what a masthead holds. */
  hasMasthead: boolean;
  /** Whether there is a colophon or a list of issues. */
  hasClosing: boolean;
  abstract?: string;
  keywords?: string;
  /** `14 February 2025` in the publication's language; as written where it is no date. */
  date?: string;
  /** `2025-02-14`, for `<time datetime>`; only where it is a date. */
  isoDate?: string;
  /** `February 2025`. */
  month?: string;
  year?: string;
  series?: {
    name: string;
    number?: string;
    /** `25 | 08`: the number as the masthead sets it. */
    spacedNumber?: string;
    issn?: string;
    editor?: string;
    hasIssues: boolean;
    issues: { number: string; spacedNumber: string; author: string; title: string }[];
  };
  publisher?: string;
  rights?: string;
  doi?: string;
  isbn?: string;
  colophonHtml?: string;
  words: Words;
  /** Language of the words, where it is not the publication's. */
  wordsLang?: string;
}

/** The same, for the page a folio stands on. */
export interface PageView extends TemplateView {
  folio: string;
  first: boolean;
  recto: boolean;
  verso: boolean;
}

const space = (number: string) => number.replace(/\s*\|\s*/g, ' | ');

/** `A, B and C` in the language of the publication. */
export function listNames(names: readonly string[], lang: string): string {
  // The serial comma is left out, as British house styles ask (a list format of `en-GB` does so).
  return new Intl.ListFormat(lang, { style: 'long', type: 'conjunction' }).format(names);
}

export function templateView(document: OctavoDocument): TemplateView {
  const { metadata, colophon } = document;
  const { lang, series, authors, date, keywords } = metadata;
  const words = wordsFor(lang);
  const isDate = date !== undefined && /^\d{4}(-\d\d){0,2}$/.test(date);
  return {
    title: metadata.title,
    subtitle: metadata.subtitle,
    lang,
    authors: authors.map((author, index) => ({ ...author, last: index === authors.length - 1 })),
    byline: authors.length
      ? listNames(
          authors.map(({ name }) => name),
          lang,
        )
      : undefined,
    hasBios: authors.some(({ bio }) => bio !== undefined),
    hasAuthorNotes: authors.some(
      ({ bio, affiliation, orcid, email }) => (bio ?? affiliation ?? orcid ?? email) !== undefined,
    ),
    hasMasthead: (series ?? metadata.publisher) !== undefined || isDate,
    hasClosing: colophon !== undefined || (series?.issues.length ?? 0) > 0,
    abstract: metadata.abstract,
    keywords: keywords.length ? keywords.join(', ') : undefined,
    date: date === undefined ? undefined : isDate ? formatDate(date, lang) : date,
    isoDate: isDate ? date : undefined,
    month: isDate ? formatMonth(date, lang) : undefined,
    year: isDate ? date.slice(0, 4) : undefined,
    series: series && {
      name: series.name,
      number: series.number,
      spacedNumber: series.number && space(series.number),
      issn: series.issn,
      editor: series.editor,
      hasIssues: series.issues.length > 0,
      issues: series.issues.map((issue) => ({ ...issue, spacedNumber: space(issue.number) })),
    },
    publisher: metadata.publisher,
    rights: metadata.rights,
    doi: metadata.doi,
    isbn: metadata.isbn,
    colophonHtml: colophon && toHtml(colophon as Root),
    words,
    wordsLang: foreignLang(words, metadata),
  };
}

/** Page from 0. The first page is a recto. */
export function pageView(view: TemplateView, page: number, folio: string): PageView {
  const recto = page % 2 === 0;
  return { ...view, folio, first: page === 0, recto, verso: !recto };
}
