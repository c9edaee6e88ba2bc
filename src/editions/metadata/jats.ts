import type { Element, Root } from 'xast';
import { x } from 'xastscript';
import type { Reference } from '../../document/document.js';
import { paragraphsOf } from '../../document/paragraphs.js';
import { slug } from '../../document/slugs.js';
import { splitName } from '../../publication/names.js';
import type { Author, Metadata } from '../../publication/publication.js';
import { writeXml } from '../markup/xml.js';
import { licenceOf } from './licence.js';
import { hasAll, type RecordSource } from './record.js';
import { bareNumber, dateParts, orcidAddress } from './work.js';

const record = 'A JATS record';

/** The Archiving tag set takes works of every kind; what is written here fits the Publishing set too. */
const doctype = {
  public: '-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.3 20210610//EN',
  system: 'JATS-archivearticle1-3.dtd',
};

const namespaces = {
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:ali': 'http://www.niso.org/schemas/ali/1.0/',
};

const optional = (name: string, value: string | undefined): Element[] =>
  value ? [x(name, value)] : [];

/** A series that is known by an ISSN stands where journals do. */
function journalMeta({ series, publisher }: Metadata): Element[] {
  if (series?.issn === undefined) return [];
  return [
    x('journal-meta', [
      x('journal-id', { 'journal-id-type': 'publisher-id' }, slug(series.name) || series.issn),
      x('journal-title-group', [x('journal-title', series.name)]),
      x('issn', { 'publication-format': 'electronic' }, series.issn),
      ...(publisher ? [x('publisher', [x('publisher-name', publisher)])] : []),
    ]),
  ];
}

function nameOf(name: string): Element {
  const { family, given, suffix } = splitName(name);
  if (given === undefined) return x('collab', name);
  return x('name', [x('surname', family), x('given-names', given), ...optional('suffix', suffix)]);
}

function contributor({ name, affiliation, email, orcid, bio }: Author): Element {
  return x('contrib', { 'contrib-type': 'author' }, [
    ...(orcid ? [x('contrib-id', { 'contrib-id-type': 'orcid' }, orcidAddress(orcid))] : []),
    nameOf(name),
    ...(affiliation ? [x('aff', [x('institution', affiliation)])] : []),
    ...optional('email', email),
    ...(bio ? [x('bio', [x('p', bio)])] : []),
  ]);
}

function publicationDate({ date }: Metadata): Element[] {
  const parts = dateParts(date);
  if (!parts) return [];
  const { year, month, day } = parts;
  const attributes = {
    'publication-format': 'electronic',
    'date-type': 'pub',
    'iso-8601-date': date,
  };
  return [
    x('pub-date', attributes, [
      ...optional('day', day),
      ...optional('month', month),
      x('year', year),
    ]),
  ];
}

/** The holder as a line such as `© 2025 The House` names it. */
const copyright = /^(?:©|\(c\)|copyright)\s*(?:©\s*)?(\d{4})?(?:\s*[-–]\s*\d{4})?,?\s*([^,.;]*)/i;

function permissions({ rights }: Metadata): Element[] {
  if (rights === undefined) return [];
  const [, year, holder] = copyright.exec(rights) ?? [];
  const licence = licenceOf(rights);
  return [
    x('permissions', [
      x('copyright-statement', rights),
      ...optional('copyright-year', year),
      ...optional('copyright-holder', holder?.trim()),
      ...(licence
        ? [
            x('license', { 'xlink:href': licence.url }, [
              x('ali:license_ref', licence.url),
              x('license-p', rights),
            ]),
          ]
        : []),
    ]),
  ];
}

function abstractOf({ abstract }: Metadata): Element[] {
  if (abstract === undefined) return [];
  return [
    x(
      'abstract',
      paragraphsOf(abstract).map((text) => x('p', text)),
    ),
  ];
}

function articleMeta(metadata: Metadata): Element {
  const { title, subtitle, doi, isbn, series, authors, keywords, url, lang } = metadata;
  return x('article-meta', [
    ...(doi ? [x('article-id', { 'pub-id-type': 'doi' }, doi)] : []),
    x('title-group', [x('article-title', title), ...optional('subtitle', subtitle)]),
    ...(authors.length > 0 ? [x('contrib-group', authors.map(contributor))] : []),
    ...publicationDate(metadata),
    ...(series?.issn === undefined ? optional('volume-series', series?.name) : []),
    ...optional('issue', series?.number),
    ...optional('isbn', isbn && bareNumber(isbn)),
    ...permissions(metadata),
    ...(url ? [x('self-uri', { 'xlink:href': url }, url)] : []),
    ...abstractOf(metadata),
    ...(keywords.length > 0
      ? [
          x(
            'kwd-group',
            { 'xml:lang': lang },
            keywords.map((keyword) => x('kwd', keyword)),
          ),
        ]
      : []),
  ]);
}

function back(references: readonly Reference[]): Element[] {
  if (references.length === 0) return [];
  const list = references.map(({ id, text }) => x('ref', { id }, [x('mixed-citation', text)]));
  return [x('back', [x('ref-list', list)])];
}

/**
 * The publication's metadata and references as a JATS article (ANSI/NISO Z39.96-2021, JATS 1.3)
 * without its text.
 */
export function jatsRecord(source: RecordSource): string | undefined {
  const { metadata, references } = source;
  const isMet = hasAll(source, record, [
    { field: 'date', value: dateParts(metadata.date), example: 'date: 2025-02-14' },
  ]);
  if (!isMet) return undefined;
  const attributes = {
    ...namespaces,
    'article-type': 'other',
    'dtd-version': '1.3',
    'xml:lang': metadata.lang,
  };
  const article = x('article', attributes, [
    x('front', [...journalMeta(metadata), articleMeta(metadata)]),
    ...back(references),
  ]);
  const root: Root = {
    type: 'root',
    children: [{ type: 'doctype', name: 'article', ...doctype }, article],
  };
  return writeXml(root);
}
