import type { Report } from '../../../diagnostics/report.js';
import type { SourceText } from '../../../publication/publication.js';
import { childOf, descendants, readXml, type XmlElement } from '../../style/xml.js';
import type { RawEntry } from '../raw-entry.js';
import { readRecord } from '../ris/index.js';
import { asRis, type EndNoteRecord } from './record.js';

/** RIS's tags by the path of EndNote's elements; of a list, each element is a field. */
const fields: readonly [path: string, tag: string][] = [
  ['label', 'ID'],
  ['contributors/authors/author', 'AU'],
  ['contributors/secondary-authors/author', 'A2'],
  ['contributors/tertiary-authors/author', 'A3'],
  ['contributors/subsidiary-authors/author', 'A4'],
  ['titles/title', 'TI'],
  ['titles/secondary-title', 'T2'],
  ['titles/tertiary-title', 'T3'],
  ['titles/short-title', 'ST'],
  ['periodical/abbr-1', 'J2'],
  ['volume', 'VL'],
  ['num-vols', 'NV'],
  ['edition', 'ET'],
  ['section', 'SE'],
  ['pub-location', 'CY'],
  ['publisher', 'PB'],
  ['isbn', 'SN'],
  ['electronic-resource-num', 'DO'],
  ['abstract', 'AB'],
  ['notes', 'N1'],
  ['work-type', 'M3'],
  ['language', 'LA'],
  ['access-date', 'Y2'],
];

const addresses = ['urls/related-urls/url', 'urls/web-urls/url'];

/** EndNote's faces of letters as CSL has them. */
const faces: Readonly<Record<string, string>> = {
  bold: 'b',
  italic: 'i',
  subscript: 'sub',
  superscript: 'sup',
};

/** EndNote's export in XML, record by record. What breaks off is read as far as it goes. */
export function readEndNoteXml({ shown, text }: SourceText, report: Report): RawEntry[] {
  const { root, error } = readXml(text);
  if (error) {
    const { line, column, message } = error;
    report.add(
      'citation/bibliography-syntax',
      { file: shown, line, column },
      {
        message: `This is no XML: ${message}`,
        remedy: 'Export it again from EndNote; what stands before is read all the same',
      },
    );
  }
  const records = root ? [...descendants(root)].filter(({ name }) => name === 'record') : [];
  if (root && !error && records.length === 0) {
    const { line, column } = root;
    report.add(
      'citation/bibliography-syntax',
      { file: shown, line, column },
      {
        message: `This XML is no export of EndNote: it has no <record> in <${root.name}>`,
        remedy:
          'Export the library from EndNote as XML, or give the bibliography in another format',
      },
    );
  }
  return records.flatMap((record) => {
    const { line, column } = record;
    return readRecord(asRis(recordOf(record)), { file: shown, line, column }, report);
  });
}

function recordOf(record: XmlElement): EndNoteRecord {
  const first = (path: string) => elementsAt(record, path).map(textOf)[0];
  const copied = fields.flatMap(([path, tag]) =>
    elementsAt(record, path).map((element) => ({ tag, value: textOf(element) })),
  );
  const hasPlace = copied.some(({ tag, value }) => tag === 'T2' && value !== '');
  const journal = hasPlace ? undefined : first('periodical/full-title');
  const address = addresses.map(first).find((url) => url !== undefined && url !== '');
  return {
    kind: childOf(record, 'ref-type')?.attributes.name ?? '',
    fields: [...copied, { tag: 'T2', value: journal ?? '' }, { tag: 'UR', value: address ?? '' }],
    pages: first('pages'),
    number: first('number') ?? first('issue'),
    year: first('dates/year'),
    day: first('dates/pub-dates/date'),
  };
}

function elementsAt(element: XmlElement, path: string): XmlElement[] {
  return path
    .split('/')
    .reduce<XmlElement[]>(
      (found, name) => found.flatMap(({ children }) => children.filter((one) => one.name === name)),
      [element],
    );
}

/** An element's text, its parts in italics and the like as CSL's tags. */
function textOf({ name, attributes, content }: XmlElement): string {
  const text = content.map((part) => (typeof part === 'string' ? part : textOf(part))).join('');
  const tags =
    name === 'style' && text.trim() !== ''
      ? (attributes.face ?? '').split(/\s+/).flatMap((face) => faces[face] ?? [])
      : [];
  return tags.reduce((inner, tag) => `<${tag}>${inner}</${tag}>`, text);
}
