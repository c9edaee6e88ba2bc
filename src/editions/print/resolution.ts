import { type PDFDict, PDFRawStream } from 'pdf-lib';
import { readContent } from '../pdf-file/content.js';
import {
  dictAt,
  identity,
  type Matrix,
  matrixAt,
  multiply,
  nameAt,
  numberAt,
  pdfName,
} from '../pdf-file/objects.js';
import { matrixIn } from '../pdf-file/operators.js';
import { decodeStream } from '../pdf-file/streams.js';

/** An image as a page shows it. */
export interface ShownImage {
  image: PDFRawStream;
  /** From 0. */
  page: number;
  /** Pixels of the image. */
  pixels: { width: number; height: number };
  /** Points on the page. */
  size: { width: number; height: number };
  /** Pixels an inch, in the direction where they are fewer. */
  resolution: number;
}

function shown(image: PDFRawStream, matrix: Matrix, page: number): ShownImage {
  const [a, b, c, d] = matrix;
  const pixels = {
    width: numberAt(image.dict, 'Width') ?? 0,
    height: numberAt(image.dict, 'Height') ?? 0,
  };
  const size = { width: Math.hypot(a, b), height: Math.hypot(c, d) };
  const resolution = 72 * Math.min(pixels.width / size.width, pixels.height / size.height);
  return { image, page, pixels, size, resolution };
}

/** The images that a page's content shows, through its forms, in order. */
export function imagesOn(
  bytes: Uint8Array,
  resources: PDFDict,
  page: number,
  matrix: Matrix = identity,
  depth = 0,
): ShownImage[] {
  const objects = dictAt(resources, 'XObject');
  if (!objects || depth > 8) return [];
  const images: ShownImage[] = [];
  const saved: Matrix[] = [];
  let ctm = matrix;
  readContent(bytes, ({ operator, operands }) => {
    if (operator === 'q') saved.push(ctm);
    else if (operator === 'Q') ctm = saved.pop() ?? ctm;
    else if (operator === 'cm') ctm = multiply(matrixIn(operands), ctm);
    else if (operator === 'Do') {
      const object = objects.lookup(pdfName(operands.name(0) ?? ''));
      if (!(object instanceof PDFRawStream)) return;
      const { dict } = object;
      if (nameAt(dict, 'Subtype') !== 'Form') images.push(shown(object, ctm, page));
      else {
        const inner = multiply(matrixAt(dict, 'Matrix'), ctm);
        const own = dictAt(dict, 'Resources') ?? resources;
        images.push(...imagesOn(decodeStream(object), own, page, inner, depth + 1));
      }
    }
  });
  return images;
}
