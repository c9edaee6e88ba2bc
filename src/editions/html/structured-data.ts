import { splitName } from '../../publication/names.js';
import type { Author, Metadata } from '../../publication/publication.js';
import { isIsoDate } from '../markup/dates.js';
import { licenceOf } from '../metadata/licence.js';
import {
  addressOf,
  doiAddress,
  orcidAddress,
  type WorkKind,
  wholeTitle,
  workKind,
} from '../metadata/work.js';

const types: Record<WorkKind, string> = { book: 'Book', report: 'Report', paper: 'Article' };

/** schema.org knows what to make of these; a name that cannot be divided may be a body's. */
function authorOf({ name, affiliation, orcid }: Author): object {
  const { family, given } = splitName(name);
  const about = {
    affiliation: affiliation && { '@type': 'Organization', name: affiliation },
    sameAs: orcid && orcidAddress(orcid),
  };
  if (given === undefined && /\s/.test(name)) return { '@type': 'Organization', name, ...about };
  return { '@type': 'Person', name, givenName: given, familyName: family, ...about };
}

function identifiers({ doi, isbn }: Metadata): object[] {
  return [
    ...(doi ? [{ '@type': 'PropertyValue', propertyID: 'DOI', value: doi }] : []),
    ...(isbn ? [{ '@type': 'PropertyValue', propertyID: 'ISBN', value: isbn }] : []),
  ];
}

function seriesOf({ series }: Metadata): object | undefined {
  if (!series) return undefined;
  const { name, issn } = series;
  return { '@type': issn ? 'Periodical' : 'CreativeWorkSeries', name, issn };
}

/** schema.org's view of the publication, as JSON-LD that may stand inside a script element. */
export function structuredData(metadata: Metadata, description: string | undefined): string {
  const { date, doi, publisher, series, keywords } = metadata;
  const kind = workKind(metadata);
  const named = identifiers(metadata);
  const work = {
    '@context': 'https://schema.org',
    '@type': types[kind],
    name: wholeTitle(metadata),
    headline: metadata.title,
    alternativeHeadline: metadata.subtitle,
    author: metadata.authors.map(authorOf),
    datePublished: isIsoDate(date) ? date : undefined,
    inLanguage: metadata.lang,
    description,
    keywords: keywords.length > 0 ? keywords : undefined,
    publisher: publisher && { '@type': 'Organization', name: publisher },
    copyrightNotice: metadata.rights,
    license: licenceOf(metadata.rights)?.url,
    isPartOf: seriesOf(metadata),
    reportNumber: kind === 'report' ? series?.number : undefined,
    position: kind === 'report' ? undefined : series?.number,
    identifier: named.length > 0 ? named : undefined,
    isbn: metadata.isbn,
    sameAs: doi && doiAddress(doi),
    url: addressOf(metadata),
  };
  // `<` alone could end the script, and these two ended lines in scripts of old.
  return JSON.stringify(work).replaceAll(
    /[<\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
