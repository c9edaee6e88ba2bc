import fc from 'fast-check';
import { decode, encode } from 'jpeg-js';
import { PDFContext, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { srgbProfile, srgbToLab } from '../../../src/editions/pdf-file/srgb-profile.js';
import { decodeStream } from '../../../src/editions/pdf-file/streams.js';
import { readDisplayProfile } from '../../../src/editions/print/display-profile.js';
import { separateImage } from '../../../src/editions/print/images.js';
import { PredictedRows } from '../../../src/editions/print/predict.js';
import { readPressProfile } from '../../../src/editions/print/press-profile.js';
import { SeparationGrid } from '../../../src/editions/print/separation-grid.js';
import { settleSoftMask } from '../../../src/editions/print/soft-masks.js';
import { samplerPress } from '../printed/press.js';

const separate = readPressProfile(samplerPress().profile)?.separatePictures?.(srgbToLab);
if (!separate) throw new Error('the profile has no table for pictures');
const grid = new SeparationGrid(separate);
const byte = fc.integer({ min: 0, max: 255 });

const context = PDFContext.create();
const imageOf = (bytes: Uint8Array, entries: Record<string, string | number>) =>
  PDFRawStream.of(
    context.obj({ Subtype: 'Image', BitsPerComponent: 8, ColorSpace: 'DeviceRGB', ...entries }),
    bytes,
  );
const entry = ({ dict }: PDFRawStream, key: string) => String(dict.get(PDFName.of(key)));

describe('the grid that separates pictures', () => {
  it('says what the profile says, to two thousandths of an ink on the whole', () => {
    const differences: number[] = [];
    for (let r = 3; r < 250; r += 23) {
      for (let g = 5; g < 250; g += 19) {
        for (let b = 1; b < 250; b += 29) {
          const { inks, heaviest } = grid.apply(Uint8Array.of(r, g, b));
          separate(r / 255, g / 255, b / 255).forEach((ink, index) => {
            differences.push(Math.abs((inks[index] as number) / 255 - ink));
          });
          const sum = inks.reduce((total, ink) => total + ink, 0);
          expect(heaviest * 255).toBeCloseTo(sum, 6);
        }
      }
    }
    const mean = differences.reduce((sum, each) => sum + each, 0) / differences.length;
    expect(mean).toBeLessThan(0.002);
    // Where the profile's own tables have corners.
    expect(Math.max(...differences)).toBeLessThan(0.1);
  });

  it('leaves white without ink', () => {
    expect([...grid.apply(Uint8Array.of(255, 255, 255)).inks]).toEqual([0, 0, 0, 0]);
  });

  it('takes equal neighbours as it takes each alone', () => {
    const one = [...grid.apply(Uint8Array.of(200, 30, 90)).inks];
    const three = grid.apply(Uint8Array.of(200, 30, 90, 200, 30, 90, 0, 0, 9)).inks;
    expect([...three.subarray(0, 8)]).toEqual([...one, ...one]);
  });
});

describe('a picture that becomes inks', () => {
  it('is predicted from row to row', () => {
    const rows = new PredictedRows(2, 3);
    rows.add(Uint8Array.of(5, 6, 7, 8));
    rows.add(Uint8Array.of(4, 9));
    expect([...rows.bytes]).toEqual([2, 5, 6, 2, 2, 2, 2, 253, 1]);
  });

  it('may come as a JPEG', () => {
    const pixels = Buffer.from(Array.from({ length: 64 }, () => [200, 30, 40, 255]).flat());
    const { data } = encode({ width: 8, height: 8, data: pixels }, 95);
    const image = imageOf(data, { Width: 8, Height: 8, Filter: 'DCTDecode' });
    expect(separateImage(image, () => grid)).toBeGreaterThan(1);
    expect([entry(image, 'ColorSpace'), entry(image, 'Filter')]).toEqual([
      '/DeviceCMYK',
      '/FlateDecode',
    ]);
  });

  it('goes to the black plate where it is a JPEG of greys', () => {
    const pixels = Buffer.alloc(8 * 8 * 4, 128);
    const { data } = encode({ width: 8, height: 8, data: pixels }, 95);
    const image = imageOf(data, { Width: 8, Height: 8, Filter: 'DCTDecode' });
    expect(separateImage(image, () => grid)).toBe(1);
    expect(entry(image, 'ColorSpace')).toBe('/DeviceGray');
  });

  it.each([
    ['a JPEG', true],
    ['rows as they are', false],
  ])('is the same taken some rows at a time: %s', (_, isJpeg) => {
    const [width, height] = [1024, 300];
    const pixels = Buffer.alloc(width * height * 4, 255);
    for (let at = 0; at < pixels.length; at += 4) {
      pixels[at] = Math.floor(at / 4096) % 256;
      pixels[at + 1] = Math.floor(at / 16384) % 256;
    }
    const jpeg = encode({ width, height, data: pixels }, 90).data;
    const { data } = decode(jpeg, { useTArray: true, formatAsRGBA: false });
    const size = { Width: width, Height: height };
    const image = isJpeg ? imageOf(jpeg, { ...size, Filter: 'DCTDecode' }) : imageOf(data, size);
    const { inks, heaviest } = grid.apply(data);
    const rows = new PredictedRows(width * 4, height);
    rows.add(inks);
    expect(separateImage(image, () => grid)).toBe(heaviest);
    image.dict.delete(PDFName.of('DecodeParms'));
    expect(Buffer.compare(decodeStream(image), rows.bytes)).toBe(0);
  });

  it.each([
    ['a JPEG that is damaged', { Filter: 'DCTDecode' }],
    ['JPEG 2000', { Filter: 'JPXDecode' }],
    ['an image of another depth', { BitsPerComponent: 16 }],
    ['an image with fewer pixels than it says', { Width: 9 }],
  ])('is not made of %s', (_, entries) => {
    const image = imageOf(Uint8Array.of(1, 2, 3), { Width: 1, Height: 1, ...entries });
    expect(separateImage(image, () => grid)).toBeUndefined();
    expect(entry(image, 'ColorSpace')).toBe('/DeviceRGB');
  });
});

describe('a soft mask', () => {
  const masked = (coverage: number[], entries: Record<string, number> = {}) => {
    const mask = imageOf(Uint8Array.from(coverage), {
      Width: coverage.length,
      Height: 1,
      ColorSpace: 'DeviceGray',
      ...entries,
    });
    const image = imageOf(Uint8Array.of(1, 2, 3), { Width: 1, Height: 1 });
    image.dict.set(PDFName.of('SMask'), context.register(mask));
    return image;
  };
  const keys = ({ dict }: PDFRawStream) =>
    ['SMask', 'Mask'].filter((key) => dict.has(PDFName.of(key)));

  it('goes where it covers all', () => {
    const image = masked([255, 255, 255]);
    expect(settleSoftMask(image, false)).toBe(false);
    expect(keys(image)).toEqual([]);
  });

  it('becomes a stencil where it cuts hard, if that is wanted', () => {
    const coverage = [255, 0, 255, 255, 255, 255, 255, 0, 0];
    const kept = masked(coverage);
    expect([settleSoftMask(kept, false), keys(kept)]).toEqual([true, ['SMask']]);
    const cut = masked(coverage);
    expect([settleSoftMask(cut, true), keys(cut)]).toEqual([false, ['Mask']]);
    const stencil = cut.dict.lookup(PDFName.of('Mask')) as PDFRawStream;
    expect([...decodeStream(stencil)]).toEqual([0b01000001, 0b10000000]);
    expect(entry(stencil, 'ImageMask')).toBe('true');
  });

  it.each([
    ['it is soft', [255, 128, 0], {}],
    ['it cannot be read', [255, 0], { BitsPerComponent: 4 }],
  ])('stays where %s', (_, coverage, entries) => {
    const image = masked(coverage, entries);
    expect([settleSoftMask(image, true), keys(image)]).toEqual([true, ['SMask']]);
  });

  it('is none where the image has none', () => {
    const image = imageOf(Uint8Array.of(1, 2, 3), { Width: 1, Height: 1 });
    image.dict.set(PDFName.of('Width'), PDFNumber.of(1));
    expect(settleSoftMask(image, true)).toBe(false);
  });
});

describe('the profile of a display', () => {
  it('of sRGB means what sRGB does', () => {
    const toLab = readDisplayProfile(srgbProfile());
    fc.assert(
      fc.property(byte, byte, byte, (r, g, b) => {
        const exact = srgbToLab(r / 255, g / 255, b / 255);
        toLab?.(r / 255, g / 255, b / 255).forEach((part, index) => {
          expect(Math.abs(part - (exact[index] as number))).toBeLessThan(0.05);
        });
      }),
    );
    expect(toLab).toBeDefined();
  });

  it('is read with curves of one power and of samples', () => {
    const bytes = Buffer.from(srgbProfile());
    const at = bytes.indexOf('para', 132, 'latin1');
    bytes.write('curv', at, 'latin1');
    bytes.writeUInt32BE(1, at + 8);
    bytes.writeUInt16BE(0x100, at + 12);
    const [lightness = 0] = readDisplayProfile(bytes)?.(0.5, 0.5, 0.5) ?? [];
    expect(lightness).toBeCloseTo(76.07, 1);
    bytes.writeUInt32BE(3, at + 8);
    for (const [index, sample] of [0, 0xffff, 0xffff].entries())
      bytes.writeUInt16BE(sample, at + 12 + index * 2);
    expect(readDisplayProfile(bytes)?.(0.5, 0.5, 0.5)[0]).toBeCloseTo(100, 1);
  });

  it.each([
    ['a press', () => samplerPress().profile],
    ['nothing', () => new Uint8Array()],
    ['half a profile', () => srgbProfile().subarray(0, 200)],
  ])('is not that of %s', (_, profile) => {
    expect(readDisplayProfile(profile())).toBeUndefined();
  });
});
