import { PDFContext, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { decodeStream } from '../../../src/editions/pdf-file/streams.js';
import { inkImage } from '../../../src/editions/print/images.js';

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
    expect(inkImage(image)).toBe(true);
    expect([spaceOf(image), bytesOf(image)]).toEqual(['/DeviceGray', [0, 128, 255]]);
  });

  it('in colour keeps its pixels', () => {
    const image = imageOf([255, 0, 0]);
    expect(inkImage(image)).toBe(false);
    expect([spaceOf(image), bytesOf(image)]).toEqual(['/DeviceRGB', [255, 0, 0]]);
  });

  it('whose values are turned about is left alone', () => {
    const image = imageOf([9, 9, 9], { Decode: [1, 0, 1, 0, 1, 0] });
    expect(inkImage(image)).toBe(false);
    expect([spaceOf(image), bytesOf(image)]).toEqual(['/DeviceRGB', [9, 9, 9]]);
  });

  it('with fewer pixels than it says is left alone', () => {
    const image = imageOf([9, 9, 9]);
    image.dict.set(PDFName.of('Width'), PDFNumber.of(2));
    expect(inkImage(image)).toBe(false);
  });
});
