import { PDFContext, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { decodeStream } from '../../../src/editions/pdf-file/streams.js';
import { inkImage } from '../../../src/editions/print/images.js';
import { separate } from '../../../src/editions/print/ink.js';

function imageOf(pixels: readonly number[], entries: Record<string, number[]> = {}): PDFRawStream {
  const dict = PDFContext.create().obj({
    Width: pixels.length / 3,
    Height: 1,
    BitsPerComponent: 8,
    ColorSpace: 'DeviceRGB',
    ...entries,
  });
  return PDFRawStream.of(dict, new Uint8Array(pixels));
}

const spaceOf = ({ dict }: PDFRawStream) => String(dict.get(PDFName.of('ColorSpace')));
const bytesOf = (image: PDFRawStream) => [...decodeStream(image)];

describe('an image in RGB', () => {
  it('of greys alone goes to the black plate', () => {
    const image = imageOf([0, 0, 0, 128, 128, 128, 255, 255, 255]);
    expect(inkImage(image, true, separate)).toBe(true);
    expect([spaceOf(image), bytesOf(image)]).toEqual(['/DeviceGray', [0, 128, 255]]);
  });

  it('without a profile is separated, pixel by pixel', () => {
    const image = imageOf([255, 0, 0, 0, 0, 0, 255, 255, 255]);
    expect(inkImage(image, false, separate)).toBe(true);
    expect([spaceOf(image), bytesOf(image)]).toEqual([
      '/DeviceCMYK',
      [0, 255, 255, 0, 0, 0, 0, 255, 0, 0, 0, 0],
    ]);
  });

  it('with a profile keeps its pixels', () => {
    const image = imageOf([255, 0, 0]);
    expect(inkImage(image, true, separate)).toBe(true);
    expect([spaceOf(image), bytesOf(image)]).toEqual(['/DeviceRGB', [255, 0, 0]]);
  });

  it.each([true, false])('whose values are turned about is left alone (profile: %s)', (profile) => {
    const image = imageOf([9, 9, 9], { Decode: [1, 0, 1, 0, 1, 0] });
    expect(inkImage(image, profile, separate)).toBe(profile);
    expect([spaceOf(image), bytesOf(image)]).toEqual(['/DeviceRGB', [9, 9, 9]]);
  });

  it('with fewer pixels than it says is left alone', () => {
    const image = imageOf([9, 9, 9]);
    image.dict.set(PDFName.of('Width'), PDFNumber.of(2));
    expect(inkImage(image, false, separate)).toBe(false);
  });
});
