import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import type { OctavoDocument } from '../../document/document.js';
import { isIsoDate } from '../markup/dates.js';
import { describe } from '../markup/description.js';

type Pair = [name: string, content: string | undefined];

/** What Google Scholar and Zotero read (Highwire Press tags). */
function scholarTags({ metadata }: OctavoDocument): Pair[] {
  const { series, date } = metadata;
  return [
    ['citation_title', metadata.title],
    ...metadata.authors.flatMap(({ name, affiliation, orcid }): Pair[] => [
      ['citation_author', name],
      ['citation_author_institution', affiliation],
      ['citation_author_orcid', orcid],
    ]),
    ['citation_publication_date', isIsoDate(date) ? date.replaceAll('-', '/') : undefined],
    ['citation_publisher', metadata.publisher],
    ['citation_series_title', series?.name],
    ['citation_issue', series?.number],
    ['citation_issn', series?.issn],
    ['citation_isbn', metadata.isbn],
    ['citation_doi', metadata.doi],
    ['citation_language', metadata.lang],
  ];
}

function openGraph(document: OctavoDocument, description: string | undefined): Pair[] {
  const { title, publisher, lang, date, authors } = document.metadata;
  return [
    ['og:type', 'article'],
    ['og:title', title],
    ['og:description', description],
    ['og:site_name', publisher],
    ['og:locale', lang.replaceAll('-', '_')],
    ['article:published_time', isIsoDate(date) ? date : undefined],
    ...authors.map(({ name }): Pair => ['article:author', name]),
  ];
}

/** schema.org's view of the publication, as JSON-LD that may stand inside a script element. */
function structuredData({ metadata }: OctavoDocument, description: string | undefined): string {
  const { series, date, doi, publisher } = metadata;
  const work = {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: metadata.title,
    alternativeHeadline: metadata.subtitle,
    author: metadata.authors.map(({ name, affiliation, orcid }) => ({
      '@type': 'Person',
      name,
      affiliation: affiliation && { '@type': 'Organization', name: affiliation },
      sameAs: orcid && `https://orcid.org/${orcid}`,
    })),
    datePublished: isIsoDate(date) ? date : undefined,
    inLanguage: metadata.lang,
    description,
    keywords: metadata.keywords.length > 0 ? metadata.keywords : undefined,
    publisher: publisher && { '@type': 'Organization', name: publisher },
    copyrightNotice: metadata.rights,
    isPartOf: series && { '@type': 'Periodical', name: series.name, issn: series.issn },
    issueNumber: series?.number,
    identifier: doi && `https://doi.org/${doi}`,
    isbn: metadata.isbn,
  };
  return JSON.stringify(work).replaceAll('<', '\\u003c');
}

const tags = (pairs: readonly Pair[], attribute: 'name' | 'property'): Element[] =>
  pairs
    .filter(([, content]) => content !== undefined && content !== '')
    .map(([name, content]) => h('meta', { [attribute]: name, content }));

/** Metadata of the page's head, for people's tools and search engines; all of it from the front matter. */
export function headMetadata(document: OctavoDocument): Root {
  const { metadata } = document;
  const description = describe(document);
  const plain: Pair[] = [
    ['description', description],
    ['author', metadata.authors.map(({ name }) => name).join(', ')],
    ['keywords', metadata.keywords.join(', ')],
    ...scholarTags(document),
  ];
  return {
    type: 'root',
    children: [
      ...tags(plain, 'name'),
      ...tags(openGraph(document, description), 'property'),
      h('script', { type: 'application/ld+json' }, structuredData(document, description)),
    ],
  };
}
