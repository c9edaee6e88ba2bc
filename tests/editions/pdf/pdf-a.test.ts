import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, type PDFRawStream, PDFString } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { Report } from '../../../src/diagnostics/report.js';
import { writeScreenPdf } from '../../../src/editions/pdf/index.js';
import { checkPdfA } from '../../checkers/pdf-a.js';
import { hasQpdf } from '../../checkers/qpdf-json.js';
import {
  dictOf,
  editContent,
  editMetadata,
  everyDict,
  name,
  type Opened,
  open,
  where,
} from '../printed/mutants.js';
import { samplerDocument, samplerFile, samplerPages } from '../printed/sampler.js';

const options = () => ({ report: new Report(), place: { file: 'manuscript.md' } });

let good: Uint8Array;
beforeAll(async () => {
  good = await writeScreenPdf(samplerPages(), samplerDocument(), options());
});

const image = (opened: Opened) => where(opened, 'Subtype', '/Image');
const form = (opened: Opened) => where(opened, 'Subtype', '/Form');
const composite = (opened: Opened) => where(opened, 'Subtype', '/Type0');
const descendant = (opened: Opened) => where(opened, 'Subtype', '/CIDFontType2');
const link = ({ page }: Opened) => page.lookup(name('Annots'), PDFArray).lookup(0, PDFDict);
const intent = ({ catalog }: Opened) =>
  catalog.lookup(name('OutputIntents'), PDFArray).lookup(0, PDFDict);
const state = (entries: Record<string, string | number>) => (opened: Opened) =>
  dictOf(dictOf(opened.page, 'Resources'), 'ExtGState').set(
    name('Spoilt'),
    opened.page.context.obj({ Type: 'ExtGState', ca: 1, ...entries }),
  );
const set = (find: (opened: Opened) => PDFDict, key: string, value: unknown) => (opened: Opened) =>
  find(opened).set(name(key), opened.page.context.obj(value as never));
const drop = (find: (opened: Opened) => PDFDict, key: string) => (opened: Opened) =>
  find(opened).delete(name(key));
const paint = (operators: string) => (opened: Opened) =>
  editContent(opened.page, (content) => `${operators} ${content}`);
const xmp = (from: string | RegExp, to: string) => (opened: Opened) =>
  editMetadata(opened.catalog, (packet) => packet.replace(from, to));
const catalog = (opened: Opened) => opened.catalog;

