import { PDFDocument } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { Report } from '../../../src/diagnostics/report.js';
import { writeScreenPdf } from '../../../src/editions/pdf/index.js';
import { checkPdfA4, inPart4 } from '../../checkers/pdf-a-4.js';
import { hasQpdf } from '../../checkers/qpdf-json.js';
import {
  catalog,
  encrypted,
  form,
  intent,
  name,
  type Opened,
  open,
  type Spoil,
  set,
  state,
  xmp,
} from '../printed/mutants.js';
import { samplerDocument, samplerFile, samplerPages } from '../printed/sampler.js';
import { archiveMutants } from './archive-mutants.js';
import { withFormula } from './formula-pages.js';

const write = (pages = samplerPages(), document = samplerDocument()) =>
  writeScreenPdf(pages, document, {
    report: new Report(),
    place: { file: 'manuscript.md' },
    conformance: 'UA-2',
  });

let good: Uint8Array;
let withFiles: Uint8Array;
beforeAll(async () => {
  good = await write();
  withFiles = await write(...withFormula());
});

const shared = archiveMutants.flatMap(([clause, what, spoil]): typeof archiveMutants => {
  const own = inPart4[clause];
  return own ? [[own, what, spoil]] : [];
});

const info: Spoil = ({ file: { context } }: Opened) => {
  context.trailerInfo.Info = context.register(context.obj({}));
};

/** One defect each, and the clause that forbids it. */
const mutants: typeof archiveMutants = [
  ...shared,
  ['6.1.3-4', 'an Info dictionary', info],
  ['6.1.12-1', 'an older version', set(catalog, 'Version', '1.7')],
  ['6.2.3-3', 'a profile kept elsewhere', set(intent, 'DestOutputProfileRef', {})],
  ['6.2.5-3', 'an origin of halftones', state({ HTO: 1 })],
  ['6.7.3-2', 'another part', xmp('<pdfaid:part>4', '<pdfaid:part>2')],
  [
    '6.7.3-3',
    'a level',
    xmp('<pdfaid:rev>', '<pdfaid:conformance>A</pdfaid:conformance>\n<pdfaid:rev>'),
  ],
  ['6.7.3-5', 'no year', xmp(/<pdfaid:rev>.*<\/pdfaid:rev>/, '')],
  ['6.9-2', 'a file without name', set(form, 'EF', {})],
  ['6.9-3', 'files inside that nothing tells of', set(catalog, 'Names', { EmbeddedFiles: {} })],
  [
    '6.9-5',
    'files told of that are not there',
    xmp('<pdfaid:rev>', '<pdfaid:conformance>F</pdfaid:conformance>\n<pdfaid:rev>'),
  ],
];

const found = (opened: Opened, key: string) => {
  for (const [, object] of opened.file.context.enumerateIndirectObjects()) {
    const dict = 'dict' in object ? (object as { dict: Opened['catalog'] }).dict : object;
    if ('has' in dict && (dict as Opened['catalog']).has(name(key)))
      return dict as Opened['catalog'];
  }
  throw new Error(`nothing has ${key}`);
};

/** The same of a file with others inside. */
const fileMutants: typeof archiveMutants = [
  ['6.9-1', 'a file of no type', (opened) => found(opened, 'Params').delete(name('Subtype'))],
  [
    '6.9-4',
    'a file that goes with nothing',
    (opened) => found(opened, 'AFRelationship').delete(name('AFRelationship')),
  ],
];

const clausesOf = async (bytes: Uint8Array, spoil: Spoil) => {
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  spoil(open(file));
  const saved = Buffer.from(await file.save());
  // The library calls every file 1.7.
  saved.write('2.0', 5, 'latin1');
  return checkPdfA4(saved).map(({ clause }) => clause);
};

describe.skipIf(!hasQpdf())('PDF/A-4 (skipped where qpdf is not installed)', () => {
  it('is kept by the screen PDF that is to be PDF/UA-2', () => {
    expect(checkPdfA4(good)).toEqual([]);
  });

  it('is kept, as PDF/A-4f, by one with the MathML of its formulas inside', () => {
    expect(checkPdfA4(withFiles)).toEqual([]);
    const text = Buffer.from(withFiles).toString('latin1');
    expect(text).toContain('<pdfaid:conformance>F<');
    expect(Buffer.from(good).toString('latin1')).not.toContain('pdfaid:conformance');
  });

  it('is kept by a file that is only saved again, as every mutant is', async () => {
    expect(await clausesOf(good, () => {})).toEqual([]);
  });

  it('is not kept by the pages as printed', () => {
    const clauses = checkPdfA4(samplerFile()).map(({ clause }) => clause);
    expect(clauses).toEqual(expect.arrayContaining(['6.1.2-1', '6.1.3-4', '6.2.4.3']));
  });

  it.each(mutants)('%s: %s is found', async (clause, _, spoil) => {
    expect(await clausesOf(good, spoil)).toContain(clause);
  });

  it.each(fileMutants)('%s: %s is found', async (clause, _, spoil) => {
    expect(await clausesOf(withFiles, spoil)).toContain(clause);
  });

  it('has no limit to the length of texts', async () => {
    const pages = samplerPages();
    const [first] = pages.outline;
    if (first) first.title = 'x'.repeat(40_000);
    expect(Buffer.from(await write(pages)).includes('<pdfaid:part>4<')).toBe(true);
  });

  it('6.1.3-3: something after the end is found', () => {
    const spoilt = Buffer.concat([good, Buffer.from('more')]);
    expect(checkPdfA4(spoilt).map(({ clause }) => clause)).toContain('6.1.3-3');
  });

  it.each([
    ['an older version', '%PDF-1.7'],
    ['a header that says text', '%PDF-2.0\n%text'],
  ])('6.1.2-1: %s is found', (_, head) => {
    const spoilt = Buffer.from(good);
    spoilt.write(head, 0, 'latin1');
    expect(checkPdfA4(spoilt).map(({ clause }) => clause)).toContain('6.1.2-1');
  });

  it('6.1.3-2: an encrypted file is found', () => {
    const clauses = checkPdfA4(encrypted(good)).map(({ clause }) => clause);
    expect(clauses).toContain('6.1.3-2');
  });
});
