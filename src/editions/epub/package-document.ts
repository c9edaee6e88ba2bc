import type { Element } from 'xast';
import { x } from 'xastscript';
import { directionOf } from '../../document/direction.js';
import { sortName } from '../../publication/names.js';
import type { Metadata } from '../../publication/publication.js';
import type { Words } from '../../template/words/index.js';
import { isIsoDate } from '../markup/dates.js';
import { writeXml } from '../markup/xml.js';
import type { Accessibility } from './accessibility.js';
import { type Identifier, identifiersOf, modifiedOf } from './identity.js';

export interface ManifestItem {
  id: string;
  /** Relative to the package document. */
  href: string;
  mediaType: string;
  properties?: string[];
}

export interface PackageParts {
  metadata: Metadata;
  description?: string;
  words: Words;
  accessibility: Accessibility;
  hasPageList: boolean;
  hasCover: boolean;
  sourceDate?: Date;
  manifest: readonly ManifestItem[];
  /** Manifest ids in reading order. */
  spine: readonly string[];
}

const refine = (id: string, property: string, value: string, scheme?: string): Element =>
  x('meta', { refines: `#${id}`, property, scheme }, value);

function identifierElements(identifiers: readonly Identifier[]): Element[] {
  return identifiers.flatMap(({ id, value, onixType }) => [
    x('dc:identifier', { id }, value),
    ...(onixType ? [refine(id, 'identifier-type', onixType, 'onix:codelist5')] : []),
  ]);
}

function titleElements({ title, subtitle }: Metadata): Element[] {
  return [
    x('dc:title', { id: 'title' }, title),
    refine('title', 'title-type', 'main'),
    ...(subtitle
      ? [
          refine('title', 'display-seq', '1'),
          x('dc:title', { id: 'subtitle' }, subtitle),
          refine('subtitle', 'title-type', 'subtitle'),
          refine('subtitle', 'display-seq', '2'),
        ]
      : []),
  ];
}

/** `role` is a MARC relator code. */
function personElements(
  element: 'dc:creator' | 'dc:contributor',
  id: string,
  name: string,
  role: string,
  sequence?: number,
): Element[] {
  return [
    x(element, { id }, name),
    refine(id, 'role', role, 'marc:relators'),
    refine(id, 'file-as', sortName(name)),
    ...(sequence === undefined ? [] : [refine(id, 'display-seq', String(sequence))]),
  ];
}

function people({ authors, series }: Metadata): Element[] {
  const editor = series?.editor?.replace(/\s*[(<][^)>]*[)>]\s*/g, ' ').trim();
  return [
    ...authors.flatMap(({ name }, index) =>
      personElements('dc:creator', `author-${index + 1}`, name, 'aut', index + 1),
    ),
    ...(editor ? personElements('dc:contributor', 'series-editor', editor, 'pbd') : []),
  ];
}

function seriesElements({ series }: Metadata): Element[] {
  if (!series) return [];
  const position = series.number?.match(/\d+/g)?.map(Number).join('.');
  return [
    x('meta', { property: 'belongs-to-collection', id: 'series' }, series.name),
    refine('series', 'collection-type', 'series'),
    ...(position ? [refine('series', 'group-position', position)] : []),
    ...(series.issn ? [refine('series', 'dcterms:identifier', `urn:issn:${series.issn}`)] : []),
  ];
}

function accessibilityElements(access: Accessibility, words: Words): Element[] {
  const meta = (property: string, value: string) => x('meta', { property }, value);
  return [
    ...access.modes.map((mode) => meta('schema:accessMode', mode)),
    ...access.sufficient.map((modes) => meta('schema:accessModeSufficient', modes)),
    ...access.features.map((feature) => meta('schema:accessibilityFeature', feature)),
    meta('schema:accessibilityHazard', access.hazard),
    x('meta', { property: 'schema:accessibilitySummary', 'xml:lang': words.lang }, access.summary),
  ];
}

/** The printed edition whose pages the page list follows. */
function sourceElements(identifiers: readonly Identifier[], hasPageList: boolean): Element[] {
  const [first] = identifiers;
  if (!hasPageList || !first) return [];
  return [
    x('dc:source', { id: 'source' }, first.value),
    refine('source', 'source-of', 'pagination'),
  ];
}

const optional = (name: string, value: string | undefined): Element[] =>
  value ? [x(name, value)] : [];

function metadataElement(parts: PackageParts, identifiers: readonly Identifier[]): Element {
  const { metadata, words } = parts;
  const { date, lang } = metadata;
  return x('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, [
    ...identifierElements(identifiers),
    ...titleElements(metadata),
    x('dc:language', lang),
    ...people(metadata),
    ...optional('dc:publisher', metadata.publisher),
    ...optional('dc:date', isIsoDate(date) ? date : undefined),
    ...optional('dc:rights', metadata.rights),
    ...optional('dc:description', parts.description),
    ...metadata.keywords.map((keyword) => x('dc:subject', keyword)),
    ...sourceElements(identifiers, parts.hasPageList),
    ...seriesElements(metadata),
    x('meta', { property: 'dcterms:modified' }, modifiedOf(metadata, parts.sourceDate)),
    ...accessibilityElements(parts.accessibility, words),
    ...(parts.hasCover ? [x('meta', { name: 'cover', content: 'cover-image' })] : []),
  ]);
}

/** The package document (EPUB 3.3, section 5). */
export function packageDocument(parts: PackageParts): string {
  const { lang } = parts.metadata;
  const identifiers = identifiersOf(parts.metadata);
  const direction = directionOf(lang);
  const root = x(
    'package',
    {
      xmlns: 'http://www.idpf.org/2007/opf',
      version: '3.0',
      'unique-identifier': identifiers[0].id,
      'xml:lang': lang,
      dir: direction,
    },
    [
      metadataElement(parts, identifiers),
      x(
        'manifest',
        parts.manifest.map(({ id, href, mediaType, properties }) =>
          x('item', {
            id,
            href,
            'media-type': mediaType,
            properties: properties?.length ? properties.join(' ') : undefined,
          }),
        ),
      ),
      x(
        'spine',
        { toc: 'ncx', 'page-progression-direction': direction === 'rtl' ? 'rtl' : undefined },
        parts.spine.map((idref) => x('itemref', { idref })),
      ),
    ],
  );
  return writeXml(x(null, root));
}
