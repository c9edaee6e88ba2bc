import { PDFArray, PDFDict, PDFDocument, PDFNumber, PDFRawStream } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { Report } from '../../../src/diagnostics/report.js';
import { srgbProfile } from '../../../src/editions/pdf-file/srgb-profile.js';
import { writePressPdf } from '../../../src/editions/print/index.js';
import type { ImageFile } from '../../../src/publication/publication.js';
import { checkPdfX1a } from '../../checkers/pdf-x.js';
import { hasQpdf } from '../../checkers/qpdf-json.js';
import { expectHouseWording } from '../../diagnostics/wording.js';
import {
  dictOf,
  editContent,
  editMetadata,
  everyDict,
  image,
  info,
  name,
  type Opened,
  open,
  page,
  set,
} from '../printed/mutants.js';
import { samplerPress } from '../printed/press.js';
import { samplerDocument, samplerFile, samplerPages } from '../printed/sampler.js';
import { documentOf } from '../sample-document.js';

const place = { file: 'manuscript.md' };
const x1a = () => samplerPress({ conformance: 'X-1a' });

/** The sampler with nothing that shines through. */
async function opaquePages() {
  const printed = await PDFDocument.load(samplerFile(), { updateMetadata: false });
  for (const dict of everyDict(open(printed))) {
    dict.delete(name('SMask'));
    for (const key of ['ca', 'CA']) if (dict.has(name(key))) dict.set(name(key), PDFNumber.of(1));
  }
  return { ...samplerPages(), parts: [await printed.save({ useObjectStreams: false })] };
}

async function write(report = new Report(), press = x1a()) {
  return writePressPdf(await opaquePages(), samplerDocument(), { report, place, press });
}

let good: Uint8Array;
const report = new Report();
beforeAll(async () => {
  good = await write(report);
});

const state = (opened: Opened) => everyDict(opened).find((dict) => dict.has(name('ca'))) as PDFDict;
const stream = ({ page: { context } }: Opened, entries: Record<string, unknown>) =>
  context.register(context.stream(Uint8Array.of(0), entries as never));
const profiled = (opened: Opened) => {
  const profile = stream(opened, { N: 4 });
  image(opened).set(name('ColorSpace'), opened.page.context.obj(['ICCBased', profile]));
};
const newerProfile = (opened: Opened) => {
  const { context } = opened.page;
  const bytes = Uint8Array.from(samplerPress().profile);
  bytes[8] = 4;
  const intents = opened.catalog.lookup(name('OutputIntents'), PDFArray);
  const profile = context.register(context.stream(bytes, { N: 4 }));
  intents.lookup(0, PDFDict).set(name('DestOutputProfile'), profile);
};

/** One defect each, and the rule that forbids it; rules that PDF/X-4 has too have theirs there. */
const mutants: [rule: string, what: string, spoil: (opened: Opened) => unknown][] = [
  ['colour-5', 'colours with a profile', profiled],
  ['colour-5', 'colours of a display', set(image, 'ColorSpace', ['CalGray', {}])],
  ['condition-4', 'a profile of version 4', newerProfile],
  ['opacity-1', 'an image with a soft mask', (at) => set(image, 'SMask', stream(at, {}))(at)],
  ['opacity-2', 'a soft mask', set(state, 'SMask', { S: 'Alpha' })],
  ['opacity-3', 'opacity', set(state, 'ca', 0.5)],
  ['opacity-3', 'opacity of lines', set(state, 'CA', 0.5)],
  ['opacity-4', 'a blend mode', set(state, 'BM', 'Multiply')],
  ['opacity-5', 'a group', set(page, 'Group', { S: 'Transparency', CS: 'DeviceCMYK' })],
  ['layers', 'layers', set(({ catalog }) => catalog, 'OCProperties', {})],
  ['images-1', 'an image of 16 bits', set(image, 'BitsPerComponent', 16)],
  [
    'images-2',
    'JPEG 2000',
    (at) => at.catalog.set(name('Spoilt'), stream(at, { Filter: 'JPXDecode' })),
  ],
  ['metadata-2', 'no version in Info', (opened) => info(opened).delete(name('GTS_PDFXVersion'))],
  [
    'metadata-2',
    'another version in XMP',
    ({ catalog }) => editMetadata(catalog, (xmp) => xmp.replace('X-1a:2003', 'X-1a:2001')),
  ],
  ['metadata-9', 'no date', (opened) => info(opened).delete(name('CreationDate'))],
];

