import { PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { Report } from '../../../src/diagnostics/report.js';
import { writeScreenPdf } from '../../../src/editions/pdf/index.js';
import { elementsOf, type ReadPdf, readPdf, textOf } from '../../support/pdf.js';
import { samplerDocument, samplerFile, samplerPages } from '../printed/sampler.js';

const place = { file: 'manuscript.md' };
const write = (report = new Report(), changes: Partial<ReturnType<typeof samplerPages>> = {}) =>
  writeScreenPdf({ ...samplerPages(), ...changes }, samplerDocument(), { report, place });

/** The printed file with another name, of the same length, for an element. */
function renamed(file: Uint8Array, from: string, to: string): Uint8Array {
  const read = Buffer.from(file).toString('latin1');
  return new Uint8Array(Buffer.from(read.replaceAll(`/#${from})`, `/#${to})`), 'latin1'));
}

const trimmed = (text: string) => text.replace(/\s+/g, ' ').trim();

let bytes: Uint8Array;
let pdf: ReadPdf;
const report = new Report();

beforeAll(async () => {
  bytes = await write(report);
  pdf = await readPdf(bytes);
});

describe('the screen PDF as a file', () => {
  it('has nothing to complain of in the sampler', () => {
    expect(report.diagnostics).toEqual([]);
  });

  it('is cut to its trim', () => {
    for (const page of pdf.pages) {
      expect(page.width).toBeCloseTo((148 / 25.4) * 72, 2);
      expect(page.height).toBeCloseTo((210 / 25.4) * 72, 2);
    }
  });

  it.each([
    ['en-GB', undefined],
    ['he', '/R2L'],
  ])('tells which way its pages are turned, in %s', async (lang, direction) => {
    const document = samplerDocument();
    const metadata = { ...document.metadata, lang };
    const own = await writeScreenPdf(
      samplerPages(),
      { ...document, metadata },
      { report: new Report(), place },
    );
    const { catalog } = await PDFDocument.load(own, { updateMetadata: false });
    const preferences = catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict);
    expect(preferences.get(PDFName.of('Direction'))?.toString()).toBe(direction);
  });

  it('says who wrote what, alike in Info and XMP', () => {
    expect(pdf.info).toMatchObject({
      Title: 'A sampler of tags',
      Author: 'A. N. Author, B. Östlund',
      Subject: 'What the pages carry.',
      Keywords: 'tags, Größe & <Maß>',
      CreationDate: 'D:20250214000000Z',
      Language: 'en-GB',
    });
    for (const fact of [
      '<rdf:li>B. Östlund</rdf:li>',
      '<rdf:li>Größe &amp; &lt;Maß&gt;</rdf:li>',
      '<rdf:li xml:lang="x-default">CC BY 4.0</rdf:li>',
      '<prism:doi>10.1000/sampler</prism:doi>',
      '<xmp:CreateDate>2025-02-14T00:00:00Z</xmp:CreateDate>',
      '<pdfuaid:part>1</pdfuaid:part>',
    ]) {
      expect(pdf.xmp).toContain(fact);
    }
  });

  it('keeps nothing of the print engine: no clock, no name, no dead host', () => {
    const file = Buffer.from(bytes).toString('latin1');
    expect(file).not.toMatch(/Chromium|Skia|octavo\.invalid/);
    const printed = Buffer.from(samplerFile()).toString('latin1');
    const clock = /\/CreationDate\s*\(D:(\d{8})/.exec(printed)?.[1] ?? '';
    expect(clock).toMatch(/^\d{8}$/);
    expect(file).not.toContain(clock);
    expect(file).not.toContain(clock.replace(/^(....)(..)(..)$/, '$1-$2-$3'));
  });

  it('is the same to the byte when made again, in another time zone', async () => {
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Auckland';
    try {
      expect(Buffer.from(await write()).equals(bytes)).toBe(true);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('has another ID when anything in it differs', async () => {
    const idOf = (file: Uint8Array) =>
      /\/ID \[ <([0-9A-F]{32})>/.exec(Buffer.from(file).toString('latin1'))?.[1];
    const other = await write(new Report(), { starts: [] });
    expect(idOf(bytes)).toBeDefined();
    expect(idOf(bytes)).not.toMatch(/^0+$/);
    expect(idOf(other)).not.toBe(idOf(bytes));
  });

  it('takes its dates from SOURCE_DATE_EPOCH where that is given', async () => {
    const sourceDate = new Date(Date.UTC(2031, 4, 6, 7, 8, 9));
    const file = await writeScreenPdf(samplerPages(), samplerDocument(), {
      report: new Report(),
      place,
      sourceDate,
    });
    const { info, xmp } = await readPdf(file);
    expect(info.ModDate).toBe('D:20310506070809Z');
    expect(xmp).toContain('2031-05-06T07:08:09Z');
  });

  it('labels and outlines its pages', () => {
    expect(pdf.pages.map(({ label }) => label)).toEqual(['i', '1']);
    expect(pdf.outline).toEqual([
      {
        title: 'A sampler of tags',
        page: 0,
        children: [
          { title: 'First section', page: 0, children: [] },
          { title: 'Second section', page: 1, children: [] },
        ],
      },
    ]);
  });

  it('embeds outline fonts alone', () => {
    expect(pdf.fonts.map(({ isType3 }) => isType3)).not.toContain(true);
    expect(pdf.fonts.every(({ name }) => /^[A-Z]{6}\+/.test(name))).toBe(true);
  });
});

describe('its links', () => {
  it('lead inside the file where they led inside the publication', () => {
    const links = pdf.pages.flatMap((page) => page.links);
    const described = links.map(({ contents, target, address }) => [
      contents,
      target?.page ?? address,
    ]);
    expect(described).toEqual([
      ['First section', 0],
      ['Second section', 1],
      ['Note 1', 0],
      ['https://example.org/a-rather-long-address', 'https://example.org/a-rather-long-address'],
      ['https://example.org/a-rather-long-address', 'https://example.org/a-rather-long-address'],
      ['https://example.org/a-rather-long-address', 'https://example.org/a-rather-long-address'],
      ['Note 2', 0],
      ['Back to the text, note 1', 0],
      ['Back to the text, note 2', 0],
      ['Page 1', 1],
      ['mailto:nobody@example.org', 'mailto:nobody@example.org'],
    ]);
  });

  it('join each note with its call, both ways', () => {
    const [page] = pdf.pages;
    for (const number of ['1', '2']) {
      const call = page?.links.find(({ contents }) => contents === `Note ${number}`);
      const back = page?.links.find(({ contents }) => contents.endsWith(`note ${number}`));
      expect(call?.target?.y).toBeCloseTo(back?.box[1] ?? 0, -1);
      expect(Math.abs((back?.target?.y ?? 0) - (call?.box[1] ?? 0))).toBeLessThan(12);
    }
  });

  it('say what a note is called by, where that is a mark', async () => {
    const document = samplerDocument();
    document.notes = [
      { number: 0, mark: '†', id: 'note-1', callIds: ['call-1'], content: [] },
      ...document.notes.slice(1),
    ];
    const options = { report: new Report(), place };
    const { pages } = await readPdf(await writeScreenPdf(samplerPages(), document, options));
    const described = pages.flatMap(({ links }) => links.map(({ contents }) => contents));
    expect(described).toEqual(expect.arrayContaining(['Note †', 'Back to the text, note †']));
  });

  it('lead nowhere by a name that every object has', async () => {
    const targets = { ...samplerPages().targets };
    delete targets['table-1'];
    const bytes = renamed(samplerFile(), 'table-1', 'valueOf');
    const found = new Report();
    const read = await readPdf(await write(found, { parts: [bytes], targets }));
    expect(found.diagnostics.map(({ message }) => message)).toEqual([
      'A link leads to “valueOf”, which is nowhere on the pages',
    ]);
    expect(read.pages.length).toBe(2);
  });

  it('are reported, and not kept, where they lead nowhere', async () => {
    const targets = { ...samplerPages().targets };
    delete targets['table-1'];
    const found = new Report();
    const read = await readPdf(await write(found, { targets }));
    expect(found.diagnostics.map(({ rule }) => rule)).toEqual(['pdf/dead-link']);
    expect(found.diagnostics[0]?.message).toContain('table-1');
    expect(read.pages[1]?.links.map(({ contents }) => contents)).toEqual([
      'mailto:nobody@example.org',
    ]);
    expect(read.pages[1]?.text).toContain('the table');
  });
});

describe('its structure', () => {
  const roles = (page: number, role: string) =>
    elementsOf(pdf.pages[page]?.structure, role).map((element) => trimmed(textOf(element)));

  it('reads in order, without running heads and folios', () => {
    const read = pdf.pages.map(({ structure }) => trimmed(structure ? textOf(structure) : ''));
    expect(read[0]).toMatch(/^A sampler of tags By A\. N\. Author/);
    expect(read[0]).not.toContain('Sampler of tags');
    expect(read[1]).toContain('over to the following page.');
  });

  it('joins a paragraph that runs on in the next column', () => {
    const [, paragraph] = roles(0, 'P');
    expect(paragraph).toMatch(/^The first paragraph says .* runs on into the next column/);
  });

  it('has notes with their numbers as labels, and calls as references', () => {
    expect(roles(0, 'Note')).toEqual(['1 An author, A work, p. 3.', '2 A long note that goes']);
    expect(roles(0, 'Note').length).toBe(2);
    const [note] = elementsOf(pdf.pages[0]?.structure, 'Note');
    expect(note?.children.map((child) => typeof child !== 'string' && child.role)).toEqual([
      'Lbl',
      'P',
    ]);
    const references = elementsOf(pdf.pages[0]?.structure, 'Reference').map(textOf).map(trimmed);
    expect(references).toEqual(['First section', 'Second section', '1', '2']);
    expect(roles(1, 'Note')).toEqual(['over to the following page.']);
  });

  it('has contents, list bodies and a table with a head', () => {
    expect(roles(0, 'TOCI')).toEqual(['First section', 'Second section']);
    expect(roles(0, 'LBody')).toEqual([
      'One thing',
      'Another thing and its part',
      'and its part',
      'First of all',
      'Second with more',
    ]);
    expect(roles(1, 'THead')).toEqual(['Country Seats']);
    expect(roles(1, 'TBody')).toEqual(['Here 12 There 34']);
  });

  it('describes figures, and nothing else', () => {
    const figures = elementsOf(pdf.pages[1]?.structure, 'Figure');
    expect(figures.map(({ alt }) => alt)).toEqual(['A photograph of nothing', 'dot', 'A drawing']);
    expect(roles(1, 'Caption')).toEqual(['Figure 1. Nothing', 'Table 1. Few figures']);
  });

  it('tags what stands in a half-transparent group', () => {
    expect(roles(1, 'P')).toContain('A faint line in colour.');
  });

  it('restores languages from the marks, saying each once', () => {
    const all = pdf.pages.flatMap(({ structure }) =>
      ['P', 'Span', 'Note', 'BlockQuote', 'Link'].flatMap((role) => elementsOf(structure, role)),
    );
    const languages = new Set(all.map(({ lang }) => lang).filter((lang) => lang !== undefined));
    expect([...languages].sort()).toEqual(['de', 'it']);
  });
});

describe('claims', () => {
  it.each([
    ['pdf/alternative-text', { key: 'p11', role: 'Figure', alt: '' }],
    ['pdf/heading-level', { key: 'p2', role: 'H3' }],
  ] as const)('are not made against %s', async (rule, mark) => {
    const found = new Report();
    const marks = samplerPages().marks.map((each) => (each.key === mark.key ? mark : each));
    const read = await readPdf(await write(found, { marks }));
    expect(found.diagnostics.map((each) => each.rule)).toContain(rule);
    expect(read.xmp).not.toContain('pdfuaid:part');
  });

  it('are not made where none is wanted; what speaks against them is no error then', async () => {
    const found = new Report();
    const mark = { key: 'p2', role: 'H3' };
    const marks = samplerPages().marks.map((each) => (each.key === mark.key ? mark : each));
    const read = await readPdf(
      await writeScreenPdf({ ...samplerPages(), marks }, samplerDocument(), {
        report: found,
        place: { file: 'manuscript.md' },
        accessible: false,
      }),
    );
    const told = found.diagnostics.map(({ rule, severity }) => [rule, severity]);
    expect(told).toContainEqual(['pdf/unclaimed', 'warning']);
    expect(read.xmp).not.toMatch(/pdfuaid:part|pdfaid:part/);
  });

  it('are not made either where the manuscript was told of it already, which is not said again', async () => {
    const found = new Report();
    const finding = { message: 'Told', remedy: 'Do' };
    found.add('document/alternative-text', { file: 'manuscript.md', line: 3 }, finding);
    const mark = { key: 'p11', role: 'Figure', alt: '' };
    const marks = samplerPages().marks.map((each) => (each.key === mark.key ? mark : each));
    const read = await readPdf(await write(found, { marks }));
    expect(found.diagnostics.map(({ message }) => message)).toEqual(['Told']);
    expect(read.xmp).not.toContain('pdfuaid:part');
  });
});
