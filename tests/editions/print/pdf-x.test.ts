import { PDFArray, type PDFDict, PDFDocument } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { Report } from '../../../src/diagnostics/report.js';
import { srgbProfile } from '../../../src/editions/pdf-file/srgb-profile.js';
import { writePressPdf } from '../../../src/editions/print/index.js';
import { checkPdfX } from '../../checkers/pdf-x.js';
import { hasQpdf } from '../../checkers/qpdf-json.js';
import {
  catalog,
  dictOf,
  drop,
  editContent,
  editMetadata,
  encrypted,
  form,
  image,
  info,
  intent,
  lzw,
  name,
  type Opened,
  open,
  page,
  paint,
  set,
  state,
  where,
} from '../printed/mutants.js';
import { samplerPress } from '../printed/press.js';
import { samplerDocument, samplerFile, samplerPages } from '../printed/sampler.js';

const place = { file: 'manuscript.md' };
const wine = {
  screen: [0.5412, 0.0824, 0.2196] as [number, number, number],
  ink: [0, 1, 0.5, 0.3] as [number, number, number, number],
  spot: 'Wine',
};

let good: Uint8Array;
beforeAll(async () => {
  const press = samplerPress({ colours: [wine] });
  good = await writePressPdf(samplerPages(), samplerDocument(), {
    report: new Report(),
    place,
    press,
  });
});

const intents = ({ catalog }: Opened) => catalog.lookup(name('OutputIntents'), PDFArray);
const without = (property: string) => (opened: Opened) =>
  editMetadata(opened.catalog, (xmp) =>
    xmp.replace(new RegExp(`<${property}>.*?</${property}>`), ''),
  );
const profile = (bytes: Uint8Array, N: number) => (opened: Opened) => {
  const { context } = opened.page;
  intent(opened).set(name('DestOutputProfile'), context.register(context.stream(bytes, { N })));
};

/** A profile whose tables are named otherwise. */
function bare(): Uint8Array {
  const bytes = Buffer.from(samplerPress().profile);
  bytes.write('X2X2', bytes.indexOf('gamt', 128, 'latin1'), 'latin1');
  return new Uint8Array(bytes);
}

/** One defect each, and the rule that forbids it. */
const mutants: [rule: string, what: string, spoil: (opened: Opened) => unknown][] = [
  ['file-2', 'no ID', ({ file }) => delete file.context.trailerInfo.ID],
  ['file-4', 'LZW', lzw],
  ['file-5', 'content kept elsewhere', set(form, 'F', 'Elsewhere')],
  ['file-6', 'a file inside', set(form, 'EF', {})],
  ['operators', 'an operator that is none', paint('1 frob')],
  ['condition-1', 'no output intent', drop(catalog, 'OutputIntents')],
  ['condition-1', 'two output intents', (opened) => intents(opened).push(intent(opened))],
  ['condition-2', 'no condition', drop(intent, 'OutputConditionIdentifier')],
  ['condition-3', 'no profile', drop(intent, 'DestOutputProfile')],
  ['condition-4', 'the profile of a display', profile(srgbProfile(), 3)],
  ['condition-4', 'a profile of other colours', profile(samplerPress().profile, 3)],
  ['condition-5', 'a profile without tables', profile(bare(), 4)],
  ['colour-1', 'text in RGB', paint('1 0 0 rg')],
  ['colour-1', 'a glyph in RGB', ({ page }) => drawnGlyph(page)],
  ['colour-1', 'lines in RGB', paint('/DeviceRGB CS')],
  ['colour-1', 'an image in RGB', set(image, 'ColorSpace', 'DeviceRGB')],
  ['colour-1', 'blending in RGB', set(page, 'Group', { S: 'Transparency', CS: 'DeviceRGB' })],
  ['colour-2', 'a profile that is none', set(image, 'ColorSpace', ['ICCBased', 'None'])],
  [
    'colour-3',
    'an ink without tint',
    set(image, 'ColorSpace', ['Separation', 'Gold', 'DeviceCMYK']),
  ],
  [
    'colour-4',
    'an ink that stands for two',
    ({ page: { context }, catalog }) => {
      const tint = context.obj({
        FunctionType: 2,
        Domain: [0, 1],
        C0: [0, 0, 0, 0],
        C1: [1, 0, 0, 0],
        N: 1,
      });
      const space = context.obj(['Separation', 'Wine', 'DeviceCMYK', tint]);
      catalog.set(name('Spoilt'), context.register(space));
    },
  ],
  ['state-1', 'a transfer function', state({ TR: 'Identity' })],
  ['state-2', 'a transfer function', state({ TR2: 'Identity' })],
  ['state-3', 'a halftone phase', state({ HTP: 1 })],
  ['state-4', 'a blend mode that is none', state({ BM: 'Glow' })],
  ['objects-1', 'an image with alternates', set(image, 'Alternates', [])],
  ['objects-2', 'OPI', set(form, 'OPI', {})],
  ['objects-3', 'PostScript', set(form, 'Subtype2', 'PS')],
  ['objects-4', 'a form of another file', set(form, 'Ref', {})],
  [
    'fonts-1',
    'a font that is not embedded',
    (opened) => where(opened, 'Type', '/FontDescriptor').delete(name('FontFile2')),
  ],
  [
    'fonts-2',
    'a glyph that is none',
    ({ page }) =>
      editContent(page, (content) => content.replace(/(\/F\d+ [\d.]+ Tf)/, '$1 <0000> Tj')),
  ],
  ['boxes-1', 'no MediaBox', drop(page, 'MediaBox')],
  ['boxes-2', 'no TrimBox', drop(page, 'TrimBox')],
  ['boxes-2', 'an ArtBox beside the TrimBox', set(page, 'ArtBox', [20, 20, 200, 200])],
  ['boxes-3', 'a bleed inside the trim', set(page, 'BleedBox', [50, 50, 200, 200])],
  ['boxes-3', 'a bleed out of the sheet', set(page, 'BleedBox', [-500, -500, 2000, 2000])],
  [
    'annotations',
    'a link on the page',
    set(page, 'Annots', [{ Type: 'Annot', Subtype: 'Link', Rect: [50, 50, 90, 90] }]),
  ],
  ['actions-1', 'a form', set(catalog, 'AcroForm', {})],
  ['actions-2', 'an action', set(catalog, 'OpenAction', { S: 'GoTo' })],
  ['view', 'a view of the trim', set(catalog, 'ViewerPreferences', { ViewArea: 'TrimBox' })],
  ['metadata-1', 'no metadata', drop(catalog, 'Metadata')],
  ['metadata-2', 'no version', without('pdfxid:GTS_PDFXVersion')],
  ['metadata-3', 'no title', without('dc:title')],
  ['metadata-4', 'no date', without('xmp:MetadataDate')],
  ['metadata-5', 'no version number', without('xmpMM:VersionID')],
  ['metadata-6', 'nothing said of traps', drop(info, 'Trapped')],
  ['metadata-6', 'nothing said of traps in XMP', without('pdf:Trapped')],
  ['metadata-7', 'no title in Info', drop(info, 'Title')],
  ['metadata-8', 'two dates', without('xmp:CreateDate')],
];

