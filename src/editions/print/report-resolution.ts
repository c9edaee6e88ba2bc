import type { PDFRawStream } from 'pdf-lib';
import type { Place } from '../../diagnostics/diagnostic.js';
import type { Report } from '../../diagnostics/report.js';
import type { ImageFile } from '../../publication/publication.js';
import { pointsPerMillimetre } from '../pdf-file/boxes.js';
import type { ShownImage } from './resolution.js';

/** Pixels an inch that print asks of pictures. */
const wanted = 300;
/** A size on the page is not kept to the last fraction of a pixel. */
const tolerance = 1;

const millimetres = (points: number) => Math.round(points / pointsPerMillimetre);

function nameOf({ pixels }: ShownImage, files: Iterable<ImageFile>): string {
  const alike = [...files].filter(
    ({ width, height }) => width === pixels.width && height === pixels.height,
  );
  const [only] = alike;
  // The print engine keeps no names: two images of one size cannot be told apart.
  return only && alike.length === 1 ? `Image ${only.source}` : 'An image';
}

/** Warns of each image with too few pixels, once, at the largest size that it prints. */
export function reportResolution(
  images: readonly ShownImage[],
  files: Iterable<ImageFile>,
  label: (page: number) => string,
  report: Report,
  place: Place,
): void {
  const worst = new Map<PDFRawStream, ShownImage>();
  for (const each of images) {
    const known = worst.get(each.image);
    if (!known || each.resolution < known.resolution) worst.set(each.image, each);
  }
  const all = [...files];
  for (const each of worst.values()) {
    if (!(each.resolution < wanted - tolerance)) continue;
    const { pixels, size, page, resolution } = each;
    const extent = `${millimetres(size.width)} × ${millimetres(size.height)} mm`;
    const needed = Math.ceil((pixels.width * wanted) / resolution);
    report.add('print/low-resolution', place, {
      message: `${nameOf(each, all)} prints at ${Math.round(resolution)} pixels an inch (${pixels.width} × ${pixels.height} pixels on ${extent}, page ${label(page)})`,
      remedy: `Use an image at least ${needed} pixels wide, or a drawing in SVG`,
    });
  }
}
