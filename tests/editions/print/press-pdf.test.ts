import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFNumber, PDFRawStream } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { Report } from '../../../src/diagnostics/report.js';
import { srgbProfile } from '../../../src/editions/pdf-file/srgb-profile.js';
import { type PressPdfOptions, writePressPdf } from '../../../src/editions/print/index.js';
import type { ImageFile } from '../../../src/publication/publication.js';
import { readPdf } from '../../support/pdf.js';
import { samplerPress } from '../printed/press.js';
import { samplerDocument, samplerFile, samplerPages } from '../printed/sampler.js';
import { documentOf } from '../sample-document.js';

const place = { file: 'manuscript.md' };
const write = (
  report = new Report(),
  options: Partial<PressPdfOptions> = {},
  pages = samplerPages(),
) => writePressPdf(pages, samplerDocument(), { report, place, press: samplerPress(), ...options });

const name = PDFName.of;
const points = (millimetres: number) => (millimetres / 25.4) * 72;
const box = (page: PDFDict, key: string) =>
  page
    .lookup(name(key), PDFArray)
    .asArray()
    .map((side) => (side as PDFNumber).asNumber()) as [number, number, number, number];
const sizeOf = ([left, bottom, right, top]: number[]) => [
  (right ?? 0) - (left ?? 0),
  (top ?? 0) - (bottom ?? 0),
];
const dicts = (file: PDFDocument) =>
  file.context
    .enumerateIndirectObjects()
    .map(([, object]) => (object instanceof PDFRawStream ? object.dict : object))
    .filter((object) => object instanceof PDFDict);

let bytes: Uint8Array;
let file: PDFDocument;
const report = new Report();
beforeAll(async () => {
  bytes = await write(report);
  file = await PDFDocument.load(bytes, { updateMetadata: false });
});

