import type { Element } from 'xast';
import { x } from 'xastscript';
import { splitName } from '../../publication/names.js';
import type { Author, Metadata } from '../../publication/publication.js';
import { wordsFor } from '../../template/words/index.js';
import { accessibilityOf } from '../epub/accessibility.js';
import { isoMoment, startOf } from '../markup/dates.js';
import { writeXml } from '../markup/xml.js';
import { bibliographicCode } from './language-codes.js';
import { licenceOf } from './licence.js';
import { hasAll, type RecordSource, tellLeftOut } from './record.js';
import { bareNumber } from './work.js';

const record = 'An ONIX record';

const optional = (name: string, value: string | undefined): Element[] =>
  value ? [x(name, value)] : [];

function header({ metadata, sourceDate }: RecordSource): Element {
  const moment = sourceDate ?? startOf(metadata.date);
  return x('Header', [
    x('Sender', [x('SenderName', metadata.publisher ?? '')]),
    x('SentDateTime', moment ? isoMoment(moment).replaceAll(/[-:]/g, '') : ''),
  ]);
}

/** Code list 5: 15 ISBN-13, 02 ISBN-10, 06 DOI. */
function identifiers({ isbn, doi }: Metadata): Element[] {
  const identifier = (type: string, value: string) =>
    x('ProductIdentifier', [x('ProductIDType', type), x('IDValue', value)]);
  const digits = isbn && bareNumber(isbn);
  return [
    ...(digits ? [identifier(digits.length === 10 ? '02' : '15', digits)] : []),
    ...(doi ? [identifier('06', doi)] : []),
  ];
}

/** Title of a kind (code list 15: 01 distinctive) at a level (code list 149: 01 product, 02 collection). */
function titleDetail(level: string, parts: readonly Element[]): Element {
  return x('TitleDetail', [
    x('TitleType', '01'),
    x('TitleElement', [x('TitleElementLevel', level), ...parts]),
  ]);
}

/** Collection type 10: the publisher's. Code list 13: 02 ISSN. */
function collection({ series }: Metadata): Element {
  if (!series) return x('NoCollection');
  const { name, number, issn } = series;
  return x('Collection', [
    x('CollectionType', '10'),
    ...(issn
      ? [x('CollectionIdentifier', [x('CollectionIDType', '02'), x('IDValue', bareNumber(issn))])]
      : []),
    titleDetail('02', [...optional('PartNumber', number), x('TitleText', name)]),
  ]);
}

function nameParts(name: string): Element[] {
  const { family, given, suffix } = splitName(name);
  if (given === undefined) return [x('CorporateName', name)];
  return [
    x('PersonName', name),
    x('PersonNameInverted', [suffix ? `${family} ${suffix}` : family, given].join(', ')),
    x('NamesBeforeKey', given),
    x('KeyNames', family),
    ...optional('SuffixToKey', suffix),
  ];
}

/** Role A01: by (author). Code list 44: 21 ORCID. */
function contributor({ name, affiliation, orcid, bio }: Author, index: number): Element {
  return x('Contributor', [
    x('SequenceNumber', String(index + 1)),
    x('ContributorRole', 'A01'),
    ...(orcid
      ? [x('NameIdentifier', [x('NameIDType', '21'), x('IDValue', bareNumber(orcid))])]
      : []),
    ...nameParts(name),
    ...(affiliation ? [x('ProfessionalAffiliation', [x('Affiliation', affiliation)])] : []),
    ...optional('BiographicalNote', bio),
  ]);
}

function licence({ rights }: Metadata): Element[] {
  const known = licenceOf(rights);
  if (!known) return [];
  return [
    x('EpubLicense', [
      x('EpubLicenseName', known.spdx ?? rights ?? ''),
      x('EpubLicenseExpression', [
        x('EpubLicenseExpressionType', '02'),
        x('EpubLicenseExpressionLink', known.url),
      ]),
    ]),
  ];
}

/** Code list 196 (accessibility details), by what EPUB Accessibility calls the same. */
const accessibilityCodes: Record<string, string> = {
  tableOfContents: '11',
  readingOrder: '13',
  alternativeText: '14',
  MathML: '17',
  pageNavigation: '19',
  structuralNavigation: '29',
  ARIA: '30',
  displayTransformability: '36',
};
const [languageIsTagged, readsWithoutSight] = ['22', '52'];

