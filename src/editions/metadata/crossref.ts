import type { Element } from 'xast';
import { x } from 'xastscript';
import type { Reference } from '../../document/document.js';
import { paragraphsOf } from '../../document/paragraphs.js';
import { splitName } from '../../publication/names.js';
import type { Author, Metadata } from '../../publication/publication.js';
import { isoMoment, startOf } from '../markup/dates.js';
import { writeXml } from '../markup/xml.js';
import { languageOf } from './language-codes.js';
import { licenceOf } from './licence.js';
import { hasAll, type RecordSource, tellLeftOut } from './record.js';
import { bareNumber, dateParts, orcidAddress, workKind } from './work.js';

const record = 'A Crossref deposit';
const schema = 'http://www.crossref.org/schema/5.3.1';

const namespaces = {
  xmlns: schema,
  'xmlns:jats': 'http://www.ncbi.nlm.nih.gov/JATS1',
  'xmlns:ai': 'http://www.crossref.org/AccessIndicators.xsd',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': `${schema} https://www.crossref.org/schemas/crossref5.3.1.xsd`,
  version: '5.3.1',
};

const optional = (name: string, value: string | undefined): Element[] =>
  value ? [x(name, value)] : [];

/** `YYYYMMDDhhmmss`: of two deposits of one DOI, the greater wins. */
function timestampOf({ metadata, sourceDate }: RecordSource): string {
  const moment = sourceDate ?? startOf(metadata.date);
  return moment ? isoMoment(moment).replaceAll(/\D/g, '') : '0';
}

function head(source: RecordSource): Element {
  const { doi, publisher, depositor } = source.metadata;
  const timestamp = timestampOf(source);
  const batch = `${doi}-${timestamp}`.replaceAll(/[^\w.-]+/g, '-').slice(-100);
  return x('head', [
    x('doi_batch_id', batch),
    x('timestamp', timestamp),
    x('depositor', [
      x('depositor_name', (depositor?.name ?? publisher ?? '').slice(0, 130)),
      x('email_address', depositor?.email ?? ''),
    ]),
    x('registrant', (publisher ?? '').slice(0, 255)),
  ]);
}

/** Surnames hold no digits and no question marks, and 60 signs at most (schema, `surname`). */
const isSurname = (family: string) => family.length <= 60 && !/[\d?]/.test(family);

function contributor({ name, affiliation, orcid }: Author, index: number): Element {
  const attributes = {
    sequence: index === 0 ? 'first' : 'additional',
    contributor_role: 'author',
  };
  const { family, given, suffix } = splitName(name);
  if (given === undefined || !isSurname(family)) return x('organization', attributes, name);
  const known = orcid && /^(\d{4}-){3}\d{3}[\dX]$/.test(orcid) ? orcid : undefined;
  return x('person_name', attributes, [
    x('given_name', given.slice(0, 60)),
    x('surname', family),
    ...optional('suffix', suffix),
    ...(affiliation
      ? [x('affiliations', [x('institution', [x('institution_name', affiliation)])])]
      : []),
    ...optional('ORCID', known && orcidAddress(known)),
  ]);
}

const contributors = ({ authors }: Metadata): Element[] =>
  authors.length > 0 ? [x('contributors', authors.map(contributor))] : [];

const titles = (title: string, subtitle?: string): Element =>
  x('titles', [x('title', title), ...optional('subtitle', subtitle)]);

function abstractOf({ abstract, lang }: Metadata): Element[] {
  if (abstract === undefined) return [];
  const paragraphs = paragraphsOf(abstract).map((text) => x('jats:p', text));
  return [x('jats:abstract', { 'xml:lang': lang }, paragraphs)];
}

function publicationDate({ date }: Metadata): Element {
  const { year = '', month, day } = dateParts(date) ?? {};
  return x('publication_date', { media_type: 'online' }, [
    ...optional('month', month),
    ...optional('day', day),
    x('year', year),
  ]);
}

/** A book is a volume of its series; a report has a number. */
const volume = (metadata: Metadata): Element[] =>
  workKind(metadata) === 'book' && knownSeries(metadata)
    ? optional('volume', metadata.series?.number?.slice(0, 32))
    : [];

