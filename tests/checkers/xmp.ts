/** Schemas that PDF/A-2 knows of itself (ISO 19005-2, 6.6.2.3.1), with the properties used here and in other makers' files. */
const known: Record<string, Set<string>> = Object.fromEntries(
  Object.entries({
    'http://purl.org/dc/elements/1.1/':
      'contributor coverage creator date description format identifier language publisher relation rights source subject title type',
    'http://ns.adobe.com/xap/1.0/':
      'Advisory BaseURL CreateDate CreatorTool Identifier Label MetadataDate ModifyDate Nickname Rating Thumbnails',
    'http://ns.adobe.com/xap/1.0/rights/': 'Certificate Marked Owner UsageTerms WebStatement',
    'http://ns.adobe.com/xap/1.0/mm/':
      'DerivedFrom DocumentID History InstanceID ManagedFrom Manager ManageTo ManageUI ManagerVariant RenditionClass RenditionParams VersionID Versions',
    'http://ns.adobe.com/pdf/1.3/': 'Keywords PDFVersion Producer Trapped',
    'http://www.aiim.org/pdfa/ns/id/': 'part amd corr conformance',
  }).map(([uri, names]) => [uri, new Set(names.split(' '))]),
);

/** Top-level properties of a packet that neither PDF/A nor the packet's own extension schemas describe. */
export function undescribedProperties(xmp: string): string[] {
  const uris = new Map(
    [...xmp.matchAll(/xmlns:(\w+)="([^"]*)"/g)].map(([, prefix = '', uri = '']) => [prefix, uri]),
  );
  const described = new Set<string>();
  const extension =
    /<pdfaExtension:schemas>([\s\S]*)<\/pdfaExtension:schemas>/.exec(xmp)?.[1] ?? '';
  for (const part of extension.split('<pdfaSchema:schema>').slice(1)) {
    const uri = /<pdfaSchema:namespaceURI>([^<]*)/.exec(part)?.[1] ?? '';
    const isWhole =
      /<pdfaProperty:valueType>[^<]+<[\s\S]*<pdfaProperty:category>(internal|external)</.test(part);
    for (const [, name = ''] of part.matchAll(/<pdfaProperty:name>([^<]*)/g))
      if (isWhole) described.add(uri + name);
  }
  const body = xmp.replace(/<pdfaExtension:schemas>[\s\S]*<\/pdfaExtension:schemas>/, '');
  const properties = [...body.matchAll(/^<(\w+):(\w+)>/gm)].filter(
    ([, prefix]) => prefix !== 'rdf' && prefix !== 'x',
  );
  return properties.flatMap(([, prefix = '', name = '']) => {
    const uri = uris.get(prefix) ?? '';
    const isKnown = known[uri]?.has(name) || described.has(uri + name);
    return isKnown ? [] : [`${prefix}:${name}`];
  });
}
