import { PDFDocument } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { Report } from '../../../src/diagnostics/report.js';
import { writeScreenPdf } from '../../../src/editions/pdf/index.js';
import { checkPdfA } from '../../checkers/pdf-a.js';
import { hasQpdf } from '../../checkers/qpdf-json.js';
import { encrypted, form, open, type Spoil, set, xmp } from '../printed/mutants.js';
import { samplerDocument, samplerFile, samplerPages } from '../printed/sampler.js';
import { archiveMutants } from './archive-mutants.js';

const options = () => ({ report: new Report(), place: { file: 'manuscript.md' } });

let good: Uint8Array;
beforeAll(async () => {
  good = await writeScreenPdf(samplerPages(), samplerDocument(), options());
});

/** One defect each, and the clause that forbids it; some are those of other parts too. */
const mutants: [clause: string, what: string, spoil: Spoil][] = [
  ...archiveMutants,
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
  ['6.8', 'a file inside', set(form, 'EF', {})],
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
    const clauses = checkPdfA(encrypted(good)).map(({ clause }) => clause);
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