/** One defect each, and the clause that forbids it. */
const mutants: [clause: string, what: string, spoil: (opened: Opened) => unknown][] = [
  ['6.1.3-1', 'no ID', ({ file }) => delete file.context.trailerInfo.ID],
  ['6.1.7.1', 'content kept elsewhere', set(form, 'F', 'Elsewhere')],
  [
    '6.1.7.2',
    'LZW',
    ({ page: { context }, catalog }) => {
      const packed = Uint8Array.of(0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01);
      const stream = context.stream(packed, { Filter: 'LZWDecode' });
      catalog.set(name('Spoilt'), context.register(stream));
    },
  ],
  ['6.1.13-1', 'a number too large', set(catalog, 'Spoilt', 2 ** 33)],
  [
    '6.1.13-3',
    'a string too long',
    ({ catalog }) => catalog.set(name('Spoilt'), PDFString.of('x'.repeat(32_768))),
  ],
  ['6.1.13-4', 'a name too long', set(catalog, 'Spoilt', 'x'.repeat(128))],
  ['6.1.13-8', 'states nested too deep', paint(`${'q '.repeat(29)} ${'Q '.repeat(29)}`)],
  ['6.2.2-1', 'an operator that is none', paint('1 0 frob')],
  ['6.2.2-2', 'a resource that is nowhere', paint('/Nowhere gs')],
  ['6.2.3-1', 'a profile that is none', set(intent, 'DestOutputProfile', 'None')],
  [
    '6.2.3-1',
    'a profile of another space',
    (opened) => {
      const profile = intent(opened).lookup(name('DestOutputProfile')) as PDFRawStream;
      profile.dict.set(name('N'), opened.page.context.obj(4));
    },
  ],
  [
    '6.2.3-2',
    'two intents',
    (opened) => {
      opened.catalog.lookup(name('OutputIntents'), PDFArray).push(intent(opened));
    },
  ],
  ['6.2.4.2', 'colours by a profile that is none', set(image, 'ColorSpace', ['ICCBased', 'None'])],
  ['6.2.4.3', 'colours of a display, and no intent', drop(catalog, 'OutputIntents')],
  ['6.2.4.3', 'colours of a press', paint('0 0 0 1 k')],
  ['6.2.5-1', 'a transfer function', state({ TR: 'Identity' })],
  ['6.2.5-2', 'a transfer function', state({ TR2: 'Identity' })],
  ['6.2.5-3', 'a halftone phase', state({ HTP: 1 })],
  ['6.2.6', 'an intent that is none', paint('/Vivid ri')],
  ['6.2.8-1', 'an image with alternates', set(image, 'Alternates', [])],
  ['6.2.8-2', 'an image with OPI', set(image, 'OPI', {})],
  ['6.2.8-3', 'an image to be smoothed', set(image, 'Interpolate', true)],
  ['6.2.8-4', 'an image of five bits', set(image, 'BitsPerComponent', 5)],
  ['6.2.9-1', 'a form with PostScript', set(form, 'Subtype2', 'PS')],
  ['6.2.9-2', 'a form of another file', set(form, 'Ref', {})],
  ['6.2.9-3', 'PostScript', set(form, 'Subtype', 'PS')],
  ['6.2.10-1', 'a blend mode that is none', state({ BM: 'Glow' })],
  ['6.2.11.3.1', 'a font of no collection', drop(descendant, 'CIDSystemInfo')],
  ['6.2.11.3.2', 'a font without map', drop(descendant, 'CIDToGIDMap')],
  ['6.2.11.3.3', 'a CMap elsewhere', set(composite, 'Encoding', 'UniGB-UTF16-H')],
  [
    '6.2.11.4.1',
    'a font that is not embedded',
    (opened) => where(opened, 'Type', '/FontDescriptor').delete(name('FontFile2')),
  ],
  [
    '6.2.11.4.2',
    'a set of characters that lacks some',
    (opened) => {
      const { context } = opened.page;
      const bits = context.register(context.stream(Uint8Array.of(128)));
      for (const dict of everyDict(opened)) {
        if (String(dict.get(name('Type'))) === '/FontDescriptor') dict.set(name('CIDSet'), bits);
      }
    },
  ],
  ['6.2.11.5', 'other widths', set(descendant, 'W', [0, 2000, 77])],
  [
    '6.2.11.7.2-1',
    'glyphs that say no text',
    (opened) => {
      for (const dict of everyDict(opened)) dict.delete(name('ToUnicode'));
    },
  ],
  ...(
    [
      ['6.2.11.7.2-2', 'glyphs that say nothing', 'FEFF'],
      ['6.2.11.7.3', 'glyphs of private use', 'E000'],
    ] as const
  ).map(([clause, what, word]): [string, string, (opened: Opened) => void] => [
    clause,
    what,
    (opened) => {
      const { context } = opened.page;
      const codes = Array.from({ length: 256 }, (_, high) => high.toString(16).padStart(2, '0'))
        .map((high) => `<${high}00> <${high}ff> [${`<${word}>`.repeat(256)}]`)
        .join('\n');
      const map = context.register(context.stream(`beginbfrange\n${codes}\nendbfrange`));
      for (const dict of everyDict(opened)) {
        if (dict.has(name('ToUnicode'))) dict.set(name('ToUnicode'), map);
      }
    },
  ]),
  [
    '6.2.11.8',
    'a glyph that is none',
    (opened) =>
      editContent(opened.page, (content) => content.replace(/(\/F\d+ [\d.]+ Tf)/, '$1 <0000> Tj')),
  ],
  ['6.3.1', 'a film', set(link, 'Subtype', 'Movie')],
  ['6.3.2', 'a link that does not print', set(link, 'F', 0)],
  ['6.3.3', 'a note without looks', set(link, 'Subtype', 'Text')],
  ['6.4.1', 'a form to be drawn', set(catalog, 'AcroForm', { NeedAppearances: true })],
  ['6.4.2', 'XFA', set(catalog, 'AcroForm', { XFA: [] })],
  ['6.5.1-1', 'a script', set(catalog, 'OpenAction', { S: 'JavaScript' })],
  ['6.5.1-2', 'an action that is none', set(catalog, 'OpenAction', { S: 'Named', N: 'Print' })],
  ['6.5.2', 'actions that come of themselves', set(catalog, 'AA', {})],
  ['6.6.2.1', 'no metadata', drop(catalog, 'Metadata')],
  [
    '6.6.2.1',
    'packed metadata',
    ({ catalog }) => {
      const packet = catalog.lookup(name('Metadata')) as PDFRawStream;
      const packed = catalog.context.flateStream(packet.contents, {
        Type: 'Metadata',
        Subtype: 'XML',
      });
      catalog.set(name('Metadata'), catalog.context.register(packed));
    },
  ],
  ['6.6.2.2', 'a packet that tells its size', xmp('<?xpacket begin', '<?xpacket bytes="9" begin')],
  [
    '6.6.2.3',
    'a property that nothing describes',
    xmp('<dc:format>', '<dc:taste>x</dc:taste>\n<dc:format>'),
  ],
  [
    '6.6.2.3',
    'a schema that is not described',
    xmp(/<pdfaExtension:schemas>[\s\S]*<\/pdfaExtension:schemas>/, ''),
  ],
  ['6.6.4-1', 'another part', xmp('<pdfaid:part>2', '<pdfaid:part>7')],
  ['6.6.4-2', 'another level', xmp('conformance>A', 'conformance>B')],
  ['6.7.2.2', 'not marked', drop(catalog, 'MarkInfo')],
  ['6.7.3.3', 'no structure', drop(catalog, 'StructTreeRoot')],
  [
    '6.7.4',
    'a language that is none',
    ({ catalog }) => catalog.set(name('Lang'), PDFString.of('English, mostly')),
  ],
  ['6.8', 'a file inside', set(form, 'EF', {})],
  ['6.9', 'layers', set(catalog, 'OCProperties', { D: {} })],
  ['6.10', 'a presentation', set((opened) => opened.page, 'PresSteps', {})],
  ['6.11', 'requirements', set(catalog, 'Requirements', [])],
];

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

