import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readBibliography } from '../../../src/citations/index.js';
import { Report } from '../../../src/diagnostics/report.js';
import { licenceOf } from '../../../src/editions/metadata/licence.js';
import { doiAddress } from '../../../src/editions/metadata/work.js';
import type { Metadata, RecordName } from '../../../src/publication/publication.js';
import { expectHouseWording } from '../../diagnostics/wording.js';
import { full, kinds, textOf, written } from './publications.js';

const without = (...fields: (keyof Metadata)[]): Metadata => {
  const rest = { ...full };
  for (const field of fields) delete (rest as Partial<Metadata>)[field];
  return rest;
};

describe('what a record must have', () => {
  it.each<[RecordName, (keyof Metadata)[], string[]]>([
    ['crossref', ['doi'], ['doi']],
    ['crossref', ['url', 'publisher'], ['url', 'publisher']],
    ['crossref', ['date'], ['date']],
    ['crossref', ['depositor'], ['depositor.email']],
    ['jats', ['date'], ['date']],
    ['onix', ['doi'], ['isbn']],
    ['onix', ['publisher', 'date'], ['publisher', 'date']],
  ])('%s without %j tells of %j', (name, fields, told) => {
    const { text, report } = written(name, without(...fields));
    expect(text).toBeUndefined();
    expectHouseWording(report.diagnostics);
    expect(report.diagnostics.map(({ rule, place }) => [rule, place.line])).toEqual(
      told.map((field) => ['metadata/missing', field.length]),
    );
  });

  it('CITATION.cff takes the publisher where nobody is the author, and needs one of them', () => {
    expect(parse(textOf('cff', { ...full, authors: [] })).authors).toEqual([{ name: 'The House' }]);
    const { report } = written('cff', { ...without('publisher'), authors: [] });
    expect(report.diagnostics.map(({ rule }) => rule)).toEqual(['metadata/missing']);
  });

  it('a date in words is none', () => {
    expect(written('crossref', { ...full, date: 'Spring 2024' }).text).toBeUndefined();
  });
});

describe('what a record has no place for', () => {
  it.each<[RecordName, Partial<Metadata>, number]>([
    ['crossref', { series: { name: 'Letters', issues: [] } }, 'series'.length],
    ['cff', { doi: '10.1000/x<y>' }, 'doi'.length],
    ['onix', { lang: 'xx' }, 'lang'.length],
  ])('%s says that it is left out', (name, more, line) => {
    const { text, report } = written(name, { ...full, ...more });
    expect(text).toBeDefined();
    expectHouseWording(report.diagnostics);
    expect(report.diagnostics.map(({ rule, place }) => [rule, place.line])).toEqual([
      ['metadata/left-out', line],
    ]);
  });
});

describe('no clock', () => {
  it('dates a deposit and a message by the publication, or by SOURCE_DATE_EPOCH', () => {
    expect(textOf('crossref', full)).toContain('<timestamp>20250214000000</timestamp>');
    expect(textOf('onix', full)).toContain('<SentDateTime>20250214T000000Z</SentDateTime>');
    const sourceDate = new Date('2026-01-02T03:04:05Z');
    expect(written('crossref', full, { sourceDate }).text).toContain(
      '<timestamp>20260102030405</timestamp>',
    );
  });

  it('is the same in another time zone', () => {
    const zone = process.env.TZ;
    const here = textOf('crossref', full) + textOf('onix', full) + textOf('jats', full);
    process.env.TZ = 'Pacific/Kiritimati';
    const there = textOf('crossref', full) + textOf('onix', full) + textOf('jats', full);
    process.env.TZ = zone;
    expect(there).toBe(here);
  });
});

/** What a bibliography reader makes of a record. */
function readBack(name: string, text: string) {
  const report = new Report();
  const file = { path: `/${name}`, shown: name, text };
  const [item] = [...readBibliography([file], report).values()];
  expect(report.diagnostics).toEqual([]);
  return item?.csl as Record<string, unknown>;
}

