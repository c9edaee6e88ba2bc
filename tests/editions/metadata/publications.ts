import { fromHtml } from 'hast-util-from-html';
import { Report } from '../../../src/diagnostics/report.js';
import { type RecordSource, writeRecord } from '../../../src/editions/metadata/index.js';
import type { Metadata, RecordName } from '../../../src/publication/publication.js';

/** A report in a series, with everything that front matter may say. */
export const full: Metadata = {
  title: 'Of <Things> & Others',
  subtitle: 'A reader',
  authors: [
    {
      name: 'Anna de la Cruz',
      affiliation: 'University of X & Y',
      orcid: '0000-0002-1825-0097',
      email: 'a@example.org',
      bio: 'Anna writes & counts.',
    },
    { name: 'Institute of Things (IoT)' },
  ],
  date: '2025-02-14',
  lang: 'en-GB',
  abstract: 'What it is\nabout & why.\n\nMore of it.',
  keywords: ['one', 'two & three'],
  series: { name: 'House Papers', number: '25|08', issn: '2532-6570', issues: [] },
  publisher: 'The House',
  rights: '© 2025 The House, CC BY-NC 4.0',
  doi: '10.1000/x.25-08',
  url: 'https://example.org/25-08?a=1&b=2',
  depositor: { email: 'doi@example.org' },
};

/** Publications of every kind that records are made of. */
export const kinds: Record<string, Metadata> = {
  'a report in a series': full,
  'a book in a series': { ...full, isbn: '978-3-16-148410-0' },
  'a book of its own': { ...full, isbn: '3-16-148410-X', series: undefined, date: '2025-02' },
  'a report of its own': { ...full, series: undefined, rights: '© 2025 The House', date: '2025' },
  'a series without a number': { ...full, series: { name: 'Letters', issues: [] } },
  'one that says little': {
    title: 'T',
    authors: [],
    lang: 'tlh',
    keywords: [],
    date: '2025',
    publisher: 'The House',
    doi: '10.1000/1',
    url: 'https://example.org/',
    depositor: { name: 'D', email: 'd@example.org' },
  },
};

export interface Written {
  text: string | undefined;
  report: Report;
}

export function written(
  name: RecordName,
  metadata: Metadata,
  more: Partial<RecordSource> = {},
): Written {
  const report = new Report();
  const references = [
    { key: 'a', id: 'ref-1', block: 9, content: [], text: 'A. Author, A < Book & More, 2020.' },
  ];
  const placeOf = (field: string) => ({ file: 'manuscript.md', line: field.length, column: 1 });
  const trees = [fromHtml('<p>Text.</p>', { fragment: true })];
  const bytes = writeRecord(name, { metadata, references, trees, placeOf, report, ...more });
  return { text: bytes && new TextDecoder().decode(bytes), report };
}

export function textOf(name: RecordName, metadata: Metadata): string {
  const { text, report } = written(name, metadata);
  if (text === undefined) throw new Error(JSON.stringify(report.diagnostics));
  return text;
}