function itemNumber(metadata: Metadata): Element[] {
  const number = metadata.series?.number;
  if (!number || workKind(metadata) === 'book') return [];
  const attributes = { item_number_type: 'report-number' };
  return [x('publisher_item', [x('item_number', attributes, number.slice(0, 32))])];
}

function licence({ rights }: Metadata): Element[] {
  const known = licenceOf(rights);
  if (!known) return [];
  return [x('ai:program', { name: 'AccessIndicators' }, [x('ai:license_ref', known.url)])];
}

const doiData = (metadata: Metadata): Element =>
  x('doi_data', [x('doi', metadata.doi ?? ''), x('resource', metadata.url ?? '')]);

function citations(references: readonly Reference[]): Element[] {
  if (references.length === 0) return [];
  return [
    x(
      'citation_list',
      references.map(({ id, text }) =>
        x('citation', { key: id }, [x('unstructured_citation', text)]),
      ),
    ),
  ];
}

const seriesMetadata = ({ name, issn }: { name: string; issn?: string }): Element =>
  x('series_metadata', [titles(name), x('issn', { media_type: 'electronic' }, issn ?? '')]);

/** A work in a series that Crossref can know by its ISSN; without one, the series is left out. */
function knownSeries({ series }: Metadata) {
  return series?.issn !== undefined && /^\d{4}-\d{3}[\dX]$/.test(series.issn) ? series : undefined;
}

/** What follows the series, in the order that both kinds of work share. */
function description(source: RecordSource, more: { isbn: Element[]; licence: Element[] }) {
  const { metadata, references } = source;
  return [
    ...contributors(metadata),
    titles(metadata.title, metadata.subtitle),
    ...abstractOf(metadata),
    ...volume(metadata),
    publicationDate(metadata),
    ...more.isbn,
    x('publisher', [x('publisher_name', metadata.publisher ?? '')]),
    ...itemNumber(metadata),
    ...more.licence,
    doiData(metadata),
    ...citations(references),
  ];
}

function body(source: RecordSource): Element {
  const { metadata } = source;
  const series = knownSeries(metadata);
  const isBook = workKind(metadata) === 'book';
  const name = isBook ? 'book' : 'report-paper';
  const isbn = isBook
    ? [x('isbn', { media_type: 'electronic' }, bareNumber(metadata.isbn ?? ''))]
    : [];
  // The schema has no place for a licence on a report in a series.
  const hasLicence = isBook || series === undefined;
  const content = [
    ...(series ? [seriesMetadata(series)] : []),
    ...description(source, { isbn, licence: hasLicence ? licence(metadata) : [] }),
  ];
  const language = { language: languageOf(metadata.lang) };
  const kind = series ? `${name}_series_metadata` : `${name}_metadata`;
  return x('body', [
    x(name, isBook ? { book_type: 'monograph' } : {}, [x(kind, language, content)]),
  ]);
}

/**
 * A deposit for Crossref (deposit schema 5.3.1): a book where there is an ISBN, else a report, in
 * its series where that has an ISSN. Its timestamp is that of the publication, never the clock's.
 */
export function crossrefRecord(source: RecordSource): string | undefined {
  const { metadata } = source;
  const { doi, url, publisher, date, depositor, series } = metadata;
  const isMet = hasAll(source, record, [
    { field: 'doi', value: doi, example: 'doi: 10.1000/182' },
    { field: 'url', value: url, example: 'url: https://example.org/long-peace' },
    { field: 'publisher', value: publisher, example: 'publisher: Example Institute' },
    { field: 'date', value: dateParts(date), example: 'date: 2025-02-14' },
    {
      field: 'depositor.email',
      value: depositor?.email,
      example: 'depositor: { email: doi@example.org }',
    },
  ]);
  if (!isMet) return undefined;
  if (series && !knownSeries(metadata)) {
    tellLeftOut(source, record, 'series', 'Crossref knows a series by its ISSN');
  }
  return writeXml(x(null, x('doi_batch', namespaces, [head(source), body(source)])));
}