describe.skipIf(!hasQpdf())('PDF/X-1a (skipped where qpdf is not installed)', () => {
  it('is kept by the press PDF that was asked for it', () => {
    expect(checkPdfX1a(good)).toEqual([]);
  });

  it('is not kept by a press PDF that is PDF/X-4', async () => {
    const rules = checkPdfX1a(await write(new Report(), samplerPress())).map(({ rule }) => rule);
    const wanted = ['file-1', 'file-7', 'colour-5', 'metadata-2'];
    expect([...new Set(rules)]).toEqual(expect.arrayContaining(wanted));
  });

  it.each(['%PDF-1.5', '%PDF-1.6'])('file-1: %s is found', (version) => {
    const spoilt = Buffer.from(good);
    spoilt.write(version, 0, 'latin1');
    expect(checkPdfX1a(spoilt).map(({ rule }) => rule)).toContain('file-1');
  });

  it('file-7: objects in streams are found', async () => {
    const file = await PDFDocument.load(good, { updateMetadata: false });
    const spoilt = await file.save({ useObjectStreams: true });
    expect(checkPdfX1a(spoilt).map(({ rule }) => rule)).toContain('file-7');
  });

  it.each(mutants)('%s: %s is found', async (rule, _, spoil) => {
    const file = await PDFDocument.load(good, { updateMetadata: false });
    spoil(open(file));
    const spoilt = Buffer.from(await file.save({ useObjectStreams: false }));
    expect(checkPdfX1a(spoilt).map((breach) => breach.rule)).toContain(rule);
  });
});

