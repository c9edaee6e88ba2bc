import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import type { OctavoDocument } from '../../document/document.js';
import type { Author, Metadata } from '../../publication/publication.js';
import { isIsoDate } from '../markup/dates.js';
import { describe } from '../markup/description.js';
import { addressOf, orcidAddress, wholeTitle, workKind } from '../metadata/work.js';
import { structuredData } from './structured-data.js';

type Pair = [name: string, content: string | undefined];

/** An author's tags stand together: what follows a name is said of it. */
const authorTags = ({ name, affiliation, orcid, email }: Author): Pair[] => [
  ['citation_author', name],
  ['citation_author_institution', affiliation],
  ['citation_author_orcid', orcid && orcidAddress(orcid)],
  ['citation_author_email', email],
];

/** Series, number and publisher in the tags that readers know for a work of this kind. */
function kindTags(metadata: Metadata): Pair[] {
  const { series, publisher, isbn } = metadata;
  const common: Pair[] = [
    ['citation_publisher', publisher],
    ['citation_series_title', series?.name],
    ['citation_issn', series?.issn],
    ['citation_isbn', isbn],
  ];
  if (workKind(metadata) !== 'report') return [...common, ['citation_issue', series?.number]];
  return [
    ...common,
    ['citation_technical_report_institution', publisher ?? series?.name],
    ['citation_technical_report_number', series?.number],
  ];
}

/** Highwire Press tags, which Google Scholar (Inclusion Guidelines, “Metadata”) and Zotero read. */
function scholarTags(metadata: Metadata): Pair[] {
  const { date } = metadata;
  return [
    ['citation_title', wholeTitle(metadata)],
    ...metadata.authors.flatMap(authorTags),
    ['citation_publication_date', isIsoDate(date) ? date.replaceAll('-', '/') : undefined],
    ...kindTags(metadata),
    ['citation_doi', metadata.doi],
    ['citation_language', metadata.lang],
    ['citation_keywords', metadata.keywords.join('; ')],
    ['citation_abstract', metadata.abstract],
    ['citation_public_url', addressOf(metadata)],
    ['citation_fulltext_html_url', metadata.url],
  ];
}

/** The Open Graph protocol (ogp.me), which networks show a link by. */
function openGraph(metadata: Metadata, description: string | undefined): Pair[] {
  const { publisher, lang, date, authors, keywords, isbn } = metadata;
  const kind = isbn === undefined ? 'article' : 'book';
  const day = isIsoDate(date) ? date : undefined;
  return [
    ['og:type', kind],
    ['og:title', wholeTitle(metadata)],
    ['og:description', description],
    ['og:url', addressOf(metadata)],
    ['og:site_name', publisher],
    ['og:locale', lang.replaceAll('-', '_')],
    [kind === 'book' ? 'book:release_date' : 'article:published_time', day],
    ['book:isbn', isbn],
    ...authors.map(({ name }): Pair => [`${kind}:author`, name]),
    ...keywords.map((keyword): Pair => [`${kind}:tag`, keyword]),
  ];
}

const tags = (pairs: readonly Pair[], attribute: 'name' | 'property'): Element[] =>
  pairs
    .filter(([, content]) => content !== undefined && content !== '')
    .map(([name, content]) => h('meta', { [attribute]: name, content }));

/** Metadata of the page's head, for people's tools and search engines; all of it from the front matter. */
export function headMetadata(document: OctavoDocument): Root {
  const { metadata } = document;
  const { url } = metadata;
  const description = describe(document);
  const plain: Pair[] = [
    ['description', description],
    ['author', metadata.authors.map(({ name }) => name).join(', ')],
    ['keywords', metadata.keywords.join(', ')],
    ...scholarTags(metadata),
  ];
  return {
    type: 'root',
    children: [
      ...(url ? [h('link', { rel: 'canonical', href: url })] : []),
      ...tags(plain, 'name'),
      ...tags(openGraph(metadata, description), 'property'),
      h('script', { type: 'application/ld+json' }, structuredData(metadata, description)),
    ],
  };
}
