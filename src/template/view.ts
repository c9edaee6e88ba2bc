import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Direction } from '../document/direction.js';
import { directionOfText } from '../document/directions.js';
import type { OctavoDocument } from '../document/document.js';
import { paragraphsOf } from '../document/paragraphs.js';
import { formatDate, formatMonth } from './dates.js';
import { foreignLang, type Words, wordsFor } from './words/index.js';

/** What a template's Mustache files see. Strings are plain text (Mustache escapes them) but for those named `…Html`. */
export interface TemplateView {
  title: string;
  /** Which way it runs, where that is another than the publication does. */
  titleDir?: Direction;
  /** The call of the title's note. */
  titleCallHtml?: string;
  subtitle?: string;
  subtitleDir?: Direction;
  lang: string;
  authors: {
    name: string;
    /** The call of the author's note. */
    callHtml?: string;
    affiliation?: string;
    bio?: string;
    orcid?: string;
    email?: string;
    /** Which way what is said of the author runs, where that is another than the publication does. */
    dir?: Direction;
    last: boolean;
  }[];
  /** The authors' names as a sentence would list them: `A, B and C`. */
  byline?: string;
  /** The same with the calls of the authors' notes. */
  bylineHtml?: string;
  hasBios: boolean;
  /** Whether anything is known of an author beside the name. */
  hasAuthorNotes: boolean;
  /** Whether series, its number, publisher or month are known: what a masthead holds. */
  hasMasthead: boolean;
  /** Whether there is a colophon or a list of issues. */
  hasClosing: boolean;
  abstract?: string;
  /** The same; which way each runs, where that is another than the publication does. */
  abstractParagraphs: { text: string; dir?: Direction }[];
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

/** Chinese bylines have no “and”: names stand in a row, as Japanese ones do. */
const listLang = (lang: string) => (/^zh\b/i.test(lang) ? 'ja' : lang);

function listFormat(lang: string): Intl.ListFormat {
  // The serial comma is left out, as British house styles ask (a list format of `en-GB` does so).
  return new Intl.ListFormat(listLang(lang), { style: 'long', type: 'conjunction' });
}

/** `A, B and C` in the language of the publication. */
export function listNames(names: readonly string[], lang: string): string {
  return listFormat(lang).format(names);
}

/** What {@link listNames} writes, in parts: each name with its index, and what stands between. */
export function namesInList(
  names: readonly string[],
  lang: string,
): { text: string; name?: number }[] {
  let name = 0;
  return listFormat(lang)
    .formatToParts(names)
    .map(({ type, value }) =>
      type === 'element' ? { text: value, name: name++ } : { text: value },
    );
}

/** The byline with what calls an author's note after the name. */
function bylineWithCalls(authors: TemplateView['authors'], lang: string): string {
  const names = authors.map(({ name }) => name);
  return namesInList(names, lang)
    .map(({ text, name }) => toHtml({ type: 'text', value: text }) + callAfter(authors, name))
    .join('');
}

function callAfter(authors: TemplateView['authors'], name: number | undefined): string {
  return (name === undefined ? undefined : authors[name]?.callHtml) ?? '';
}

/** @param callOf A call of a note in the opening, as an edition has it. */
export function templateView(
  document: OctavoDocument,
  callOf: (call: Element) => Element = (call) => call,
): TemplateView {
  const { metadata, colophon, openingCalls = [] } = document;
  const calls = new Map(openingCalls.map(({ of, call }) => [of, toHtml(callOf(call))]));
  const { lang, series, authors, date, keywords } = metadata;
  const words = wordsFor(lang);
  const named = authors.map((author, index) => ({
    ...author,
    callHtml: calls.get(index),
    dir: directionOfText(author.bio ?? `${author.name} ${author.affiliation ?? ''}`, lang),
    last: index === authors.length - 1,
  }));
  const isDate = date !== undefined && /^\d{4}(-\d\d){0,2}$/.test(date);
  return {
    title: metadata.title,
    titleDir: directionOfText(metadata.title, lang),
    titleCallHtml: calls.get('title'),
    subtitle: metadata.subtitle,
    subtitleDir: directionOfText(metadata.subtitle ?? '', lang),
    lang,
    authors: named,
    byline: authors.length
      ? listNames(
          authors.map(({ name }) => name),
          lang,
        )
      : undefined,
    bylineHtml: named.length ? bylineWithCalls(named, lang) : undefined,
    hasBios: authors.some(({ bio }) => bio !== undefined),
    hasAuthorNotes: authors.some(
      ({ bio, affiliation, orcid, email }) => (bio ?? affiliation ?? orcid ?? email) !== undefined,
    ),
    hasMasthead: (series ?? metadata.publisher) !== undefined || isDate,
    hasClosing: colophon !== undefined || (series?.issues.length ?? 0) > 0,
    abstract: metadata.abstract,
    abstractParagraphs: paragraphsOf(metadata.abstract ?? '').map((text) => ({
      text,
      dir: directionOfText(text, lang),
    })),
    keywords: keywords.length ? keywords.join(words.signs.list) : undefined,
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