describe('the press PDF', () => {
  it('is PDF 1.6', () => {
    expect(Buffer.from(bytes.subarray(0, 8)).toString()).toBe('%PDF-1.6');
  });

  it('has trim, bleed and media, each inside the next', () => {
    for (const { node } of file.getPages()) {
      const [trim, bleed, media] = ['TrimBox', 'BleedBox', 'MediaBox'].map((key) => box(node, key));
      if (!trim || !bleed || !media) throw new Error('a box is missing');
      const [width, height] = sizeOf(trim);
      expect(width).toBeCloseTo(points(148), 2);
      expect(height).toBeCloseTo(points(210), 2);
      for (const side of [0, 1] as const)
        expect(trim[side] - bleed[side]).toBeCloseTo(points(3), 2);
      for (const side of [2, 3] as const)
        expect(bleed[side] - trim[side]).toBeCloseTo(points(3), 2);
      for (const side of [0, 1] as const) expect(media[side]).toBeLessThan(bleed[side]);
      for (const side of [2, 3] as const) expect(media[side]).toBeGreaterThan(bleed[side]);
    }
  });

  it('has no links, tags, bookmarks, actions or forms', async () => {
    const keys = new Set(dicts(file).flatMap((dict) => dict.keys().map((key) => key.decodeText())));
    for (const key of [
      'Annots',
      'StructTreeRoot',
      'StructParents',
      'Outlines',
      'AcroForm',
      'URI',
      'JS',
    ]) {
      expect(keys).not.toContain(key);
    }
    const { pages } = await readPdf(bytes);
    expect(pages[0]?.text).toContain('sampler');
  });

  it('has the same text as the screen reads', async () => {
    const printed = await readPdf(samplerFile());
    const pressed = await readPdf(
      await write(new Report(), { press: samplerPress({ marks: false }) }),
    );
    expect(pressed.pages.map(({ text }) => text)).toEqual(printed.pages.map(({ text }) => text));
  });

  it('tells on each sheet what it belongs to', async () => {
    const { pages } = await readPdf(bytes);
    const lines = pages.map(({ runs }) =>
      runs
        .filter(({ size }) => size === 6)
        .map(({ text }) => text)
        .join('')
        .replace(/\s/g, ''),
    );
    expect(lines).toEqual(['Asampleroftagsiprint', 'Asampleroftags1print']);
  });

  it('has no RGB but in pictures that carry a profile', () => {
    for (const [, object] of file.context.enumerateIndirectObjects()) {
      if (!(object instanceof PDFRawStream)) continue;
      expect(String(object.dict)).not.toMatch(/\/(DeviceRGB|CalRGB)/);
      const isContent =
        !object.dict.has(name('Subtype')) || object.dict.get(name('Subtype')) === name('Form');
      if (!isContent || object.dict.get(name('Filter')) !== name('FlateDecode')) continue;
      expect(inflateSync(object.contents).toString('latin1')).not.toMatch(/[\d.] (rg|RG)\b/);
    }
    for (const dict of dicts(file)) expect(String(dict)).not.toMatch(/\/(DeviceRGB|CalRGB)/);
  });

  it('puts a picture of greys on the black plate', () => {
    const spaces = dicts(file)
      .filter(
        (dict) =>
          dict.get(name('Subtype')) === name('Image') &&
          dict.get(name('Width'))?.toString() === '16',
      )
      .map((dict) => String(dict.lookup(name('ColorSpace'))));
    expect(spaces).toContain('/DeviceGray');
  });

  it('names pictures with too few pixels, at their size on the page', () => {
    const found = report.diagnostics.filter(({ rule }) => rule === 'print/low-resolution');
    expect(found).toHaveLength(3);
    expect(found[0]?.message).toBe(
      'An image prints at 31 pixels an inch (48 × 32 pixels on 40 × 26 mm, page 1)',
    );
    expect(found[0]?.remedy).toContain('469 pixels');
  });

  it('names what shines through by its figure, and by its page what has no name', () => {
    const found = report.diagnostics.filter(({ rule }) => rule === 'print/transparency');
    expect(found.map(({ severity, message }) => [severity, message])).toEqual([
      ['note', 'The figure “dot” on page 1 of the press PDF lets shine through what is below it'],
      ['note', 'Something shines through on page 1 of the press PDF'],
    ]);
  });

  it('names what shines through by its image, with the line where that stands', async () => {
    const told = new Report();
    const image: ImageFile = {
      source: 'figures/dot.png',
      bytes: Uint8Array.of(),
      mediaType: 'image/png',
      width: 5000,
      height: 5000,
    };
    const body = '<p><img src="figures/dot.png" alt="dot"></p>';
    const press = samplerPress();
    const document = documentOf({ body, images: [image] });
    await writePressPdf(samplerPages(), document, { report: told, place, press });
    const [found] = told.diagnostics.filter(({ rule }) => rule === 'print/transparency');
    expect(found?.message).toMatch(/^Image figures\/dot.png on page 1 of the press PDF/);
    expect(found?.place).toEqual({ ...place, line: 1, column: 4 });
  });

  it('prints colours of the template as its table says', async () => {
    const screen: [number, number, number] = [0.5412, 0.0824, 0.2196];
    const spot = {
      screen,
      ink: [0, 1, 0.5, 0.3] as [number, number, number, number],
      spot: 'Wine',
    };
    const written = await write(new Report(), { press: samplerPress({ colours: [spot] }) });
    const read = await PDFDocument.load(written, { updateMetadata: false });
    const spaces = read.context
      .enumerateIndirectObjects()
      .map(([, object]) => String(object))
      .filter((object) => object.startsWith('[ /Separation /Wine /DeviceCMYK'));
    expect(spaces).toHaveLength(1);
    const content = inflateSync(
      (read.getPage(0).node.lookup(name('Contents')) as PDFRawStream).contents,
    );
    expect(content.toString('latin1')).toContain('/Spot1 cs 1 scn');
  });

  it('tells of colours that take too much ink', async () => {
    const pressed = new Report();
    const screen: [number, number, number] = [0.5412, 0.0824, 0.2196];
    const colours = [{ screen, ink: [1, 1, 1, 0.5] as [number, number, number, number] }];
    await write(pressed, { press: samplerPress({ colours }) });
    const found = pressed.diagnostics.find(({ rule }) => rule === 'print/total-ink');
    expect(found).toMatchObject({
      severity: 'warning',
      place: { file: 'template.yml' },
      message: 'The colour #8a1538 takes 350 % of ink; the paper holds 300 %',
    });
  });

  it.each([
    ['X-4', 'print/picture-ink', 'note', /^Nothing, where the printer separates/],
    ['X-1a', 'print/total-ink', 'warning', /^Name a profile/],
  ] as const)('tells of pictures that take too much ink, under PDF/%s', async (...expected) => {
    const [conformance, rule, severity, remedy] = expected;
    const pressed = new Report();
    await write(pressed, { press: samplerPress({ conformance, inkLimit: 0.8 }) });
    const ofImages = pressed.diagnostics.filter(({ message }) => message.startsWith('An image'));
    const found = ofImages.filter((each) => each.rule === rule);
    expect(found).not.toEqual([]);
    for (const each of found) {
      expect(each.severity).toBe(severity);
      expect(each.remedy).toMatch(remedy);
      expect(each.message).toMatch(
        /^An image on page \S+ takes up to \d+ % of ink by the profile “fogra39”; the paper holds 80 %$/,
      );
    }
  });

  it('asks of no picture what no colour of the profile can take', async () => {
    const pressed = new Report();
    await write(pressed, { press: samplerPress({ inkLimit: 3.3 }) });
    expect(pressed.diagnostics.map(({ rule }) => rule)).not.toContain('print/picture-ink');
  });

  it.each([
    ['no profile', Uint8Array.of(1, 2, 3)],
    ['a profile of a display', srgbProfile()],
  ])('refuses %s in place of one of a press', async (_, profile) => {
    const press = { ...samplerPress(), profile };
    await expect(write(new Report(), { press })).rejects.toMatchObject({
      diagnostic: { rule: 'template/profile', place: { file: 'template.yml' } },
    });
  });

  it('leaves the marks out on request', async () => {
    const plain = await PDFDocument.load(
      await write(new Report(), { press: samplerPress({ marks: false }) }),
    );
    const page = plain.getPage(0).node;
    expect(box(page, 'MediaBox')).toEqual(box(page, 'BleedBox'));
    expect(dicts(plain).map(String).join()).not.toContain('/Separation');
  });

  it('is the same to the byte when made again', async () => {
    expect(Buffer.from(await write()).equals(bytes)).toBe(true);
  });

  it('says that it is PDF/X-4', () => {
    expect(Buffer.from(bytes).toString('latin1')).toMatch(
      /<pdfxid:GTS_PDFXVersion>PDF\/X-4<\/pdfxid:GTS_PDFXVersion>/,
    );
  });
});

