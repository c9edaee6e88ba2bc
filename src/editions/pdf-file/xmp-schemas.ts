export const namespaces = {
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  prism: 'http://prismstandard.org/namespaces/basic/3.0/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  pdfx: 'http://ns.adobe.com/pdfx/1.3/',
  pdfxid: 'http://www.npes.org/pdfx/ns/id/',
} as const;

type Prefix = keyof typeof namespaces;

interface Schema {
  name: string;
  /** What each property is, and the type of its value. */
  properties: Record<string, [type: string, category: 'internal' | 'external', means: string]>;
}

/** Schemas that PDF/A does not know of itself, which a file must therefore describe (ISO 19005-2, 6.6.2.3). */
const described: Partial<Record<Prefix, Schema>> = {
  prism: {
    name: 'PRISM basic metadata 3.0',
    properties: {
      doi: ['Text', 'external', 'Digital object identifier'],
      isbn: ['Text', 'external', 'International standard book number'],
      issn: ['Text', 'external', 'International standard serial number'],
      publicationName: ['Text', 'external', 'Title of the series'],
      number: ['Text', 'external', 'Number in the series'],
    },
  },
  pdfuaid: {
    name: 'PDF/UA identification',
    properties: { part: ['Integer', 'internal', 'Part of ISO 14289 that the file conforms to'] },
  },
};

const resource = (content: string) => `<rdf:li rdf:parseType="Resource">${content}</rdf:li>`;
const sequence = (property: string, items: readonly string[]) =>
  `<${property}><rdf:Seq>${items.join('')}</rdf:Seq></${property}>`;

function schemaOf(prefix: Prefix, { name, properties }: Schema, used: readonly string[]): string {
  const each = Object.entries(properties)
    .filter(([property]) => used.includes(`${prefix}:${property}`))
    .map(([property, [type, category, means]]) =>
      resource(
        `<pdfaProperty:name>${property}</pdfaProperty:name><pdfaProperty:valueType>${type}</pdfaProperty:valueType>` +
          `<pdfaProperty:category>${category}</pdfaProperty:category><pdfaProperty:description>${means}</pdfaProperty:description>`,
      ),
    );
  return resource(
    `<pdfaSchema:schema>${name}</pdfaSchema:schema><pdfaSchema:namespaceURI>${namespaces[prefix]}</pdfaSchema:namespaceURI>` +
      `<pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>${sequence('pdfaSchema:property', each)}`,
  );
}

/**
 * The description that PDF/A asks for of the properties used, `prefix:name` each; empty where all
 * are of schemas that it knows.
 */
export function extensionSchemas(used: readonly string[]): string {
  const schemas = Object.entries(described).flatMap(([prefix, schema]) =>
    used.some((property) => property.startsWith(`${prefix}:`))
      ? [schemaOf(prefix as Prefix, schema, used)]
      : [],
  );
  if (schemas.length === 0) return '';
  const prefixes = [
    ['pdfaExtension', 'extension/'],
    ['pdfaSchema', 'schema#'],
    ['pdfaProperty', 'property#'],
  ].map(([prefix, part]) => ` xmlns:${prefix}="http://www.aiim.org/pdfa/ns/${part}"`);
  const bag = `<pdfaExtension:schemas><rdf:Bag>${schemas.join('\n')}</rdf:Bag></pdfaExtension:schemas>`;
  return `<rdf:Description rdf:about=""${prefixes.join('')}>\n${bag}\n</rdf:Description>\n`;
}