/** A font of one glyph that is drawn in red. */
function drawnGlyph(page: PDFDict): void {
  const { context } = page;
  const glyph = context.register(context.stream('1000 0 d0 1 0 0 rg 0 0 500 500 re f'));
  const font = context.obj({
    Type: 'Font',
    Subtype: 'Type3',
    FontBBox: [0, 0, 1000, 1000],
    FontMatrix: [0.001, 0, 0, 0.001, 0, 0],
    CharProcs: { a: glyph },
    Encoding: { Differences: [97, 'a'] },
    FirstChar: 97,
    LastChar: 97,
    Widths: [1000],
  });
  dictOf(dictOf(page, 'Resources'), 'Font').set(name('Drawn'), context.register(font));
}

describe.skipIf(!hasQpdf())('PDF/X-4 (skipped where qpdf is not installed)', () => {
  it('is kept by the press PDF', () => {
    expect(checkPdfX(good)).toEqual([]);
  });

  it('is kept where nothing dates the publication', async () => {
    const document = samplerDocument();
    document.metadata.date = undefined;
    const options = { report: new Report(), place, press: samplerPress() };
    expect(checkPdfX(await writePressPdf(samplerPages(), document, options))).toEqual([]);
  });

  it('is kept where glyphs are drawn in colours', async () => {
    const printed = await PDFDocument.load(samplerFile(), { updateMetadata: false });
    drawnGlyph(printed.getPage(0).node);
    const bytes = await printed.save({ useObjectStreams: false });
    const options = { report: new Report(), place, press: samplerPress() };
    const written = await writePressPdf(
      { ...samplerPages(), parts: [bytes] },
      samplerDocument(),
      options,
    );
    expect(checkPdfX(written)).toEqual([]);
  });

  it('is not kept by the pages as printed', () => {
    const rules = new Set(checkPdfX(samplerFile()).map(({ rule }) => rule));
    expect([...rules]).toEqual(
      expect.arrayContaining(['file-2', 'condition-1', 'colour-1', 'boxes-2', 'metadata-1']),
    );
  });

  it('file-1: a version too high is found', () => {
    const spoilt = Buffer.from(good);
    spoilt.write('%PDF-1.7', 0, 'latin1');
    expect(checkPdfX(spoilt).map(({ rule }) => rule)).toContain('file-1');
  });

  it('file-3: an encrypted file is found', () => {
    expect(checkPdfX(encrypted(good)).map(({ rule }) => rule)).toContain('file-3');
  });

  it.each(mutants)('%s: %s is found', async (rule, _, spoil) => {
    const file = await PDFDocument.load(good, { updateMetadata: false });
    spoil(open(file));
    // Only saved again, the file would say that it is of version 1.7.
    const spoilt = Buffer.from(await file.save());
    expect(checkPdfX(spoilt).map((breach) => breach.rule)).toContain(rule);
  });
});