/** The sampler with its crimson turned grey: nothing but greys on its first page. */
async function greyPages() {
  const printed = await PDFDocument.load(samplerFile(), { updateMetadata: false });
  const page = printed.getPage(0).node;
  const content = page.lookup(name('Contents')) as PDFRawStream;
  const grey = inflateSync(content.contents)
    .toString('latin1')
    .replaceAll('.5412 .0824 .2196', '.3 .3 .3');
  page.set(
    name('Contents'),
    printed.context.register(printed.context.flateStream(Buffer.from(grey, 'latin1'))),
  );
  return { ...samplerPages(), parts: [await printed.save({ useObjectStreams: false })] };
}

function hasGhostscript(): boolean {
  try {
    execFileSync('gs', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Parts of each page that C, M, Y and K cover, as Ghostscript makes the plates. */
function plates(pdf: Uint8Array, ...options: string[]): number[][] {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-plates-'));
  try {
    writeFileSync(join(folder, 'press.pdf'), pdf);
    const device = ['-q', '-o', '-', '-sDEVICE=inkcov', ...options, join(folder, 'press.pdf')];
    const lines = execFileSync('gs', device).toString().trim().split('\n');
    return lines.map((line) => line.trim().split(/\s+/).slice(0, 4).map(Number));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.skipIf(!hasGhostscript())(
  'its plates (skipped where Ghostscript is not installed)',
  () => {
    it('hold grey and black on black alone', async () => {
      const [first] = plates(await write(new Report(), {}, await greyPages()), '-dUseTrimBox');
      expect(first?.slice(0, 3)).toEqual([0, 0, 0]);
      expect(first?.[3]).toBeGreaterThan(0.01);
    });

    it('hold colour where there is some', () => {
      const [first, second] = plates(bytes, '-dUseTrimBox');
      expect(first?.[1]).toBeGreaterThan(0);
      expect(second?.[0]).toBeGreaterThan(0);
    });

    it('all hold the crop marks', async () => {
      const grey = await write(new Report(), {}, await greyPages());
      const [first] = plates(grey);
      for (const plate of [0, 1, 2]) expect(first?.[plate]).toBeGreaterThan(0);
    });
  },
);
