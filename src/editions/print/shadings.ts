import { type PDFDict, PDFRawStream } from 'pdf-lib';
import { numberAt, numbersAt, pdfName } from '../pdf-file/objects.js';
import { newStream } from '../pdf-file/streams.js';
import { joinedEvaluator } from './functions/evaluate.js';
import { luminosity, type Separate } from './ink.js';

/** Steps of a gradient: more than a press can show. */
const steps = 1024;
/** Steps a side of a shading that varies in two directions. */
const gridSteps = 192;

const byte = (part: number) => Math.round(Math.min(1, Math.max(0, part)) * 255);

/**
 * Turns a shading in RGB (types 1 to 3) into one in inks, or in grey inside a luminosity mask:
 * its function is sampled, each sample separated. False where it cannot be converted.
 */
export function inkShading(
  shading: PDFDict | PDFRawStream,
  separate: Separate,
  isMask: boolean,
): boolean {
  const dict = shading instanceof PDFRawStream ? shading.dict : shading;
  const { context } = dict;
  const type = numberAt(dict, 'ShadingType') ?? 0;
  const evaluate = joinedEvaluator(dict.lookup(pdfName('Function')), dict);
  if (type < 1 || type > 3 || !evaluate) return false;
  const isPlane = type === 1;
  const domain = numbersAt(dict, 'Domain') ?? (isPlane ? [0, 1, 0, 1] : [0, 1]);
  const [x0 = 0, x1 = 1, y0 = 0, y1 = 1] = domain;
  const parts = (r = 0, g = 0, b = 0) => (isMask ? [luminosity(r, g, b)] : separate(r, g, b));
  const size = isPlane ? [gridSteps, gridSteps] : [steps];
  const [across = 1, down = 1] = size;
  const samples: number[] = [];
  for (let row = 0; row < down; row++) {
    const y = down > 1 ? y0 + ((y1 - y0) * row) / (down - 1) : 0;
    for (let column = 0; column < across; column++) {
      const x = x0 + ((x1 - x0) * column) / (across - 1);
      for (const part of parts(...evaluate(isPlane ? [x, y] : [x]))) samples.push(byte(part));
    }
  }
  const range = parts().flatMap(() => [0, 1]);
  const table = newStream(context, Uint8Array.from(samples), {
    FunctionType: 0,
    Domain: domain,
    Range: range,
    Size: size,
    BitsPerSample: 8,
  });
  dict.set(pdfName('Function'), context.register(table));
  dict.set(pdfName('ColorSpace'), pdfName(isMask ? 'DeviceGray' : 'DeviceCMYK'));
  const background = numbersAt(dict, 'Background');
  if (background) dict.set(pdfName('Background'), context.obj([...parts(...background)]));
  return true;
}
