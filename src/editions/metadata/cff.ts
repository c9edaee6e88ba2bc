import { stringify } from 'yaml';
import { splitName } from '../../publication/names.js';
import type { Author } from '../../publication/publication.js';
import { languageOf } from './language-codes.js';
import { licenceOf } from './licence.js';
import { hasAll, type RecordSource, tellLeftOut } from './record.js';
import { addressOf, dateParts, orcidAddress, wholeTitle, workKind } from './work.js';

const record = 'CITATION.cff';

const types = { book: 'book', report: 'report', paper: 'article' } as const;

/** DOIs that the format takes (its schema, 1.2.0, `doi`): fewer than there are. */
const fitDoi = /^10\.\d{4,9}(\.\d+)?\/[A-Za-z0-9:/_;\-.()[\]\\]+$/;
const fitEmail = /^\S+@\S+\.\S{2,}$/;
const fitOrcid = /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/;
const fitIssn = /^\d{4}-\d{3}[\dX]$/;
const fitIsbn = /^[\d -]{10,17}X?$/;

const matching = (pattern: RegExp, value: string | undefined) =>
  value !== undefined && pattern.test(value) ? value : undefined;

function personOf({ name, affiliation, email, orcid }: Author): object {
  const { family, given, suffix } = splitName(name);
  const known = matching(fitOrcid, orcid);
  const more = { email: matching(fitEmail, email), orcid: known && orcidAddress(known) };
  if (given === undefined) return { name: family, ...more };
  return {
    'family-names': family,
    'given-names': given,
    'name-suffix': suffix,
    affiliation,
    ...more,
  };
}

function referenceOf(source: RecordSource, authors: readonly object[]): object {
  const { metadata } = source;
  const { series, publisher, keywords } = metadata;
  const date = dateParts(metadata.date);
  const doi = matching(fitDoi, metadata.doi);
  if (metadata.doi !== doi) tellLeftOut(source, record, 'doi', 'it takes fewer signs in a DOI');
  return {
    type: types[workKind(metadata)],
    title: wholeTitle(metadata),
    authors,
    'collection-title': series?.name,
    number: series?.number,
    publisher: publisher === undefined ? undefined : { name: publisher },
    year: date && Number(date.year),
    month: date?.month && Number(date.month),
    'date-published': date?.day && metadata.date,
    doi,
    isbn: matching(fitIsbn, metadata.isbn),
    issn: matching(fitIssn, series?.issn),
    url: addressOf(metadata),
    languages: [languageOf(metadata.lang)],
    abstract: metadata.abstract,
    keywords: keywords.length > 0 ? [...new Set(keywords)] : undefined,
    license: licenceOf(metadata.rights)?.spdx,
    copyright: metadata.rights,
  };
}

/**
 * A citation file (Citation File Format 1.2.0). The format is for software and data: a publication
 * is its `preferred-citation`, which is what readers of the file show.
 */
export function cffRecord(source: RecordSource): string | undefined {
  const { metadata } = source;
  const { authors: people, publisher } = metadata;
  const [first] = people;
  const isMet = hasAll(source, record, [
    { field: 'author', value: first ?? publisher, example: 'author: Ada Lovelace' },
  ]);
  if (!isMet) return undefined;
  const authors = first ? people.map(personOf) : [{ name: publisher }];
  const file = {
    'cff-version': '1.2.0',
    message: 'If you use this publication, please cite it as below.',
    title: wholeTitle(metadata),
    authors,
    'preferred-citation': referenceOf(source, authors),
  };
  return stringify(file, { lineWidth: 0, aliasDuplicateObjects: false });
}
