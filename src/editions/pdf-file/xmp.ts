import { type PDFContext, PDFRawStream } from 'pdf-lib';
import { withoutControls } from '../../publication/control-characters.js';
import { escapeText } from '../../publication/escape-text.js';
import { isIsoDate, isoMoment } from '../markup/dates.js';
import { type Claims, type FileFacts, maker } from './facts.js';
import { identifierPlaceholder } from './identifier.js';
import { extensionSchemas, namespaces } from './xmp-schemas.js';

/** What XML 1.0 forbids cannot be written even as a reference. */
const escapeXml = (value: string) => escapeText(withoutControls(value));

type Container = 'Seq' | 'Bag' | 'Alt';

function simple(property: string, value: string | undefined): string[] {
  return value ? [`<${property}>${escapeXml(value)}</${property}>`] : [];
}

function list(property: string, container: Container, values: readonly string[]): string[] {
  if (values.length === 0) return [];
  const attribute = container === 'Alt' ? ' xml:lang="x-default"' : '';
  const items = values.map((value) => `<rdf:li${attribute}>${escapeXml(value)}</rdf:li>`).join('');
  return [`<${property}><rdf:${container}>${items}</rdf:${container}></${property}>`];
}

const given = (value: string | undefined): string[] => (value ? [value] : []);

function properties(facts: FileFacts, claims: Claims): string[] {
  const { moment, doi, isbn, issn } = facts;
  const date = moment && isoMoment(moment);
  const identifiers = [...given(doi && `doi:${doi}`), ...given(isbn && `urn:isbn:${isbn}`)];
  return [
    ...simple('dc:format', 'application/pdf'),
    ...list('dc:title', 'Alt', [facts.title]),
    ...list('dc:creator', 'Seq', facts.authors),
    ...list('dc:description', 'Alt', given(facts.description)),
    ...list('dc:subject', 'Bag', facts.keywords),
    ...list('dc:language', 'Bag', [facts.lang]),
    ...list('dc:publisher', 'Bag', given(facts.publisher)),
    ...list('dc:rights', 'Alt', given(facts.rights)),
    // A date in words is none that the property may hold (ISO 16684-1, 8.2.1.3).
    ...list('dc:date', 'Seq', isIsoDate(facts.date) ? [facts.date] : []),
    ...simple('dc:identifier', identifiers[0]),
    ...simple('prism:doi', doi),
    ...simple('prism:isbn', isbn),
    ...simple('prism:issn', issn),
    ...simple('prism:publicationName', facts.seriesName),
    ...simple('prism:number', facts.seriesNumber),
    ...rights(facts),
    ...simple('pdf:Keywords', facts.keywords.join(', ')),
    ...simple('pdf:Producer', maker),
    ...(claims.trapped === undefined
      ? []
      : simple('pdf:Trapped', claims.trapped ? 'True' : 'False')),
    ...simple('xmp:CreatorTool', maker),
    ...['xmp:CreateDate', 'xmp:ModifyDate', 'xmp:MetadataDate'].flatMap((name) =>
      simple(name, date),
    ),
    ...simple('xmpMM:DocumentID', `uuid:${identifierPlaceholder.uuid}`),
    ...simple('xmpMM:InstanceID', `uuid:${identifierPlaceholder.uuid}`),
    ...claimed(claims),
  ];
}

/** Whether rights are told, and the address of the licence where one stands among the words. */
function rights({ rights }: FileFacts): string[] {
  if (!rights) return [];
  const address = /https?:\/\/[^\s<>"]+[^\s<>".,;:)\]]/.exec(rights)?.[0];
  return [...simple('xmpRights:Marked', 'True'), ...simple('xmpRights:WebStatement', address)];
}

/** What each standard wants to be known by. */
function claimed({ archivePart, uaPart, pressVersion, hasFiles }: Claims): string[] {
  // Of part 4, F says that files are inside; levels it has none (ISO 19005-4, 6.7.3).
  const level = archivePart === 2 ? 'A' : hasFiles ? 'F' : undefined;
  return [
    ...(archivePart
      ? [...simple('pdfaid:part', String(archivePart)), ...simple('pdfaid:conformance', level)]
      : []),
    ...simple('pdfaid:rev', archivePart === 4 ? '2020' : undefined),
    ...simple('pdfuaid:part', uaPart && String(uaPart)),
    ...simple('pdfuaid:rev', uaPart === 2 ? '2024' : undefined),
    ...(pressVersion
      ? [
          ...simple('xmpMM:VersionID', '1'),
          ...simple('xmpMM:RenditionClass', 'default'),
          // What Info says under a name of its own stands in XMP under `pdfx`.
          ...simple(
            pressVersion === 'PDF/X-4' ? 'pdfxid:GTS_PDFXVersion' : 'pdfx:GTS_PDFXVersion',
            pressVersion,
          ),
        ]
      : []),
  ];
}

const propertyName = (written: string) => /^<([^\s>]+)/.exec(written)?.[1] ?? '';

/** An XMP packet (ISO 16684-1). It claims conformance with a standard only where told to. */
function xmpPacket(facts: FileFacts, claims: Claims = {}): string {
  const written = properties(facts, claims);
  const names = written.map(propertyName);
  const prefixes = Object.entries(namespaces)
    .filter(([prefix]) => names.some((name) => name.startsWith(`${prefix}:`)))
    .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  // Part 4 does without (ISO 19005-4, 6.7.2).
  const schemas = claims.archivePart === 2 ? extensionSchemas(names) : '';
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""${prefixes.join('')}>
${written.join('\n')}
</rdf:Description>
${schemas}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
`;
}

/** Uncompressed, so that tools that know no PDF find it (and the identifier can be put in). */
export function newMetadataStream(
  context: PDFContext,
  facts: FileFacts,
  claims: Claims,
): PDFRawStream {
  const dict = context.obj({ Type: 'Metadata', Subtype: 'XML' });
  return PDFRawStream.of(dict, new TextEncoder().encode(xmpPacket(facts, claims)));
}
