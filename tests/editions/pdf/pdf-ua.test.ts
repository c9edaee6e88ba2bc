import { PDFArray, PDFDict, PDFDocument, PDFString } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { Report } from '../../../src/diagnostics/report.js';
import { writeScreenPdf } from '../../../src/editions/pdf/index.js';
import { checkPdfUa } from '../../checkers/pdf-ua.js';
import { hasQpdf } from '../../checkers/qpdf-json.js';
import {
  dictOf,
  editContent,
  editMetadata,
  encrypted,
  everyGlyphSays,
  kidOf,
  leadsAstray,
  leadsNowhere,
  linksOutside,
  name,
  namesWrongParent,
  open,
  put,
  reachesBelow,
  rename,
  type Spoil,
  set,
} from '../printed/mutants.js';
import { samplerDocument, samplerFile, samplerPages } from '../printed/sampler.js';

const options = () => ({ report: new Report(), place: { file: 'manuscript.md' } });

let good: Uint8Array;
beforeAll(async () => {
  good = await writeScreenPdf(samplerPages(), samplerDocument(), options());
});

/** One defect each, and the clause that forbids it. */
const mutants: [clause: string, what: string, spoil: Spoil][] = [
  [
    '5-1',
    'no identifier',
    ({ catalog }) =>
      editMetadata(catalog, (xmp) => xmp.replace('<pdfuaid:part>1', '<pdfuaid:part>7')),
  ],
  ['6.2-1', 'not marked', ({ catalog }) => catalog.delete(name('MarkInfo'))],
  [
    '7.1-1',
    'artifact in content',
    ({ page }) =>
      editContent(page, (content) =>
        content.replace(/(\/P <<\/MCID \d+>> BDC)/, '$1 /Artifact BMC EMC'),
      ),
  ],
  [
    '7.1-2',
    'content in artifact',
    ({ page }) => editContent(page, (content) => `/Artifact BMC ${content} EMC`),
  ],
  [
    '7.1-3',
    'neither',
    ({ page }) =>
      editContent(page, (content) => content.replace(/\/Artifact BMC\n([\s\S]*?)EMC/, '$1')),
  ],
  [
    '7.1-3',
    'an element without content',
    ({ page }) =>
      editContent(page, (content) =>
        content.replace(/\/P <<\/MCID (\d+)>> BDC/, '/P <</MCID 999>> BDC'),
      ),
  ],
  [
    '7.1-4',
    'tags that are suspect',
    set(({ catalog }) => dictOf(catalog, 'MarkInfo'), 'Suspects', true),
  ],
  ['7.1-5', 'unknown role', ({ first }) => rename(first('BlockQuote'), 'Motto')],
  [
    '7.1-6',
    'role that maps to itself',
    ({ catalog, first }) => {
      rename(first('BlockQuote'), 'Motto');
      dictOf(dictOf(catalog, 'StructTreeRoot'), 'RoleMap').set(name('Motto'), name('Motto'));
    },
  ],
  [
    '7.1-7',
    'standard role mapped',
    ({ catalog }) =>
      dictOf(dictOf(catalog, 'StructTreeRoot'), 'RoleMap').set(name('P'), name('Span')),
  ],
  ['7.1-8', 'no metadata', ({ catalog }) => catalog.delete(name('Metadata'))],
  [
    '7.1-9',
    'no title',
    ({ catalog }) => editMetadata(catalog, (xmp) => xmp.replace(/<dc:title>.*<\/dc:title>/, '')),
  ],
  ['7.1-10', 'title not shown', ({ catalog }) => catalog.delete(name('ViewerPreferences'))],
  ['7.1-11', 'no structure', ({ catalog }) => catalog.delete(name('StructTreeRoot'))],
  ['7.1-12', 'an empty element', ({ first }) => first('BlockQuote').delete(name('K'))],
  ['7.2-3', 'a paragraph in a table', ({ first }) => rename(first('THead'), 'P')],
  ['7.2-4', 'a row out of place', ({ first }) => rename(first('TBody'), 'Div')],
  ['7.2-5', 'a head out of place', ({ first }) => rename(first('Table'), 'Div')],
  ['7.2-6', 'a body of rows out of place', ({ first }) => rename(first('Table'), 'Div')],
  [
    '7.2-7',
    'a foot out of place',
    ({ first }) => {
      rename(first('TBody'), 'TFoot');
      rename(first('Table'), 'Div');
    },
  ],
  ['7.2-8', 'a header out of place', ({ first }) => rename(first('TR'), 'Div')],
  ['7.2-9', 'a cell out of place', ({ first }) => rename(kidOf(first('TBody')), 'Div')],
  ['7.2-10', 'a paragraph in a row', ({ first }) => rename(first('TD'), 'P')],
  ['7.2-11', 'two heads', ({ first }) => rename(first('TBody'), 'THead')],
  [
    '7.2-12',
    'two feet',
    ({ first }) => {
      rename(first('THead'), 'TFoot');
      rename(first('TBody'), 'TFoot');
    },
  ],
  ['7.2-14', 'a head without a body', ({ first }) => rename(first('TBody'), 'TFoot')],
  [
    '7.2-16',
    'two captions',
    ({ first }) => {
      rename(first('THead'), 'Caption');
      rename(first('TBody'), 'Caption');
    },
  ],
  ['7.2-17', 'an item out of place', ({ first }) => rename(first('L'), 'Div')],
  ['7.2-18', 'a body out of place', ({ first }) => rename(first('LI'), 'P')],
  ['7.2-19', 'a paragraph in an item', ({ first }) => rename(first('LBody'), 'P')],
  ['7.2-20', 'a paragraph in a list', ({ first }) => rename(first('LI'), 'P')],
  ['7.2-26', 'an entry out of place', ({ first }) => rename(first('TOC'), 'Div')],
  ['7.2-27', 'a paragraph in the contents', ({ first }) => rename(first('TOCI'), 'P')],
  ['7.2-29', 'no language', ({ catalog }) => catalog.delete(name('Lang'))],
  ['7.2-29', 'a mark left in a language', ({ first }) => put(first('P'), 'Lang', 'en-GB-x-p7')],
  ['7.2-36', 'a paragraph in a head', ({ first }) => rename(kidOf(first('THead')), 'P')],
  ['7.2-37', 'a paragraph in a body of rows', ({ first }) => rename(kidOf(first('TBody')), 'P')],
  [
    '7.2-38',
    'a paragraph in a foot',
    ({ first }) => {
      rename(kidOf(first('TBody')), 'P');
      rename(first('TBody'), 'TFoot');
    },
  ],
  ['7.2-42', 'a cell that reaches below its table', reachesBelow],
  [
    '7.2-43',
    'a row too short',
    ({ first }) => {
      const row = first('TR');
      row.set(name('K'), row.context.obj([row.lookup(name('K'), PDFArray).get(0)]));
    },
  ],
  ['7.3-1', 'a figure that says nothing', ({ first }) => first('Figure').delete(name('Alt'))],
  ['7.3-2', 'a figure without a box', ({ first }) => first('Figure').delete(name('A'))],
  ['7.4.2-1', 'a level left out', ({ first }) => rename(first('H2'), 'H4')],
  [
    '7.5-1',
    'a header without scope',
    ({ first }) => {
      first('TH').delete(name('A'));
      first('TH').delete(name('ID'));
    },
  ],
  [
    '7.5-2',
    'a header that is nowhere',
    set((opened) => opened.first('TD'), 'A', { O: 'Table', Headers: [PDFString.of('nowhere')] }),
  ],
  ['7.6-1', 'labels without numbering', ({ first }) => first('L').delete(name('A'))],
  [
    '7.7-1',
    'a formula that says nothing',
    ({ first }) => {
      const figure = first('Figure');
      figure.delete(name('Alt'));
      rename(figure, 'Formula');
    },
  ],
  ['7.9-1', 'a note without ID', ({ first }) => first('Note').delete(name('ID'))],
  [
    '7.9-2',
    'two notes with one ID',
    ({ tags }) => {
      for (const note of tags('Note')) put(note, 'ID', 'note-1');
    },
  ],
  ['7.18.1-2', 'a link outside of the structure', linksOutside],
  ['7.18.3-1', 'tab order', ({ page }) => page.delete(name('Tabs'))],
  ['7.18.5-1', 'an annotation in a span', ({ first }) => rename(first('Link'), 'Span')],
  [
    '7.18.5-2',
    'a link that says nothing',
    ({ page }) => {
      const annotations = page.lookup(name('Annots'), PDFArray);
      annotations.lookup(0, PDFDict).delete(name('Contents'));
    },
  ],
  [
    '7.21.4.1-1',
    'a font that is not embedded',
    ({ file }) => {
      for (const [, object] of file.context.enumerateIndirectObjects()) {
        if (object instanceof PDFDict) object.delete(name('FontFile2'));
      }
    },
  ],
  [
    '7.21.7-1',
    'glyphs that say no text',
    ({ file }) => {
      for (const [, object] of file.context.enumerateIndirectObjects()) {
        if (object instanceof PDFDict) object.delete(name('ToUnicode'));
      }
    },
  ],
  ['7.21.7-2', 'glyphs that say nothing', everyGlyphSays('FEFF')],
  ['14.7.4.4', 'a parent tree that leads astray', leadsAstray],
  ['14.7.2', 'an element that names a wrong parent', namesWrongParent],
  ['link', 'a link of the browser', leadsNowhere],
];

describe.skipIf(!hasQpdf())('PDF/UA-1 (skipped where qpdf is not installed)', () => {
  it('is kept by the screen PDF', async () => {
    expect(await checkPdfUa(good)).toEqual([]);
  });

  it('is not kept by the pages as printed', async () => {
    const clauses = new Set((await checkPdfUa(samplerFile())).map(({ clause }) => clause));
    expect([...clauses]).toEqual(expect.arrayContaining(['5-1', '7.1-3', '7.2-29', '7.18.5-2']));
  });

  it('7.16-1: an encrypted file is found', async () => {
    const clauses = (await checkPdfUa(encrypted(good))).map(({ clause }) => clause);
    expect(clauses).toContain('7.16-1');
  });

  it.each(mutants)('%s: %s is found', async (clause, _, spoil) => {
    const file = await PDFDocument.load(good, { updateMetadata: false });
    spoil(open(file));
    const spoilt = await file.save();
    expect((await checkPdfUa(spoilt)).map((breach) => breach.clause)).toContain(clause);
  });
});