describe('a press PDF that is to be PDF/X-1a', () => {
  it('says that it is, and is of version 1.4', () => {
    const text = Buffer.from(good).toString('latin1');
    expect(text.startsWith('%PDF-1.4')).toBe(true);
    expect(text).toContain('/GTS_PDFXVersion (PDF/X-1a:2003)');
    expect(report.diagnostics.map(({ rule }) => rule)).not.toContain('print/x-1a');
  });

  it('has pictures in inks', async () => {
    const file = await PDFDocument.load(good, { updateMetadata: false });
    const spaces = file.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFRawStream ? [object.dict] : []))
      .filter((dict) => dict.get(name('Subtype')) === name('Image'))
      .map((dict) => String(dict.get(name('ColorSpace'))));
    expect(spaces.sort()).toEqual(['/DeviceCMYK', '/DeviceCMYK', '/DeviceGray']);
  });

  it.skipIf(!hasQpdf())('has no profiles though the pages have some', async () => {
    const pages = await opaquePages();
    const file = await PDFDocument.load(pages.parts[0] as Uint8Array, { updateMetadata: false });
    const page = file.getPage(0).node;
    const { context } = file;
    const spaceOf = (N: number) => [
      'ICCBased',
      context.register(context.stream(N === 3 ? srgbProfile() : x1a().profile, { N })),
    ];
    const spaces = context.obj({ Screen: spaceOf(3), Grey: spaceOf(1), Press: spaceOf(4) });
    dictOf(page, 'Resources').set(name('ColorSpace'), spaces);
    const painted = '/Screen cs 1 0 0 sc /Grey CS 0.5 SC /Press cs 0 1 0 0 sc 0 0 9 9 re f';
    editContent(page, (content) => `${painted}\n${content}`);
    const bytes = await file.save({ useObjectStreams: false });
    const options = { report: new Report(), place, press: x1a() };
    const written = await writePressPdf({ ...pages, parts: [bytes] }, samplerDocument(), options);
    expect(options.report.diagnostics.map(({ rule }) => rule)).not.toContain('print/x-1a');
    expect(checkPdfX1a(written)).toEqual([]);
  });

  it('is the same to the byte when made again', async () => {
    expect(Buffer.from(await write()).equals(good)).toBe(true);
  });

  it('is refused by the name of the image, the figure or the page', async () => {
    const refused = new Report();
    const source = 'figures/dot.png';
    const dot: ImageFile = {
      source,
      bytes: Uint8Array.of(),
      mediaType: 'image/png',
      width: 16,
      height: 16,
    };
    const grey = { ...dot, source: 'figures/grey.png' };
    const document = documentOf({
      body: `<p><img src="${source}" alt="dot"> <img src="${grey.source}" alt=""></p>`,
      images: [dot, grey],
    });
    const bytes = await writePressPdf(samplerPages(), document, {
      report: refused,
      place,
      press: x1a(),
    });
    expectHouseWording(refused.diagnostics);
    const found = refused.diagnostics.filter(({ rule }) => rule === 'print/x-1a');
    expect(found.map(({ severity, message }) => [severity, message])).toEqual([
      [
        'error',
        'Image figures/dot.png on page 1 of the press PDF lets shine through what is below it, which PDF/X-1a does not allow',
      ],
      [
        'error',
        'Something on page 1 of the press PDF lets shine through what is below it, which PDF/X-1a does not allow',
      ],
    ]);
    for (const { remedy } of found) expect(remedy).toMatch(/; or set `conformance: X-4`$/);
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('GTS_PDFXVersion');
  });

  it.each([
    ['an image of the publication', 'A photograph of nothing', 'Image figures/nothing.svg'],
    ['nothing that is known', 'Another', 'The figure “A photograph of nothing”'],
  ])('is refused by the figure that blends, whose words are those of %s', async (_, alt, what) => {
    const pages = await opaquePages();
    const file = await PDFDocument.load(pages.parts[0] as Uint8Array, { updateMetadata: false });
    const page = file.getPage(1).node;
    const states = dictOf(dictOf(page, 'Resources'), 'ExtGState');
    states.set(name('Half'), file.context.obj({ Type: 'ExtGState', ca: 0.5 }));
    editContent(page, (content) => content.replace(/(\/Figure <<[^>]*>>BDC\n)/, '$1/Half gs\n'));
    const bytes = await file.save({ useObjectStreams: false });
    const source = 'figures/nothing.svg';
    const drawing: ImageFile = {
      source,
      bytes: Uint8Array.of(),
      mediaType: 'image/svg+xml',
      width: 3,
      height: 2,
    };
    const document = documentOf({
      body: `<p><img src="${source}" alt="${alt}"></p>`,
      images: [drawing],
    });
    const refused = new Report();
    const options = { report: refused, place, press: x1a() };
    await writePressPdf({ ...pages, parts: [bytes] }, document, options);
    const [found] = refused.diagnostics.filter(({ rule }) => rule === 'print/x-1a');
    expect(found?.message).toBe(
      `${what} on page 1 of the press PDF lets shine through what is below it, which PDF/X-1a does not allow`,
    );
    expect(found?.remedy).toMatch(/^Draw it without opacity/);
  });

  it('is refused where its profile is too new', async () => {
    const refused = new Report();
    const press = x1a();
    const profile = Uint8Array.from(press.profile);
    profile[8] = 4;
    await write(refused, { ...press, profile });
    expectHouseWording(refused.diagnostics);
    const [found] = refused.diagnostics.filter(({ rule }) => rule === 'print/x-1a');
    expect(found).toMatchObject({
      place: { file: 'template.yml' },
      message:
        "The profile “fogra39” is of version 4 of the ICC's specification, which PDF/X-1a does not allow",
    });
  });
});
