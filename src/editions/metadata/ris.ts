import { splitName } from '../../publication/names.js';
import type { Metadata } from '../../publication/publication.js';
import { citationKey } from './bibtex.js';
import { addressOf, dateParts, type WorkKind, wholeTitle, workKind } from './work.js';

const types: Record<WorkKind, string> = { book: 'BOOK', report: 'RPRT', paper: 'GEN' };

type Line = [tag: string, value: string | undefined];

function nameOf(name: string): string {
  const { family, given, suffix } = splitName(name);
  return [family, given, suffix].filter(Boolean).join(', ');
}

function linesOf(metadata: Metadata): Line[] {
  const { authors, series, keywords } = metadata;
  const { year = '', month = '', day = '' } = dateParts(metadata.date) ?? {};
  const kind = workKind(metadata);
  return [
    ['TY', types[kind]],
    ...authors.map(({ name }): Line => ['AU', nameOf(name)]),
    ['ID', citationKey(metadata)],
    ['TI', wholeTitle(metadata)],
    ['T2', series?.name],
    ['PY', year],
    ['DA', month && `${year}/${month}/${day}/`],
    ['PB', metadata.publisher],
    // The serial number of a report is its number, of a book its ISBN, of all else the ISSN.
    ['SN', { book: metadata.isbn, report: series?.number, paper: undefined }[kind]],
    ['M1', kind === 'book' ? series?.number : undefined],
    ['DO', metadata.doi],
    ['UR', addressOf(metadata)],
    ['LA', metadata.lang],
    ...keywords.map((keyword): Line => ['KW', keyword]),
    ['AB', metadata.abstract],
    ['N1', kind === 'report' && series?.issn ? `ISSN ${series.issn}` : undefined],
  ];
}

/** A record in RIS, the format that reference managers exchange (Research Information Systems, 2011). */
export function risRecord(metadata: Metadata): string {
  const lines = linesOf(metadata)
    .filter(([, value]) => value)
    .map(([tag, value]) => `${tag}  - ${value?.replaceAll(/\s+/g, ' ')}\r\n`);
  return `${lines.join('')}ER  - \r\n`;
}