/** Code list 79: 09, accessibility of the ebook; all of it computed from what the text holds. */
function accessibility({ trees = [], metadata }: RecordSource): Element[] {
  const words = wordsFor(metadata.lang);
  const facts = { trees, hasNotes: false, hasPageList: true, hasAnimation: false };
  const { features, sufficient } = accessibilityOf(facts, words);
  const codes = [
    ...features.flatMap((feature) => accessibilityCodes[feature] ?? []),
    languageIsTagged,
    ...(sufficient.includes('textual') ? [readsWithoutSight] : []),
  ];
  return codes
    .sort()
    .map((code) =>
      x('ProductFormFeature', [
        x('ProductFormFeatureType', '09'),
        x('ProductFormFeatureValue', code),
      ]),
    );
}

/** A download (EB) in EPUB (E101) of text (10), a single item (00), without protection (00). */
function descriptive(source: RecordSource): Element {
  const { metadata } = source;
  const { title, subtitle, authors, keywords, lang } = metadata;
  const language = bibliographicCode(lang);
  if (!language) tellLeftOut(source, record, 'lang', 'the code list has no such language');
  return x('DescriptiveDetail', [
    x('ProductComposition', '00'),
    x('ProductForm', 'EB'),
    x('ProductFormDetail', 'E101'),
    ...(source.trees ? accessibility(source) : []),
    x('PrimaryContentType', '10'),
    x('EpubTechnicalProtection', '00'),
    ...licence(metadata),
    collection(metadata),
    titleDetail('01', [x('TitleText', title), ...optional('Subtitle', subtitle)]),
    ...(authors.length > 0 ? authors.map(contributor) : [x('NoContributor')]),
    x('NoEdition'),
    ...(language ? [x('Language', [x('LanguageRole', '01'), x('LanguageCode', language)])] : []),
    ...(keywords.length > 0
      ? [
          x('Subject', [
            x('SubjectSchemeIdentifier', '20'),
            x('SubjectHeadingText', keywords.join('; ')),
          ]),
        ]
      : []),
  ]);
}

/** Text type 03: description; audience 00: unrestricted. */
function collateral({ abstract }: Metadata): Element[] {
  if (abstract === undefined) return [];
  return [
    x('CollateralDetail', [
      x('TextContent', [x('TextType', '03'), x('ContentAudience', '00'), x('Text', abstract)]),
    ]),
  ];
}

/** A date in the form that its precision asks for (code list 55: 00 day, 01 month, 05 year). */
function publishingDate(date: string): Element {
  const form = { 4: '05', 7: '01', 10: '00' }[date.length];
  return x('PublishingDate', [
    x('PublishingDateRole', '01'),
    x('Date', { dateformat: form }, date.replaceAll('-', '')),
  ]);
}

/** Role 01: publisher; status 04: active. */
function publishing({ publisher, date, url }: Metadata): Element {
  return x('PublishingDetail', [
    x('Publisher', [
      x('PublishingRole', '01'),
      x('PublisherName', publisher ?? ''),
      ...(url ? [x('Website', [x('WebsiteRole', '02'), x('WebsiteLink', url)])] : []),
    ]),
    x('PublishingStatus', '04'),
    publishingDate(date ?? ''),
  ]);
}

/**
 * A product record of the ebook in an ONIX message (EDItEUR, ONIX for Books 3.0, reference names):
 * what the trade needs to know the product; prices and suppliers are the shop's to add.
 */
export function onixRecord(source: RecordSource): string | undefined {
  const { metadata } = source;
  const { isbn, doi, publisher, date } = metadata;
  const isMet = hasAll(source, record, [
    { field: 'isbn', value: isbn ?? doi, example: 'isbn: 978-0-306-40615-7' },
    { field: 'publisher', value: publisher, example: 'publisher: Example Institute' },
    { field: 'date', value: startOf(date), example: 'date: 2025-02-14' },
  ]);
  if (!isMet) return undefined;
  const reference = isbn ? `isbn-${bareNumber(isbn)}` : `doi-${doi}`;
  const product = x('Product', [
    x('RecordReference', reference.slice(0, 100)),
    x('NotificationType', '03'),
    x('RecordSourceType', '01'),
    ...identifiers(metadata),
    descriptive(source),
    ...collateral(metadata),
    publishing(metadata),
  ]);
  const message = x(
    'ONIXMessage',
    { release: '3.0', xmlns: 'http://ns.editeur.org/onix/3.0/reference' },
    [header(source), product],
  );
  return writeXml(x(null, message));
}
