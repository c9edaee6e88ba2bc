import type { PDFContext, PDFDict, PDFRef } from 'pdf-lib';
import { type PageBoxes, pointsPerMillimetre } from '../pdf-file/boxes.js';
import { dictAt, pdfName, type Rectangle, rectangle, rounded } from '../pdf-file/objects.js';
import { newStream } from '../pdf-file/streams.js';

/** Room around the bleed for the marks. */
export const slug = 8 * pointsPerMillimetre;
/** Marks keep off the bleed, so that nothing of them is left on a page cut a little too large. */
const gap = 1 * pointsPerMillimetre;
const length = 5 * pointsPerMillimetre;
const weight = 0.25;

const line = (...points: [number, number, number, number]) => {
  const [x, y, X, Y] = points.map(rounded);
  return `${x} ${y} m ${X} ${Y} l`;
};

/** Eight strokes in line with the edges of the trim, outside of the bleed. */
export function cropMarkContent({ trim, bleed }: PageBoxes): string {
  const [left, bottom, right, top] = trim;
  const [outerLeft, outerBottom, outerRight, outerTop] = bleed;
  const across = [bottom, top].flatMap((y) => [
    line(outerLeft - gap, y, outerLeft - gap - length, y),
    line(outerRight + gap, y, outerRight + gap + length, y),
  ]);
  const upright = [left, right].flatMap((x) => [
    line(x, outerBottom - gap, x, outerBottom - gap - length),
    line(x, outerTop + gap, x, outerTop + gap + length),
  ]);
  return `q /Registration CS 1 SCN ${weight} w\n${[...across, ...upright].join('\n')}\nS Q\n`;
}

/** `All` prints on every plate there is, spot colours included (ISO 32000-1, 8.6.6.4). */
function registration(context: PDFContext) {
  const tint = context.obj({
    FunctionType: 2,
    Domain: [0, 1],
    C0: [0, 0, 0, 0],
    C1: [1, 1, 1, 1],
    N: 1,
  });
  return context.obj(['Separation', 'All', 'DeviceCMYK', tint]);
}

/** Makes the form that carries the marks of pages with these boxes. */
export function newCropMarks(context: PDFContext, boxes: PageBoxes, media: Rectangle): PDFRef {
  const form = newStream(context, Buffer.from(cropMarkContent(boxes), 'latin1'), {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: rectangle(context, media),
    Resources: { ColorSpace: { Registration: registration(context) } },
  });
  return context.register(form);
}

const resourceName = 'CropMarks';

/** Shows the marks on a page; returns the content to add after the page's own. */
export function showCropMarks(resources: PDFDict, marks: PDFRef): string {
  const objects = dictAt(resources, 'XObject');
  if (objects) objects.set(pdfName(resourceName), marks);
  else resources.set(pdfName('XObject'), resources.context.obj({ [resourceName]: marks }));
  return `/${resourceName} Do\n`;
}
