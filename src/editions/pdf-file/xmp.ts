import { type PDFContext, PDFRawStream } from 'pdf-lib';
import { controlCharacters } from '../../publication/control-characters.js';
import { isoMoment } from '../markup/dates.js';
import { type Claims, type FileFacts, maker } from './facts.js';
import { identifierPlaceholder } from './identifier.js';

const namespaces = {
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  prism: 'http://prismstandard.org/namespaces/basic/3.0/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
};

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(value: string): string {
  // What XML 1.0 forbids cannot be written even as a reference.
  return value
    .replace(controlCharacters, '')
    .replace(/[&<>"]/g, (character) => escapes[character] as string);
}

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
    ...list('dc:date', 'Seq', given(facts.date)),
    ...simple('dc:identifier', identifiers[0]),
    ...simple('prism:doi', doi),
    ...simple('prism:isbn', isbn),
    ...simple('prism:issn', issn),
    ...simple('prism:publicationName', facts.seriesName),
    ...simple('prism:number', facts.seriesNumber),
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
    ...(claims.uaPart ? simple('pdfuaid:part', String(claims.uaPart)) : []),
  ];
}

/** An XMP packet (ISO 16684-1). It claims conformance with PDF/UA only where told to. */
export function xmpPacket(facts: FileFacts, claims: Claims = {}): string {
  const prefixes = Object.entries(namespaces).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""${prefixes.join('')}>
${properties(facts, claims).join('\n')}
</rdf:Description>
</rdf:RDF>
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