describe('records for reference managers', () => {
  it.each(Object.entries(kinds))('are read back of %s', (_, metadata) => {
    const title = metadata.subtitle ? `${metadata.title}: ${metadata.subtitle}` : metadata.title;
    for (const [name, text] of [
      ['a.bib', textOf('bibtex', metadata)],
      ['a.ris', textOf('ris', metadata)],
    ] as const) {
      const item = readBack(name, text);
      // BibTeX's title is protected as a whole: no style changes its letters.
      expect(String(item.title).replace(/^<span class="nocase">(.*)<\/span>$/, '$1')).toBe(title);
      expect(item.DOI, name).toBe(metadata.doi);
      expect(JSON.stringify(item.issued), name).toContain('2025');
      const authors = (item.author ?? []) as Record<string, string>[];
      const names = authors.map((author) =>
        [author['non-dropping-particle'], author['dropping-particle'], author.family]
          .concat(author.literal)
          .filter(Boolean)
          .join(' '),
      );
      expect(names, name).toEqual(
        metadata.authors.length > 0 ? ['de la Cruz', 'Institute of Things (IoT)'] : [],
      );
    }
  });

  it('BibTeX keeps what TeX would take for commands', () => {
    const title = '100% of $5 & #1_a {b} ~c^d \\e';
    const text = textOf('bibtex', { ...full, title, subtitle: undefined });
    expect(text).toContain(
      'title = {{100\\% of \\$5 \\& \\#1\\_a \\{b\\} \\textasciitilde{}c\\textasciicircum{}d \\textbackslash{}e}},',
    );
    expect(text.startsWith('@techreport{delacruz2025100,')).toBe(true);
  });

  it('RIS has one line for each field, whatever the text holds', () => {
    const text = textOf('ris', { ...full, abstract: 'One\nER  - \nTY  - BOOK' });
    const lines = text.trim().split('\r\n');
    expect(lines.filter((line) => !/^[A-Z][A-Z0-9] {2}- /.test(`${line} `))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('ER'))).toHaveLength(1);
  });
});

describe('CITATION.cff', () => {
  it('says what its readers show', () => {
    const file = parse(textOf('cff', full));
    expect(file).toMatchObject({ 'cff-version': '1.2.0', title: 'Of <Things> & Others: A reader' });
    expect(file.authors).toEqual([
      {
        'family-names': 'de la Cruz',
        'given-names': 'Anna',
        affiliation: 'University of X & Y',
        email: 'a@example.org',
        orcid: 'https://orcid.org/0000-0002-1825-0097',
      },
      { name: 'Institute of Things (IoT)' },
    ]);
    expect(file['preferred-citation']).toMatchObject({
      type: 'report',
      number: '25|08',
      year: 2025,
      month: 2,
      'date-published': '2025-02-14',
      license: 'CC-BY-NC-4.0',
      languages: ['en'],
    });
  });

  it('keeps numbers that look like others as they were written', () => {
    const series = { name: '1984', number: '08', issues: [] };
    const file = parse(textOf('cff', { ...full, title: 'No', subtitle: undefined, series }));
    expect(file['preferred-citation']).toMatchObject({
      title: 'No',
      number: '08',
      'collection-title': '1984',
    });
  });
});

describe('licenceOf', () => {
  it.each([
    ['© 2025 The House, CC BY 4.0', 'CC-BY-4.0', 'https://creativecommons.org/licenses/by/4.0/'],
    ['CC-BY-NC-ND-3.0', 'CC-BY-NC-ND-3.0', 'https://creativecommons.org/licenses/by-nc-nd/3.0/'],
    [
      'See https://creativecommons.org/licenses/by-sa/4.0/deed.en.',
      'CC-BY-SA-4.0',
      'https://creativecommons.org/licenses/by-sa/4.0/',
    ],
    ['CC0', 'CC0-1.0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
    ['Terms at https://example.org/terms.', undefined, 'https://example.org/terms'],
    ['© 2025 The House', undefined, undefined],
    [undefined, undefined, undefined],
  ])('%s', (rights, spdx, url) => {
    const found = licenceOf(rights);
    expect([found?.spdx, found?.url]).toEqual([spdx, url]);
  });
});

it('a DOI as an address keeps what an address would take apart', () => {
  expect(doiAddress('10.1000/x?y#z<1>%')).toBe('https://doi.org/10.1000/x%3Fy%23z%3C1%3E%25');
});