/** Defects of the file around the objects. */
const spoiltBytes: [clause: string, what: string, spoil: (file: string) => string][] = [
  ['6.1.2', 'a header that says text', (file) => file.replace(/^(%PDF-1\.7\n%).{4}/, '$1text')],
  ['6.1.3-3', 'something after the end', (file) => `${file}more`],
];

describe.skipIf(!hasQpdf())('PDF/A-2a (skipped where qpdf is not installed)', () => {
  it('is kept by the screen PDF', () => {
    expect(checkPdfA(good)).toEqual([]);
  });

  it('is kept by a file that is only saved again, as every mutant is', async () => {
    const file = await PDFDocument.load(good, { updateMetadata: false });
    expect(checkPdfA(await file.save())).toEqual([]);
  });

  it('6.1.3-2: an encrypted file is found', () => {
    const folder = mkdtempSync(join(tmpdir(), 'octavo-encrypted-'));
    const [plain, locked] = [join(folder, 'plain.pdf'), join(folder, 'locked.pdf')];
    writeFileSync(plain, good);
    execFileSync('qpdf', ['--encrypt', '', 'owner', '256', '--', plain, locked]);
    const clauses = checkPdfA(readFileSync(locked)).map(({ clause }) => clause);
    rmSync(folder, { recursive: true });
    expect(clauses).toContain('6.1.3-2');
  });

  it('is kept under a summary that is too long for one string', async () => {
    const document = samplerDocument();
    document.metadata.abstract = 'Long. '.repeat(6000);
    const written = await writeScreenPdf(samplerPages(), document, options());
    expect(checkPdfA(written)).toEqual([]);
  });

  it('is not claimed for what an archive would not take; the file is accessible all the same', async () => {
    const pages = samplerPages();
    const [first] = pages.outline;
    if (first) first.title = 'x'.repeat(40_000);
    const told = options();
    const written = Buffer.from(await writeScreenPdf(pages, samplerDocument(), told));
    expect(told.report.diagnostics.map(({ rule }) => rule)).toContain('pdf/not-archival');
    expect(written.includes('pdfuaid:part>1')).toBe(true);
    expect(written.includes('pdfaid:part')).toBe(false);
  });

  it('is not kept by the pages as printed', () => {
    const clauses = new Set(checkPdfA(samplerFile()).map(({ clause }) => clause));
    expect([...clauses]).toEqual(expect.arrayContaining(['6.1.3-1', '6.2.4.3', '6.6.2.1']));
  });

  it.each(mutants)('%s: %s is found', async (clause, _, spoil) => {
    const file = await PDFDocument.load(good, { updateMetadata: false });
    spoil(open(file));
    const spoilt = await file.save();
    expect(checkPdfA(spoilt).map((breach) => breach.clause)).toContain(clause);
  });

  it.each(spoiltBytes)('%s: %s is found', (clause, _, spoil) => {
    const spoilt = Buffer.from(spoil(latin1(good)), 'latin1');
    expect(checkPdfA(spoilt).map((breach) => breach.clause)).toContain(clause);
  });
});
