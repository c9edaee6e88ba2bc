import type { PDFRawStream } from 'pdf-lib';
import { pointsPerMillimetre } from '../pdf-file/boxes.js';
import type { NamedImage } from './image-names.js';
import type { Teller } from './report-press.js';
import type { ShownImage } from './resolution.js';

/** Pixels an inch that print asks of pictures. */
const wanted = 300;
/** A size on the page is not kept to the last fraction of a pixel. */
const tolerance = 1;

const millimetres = (points: number) => Math.round(points / pointsPerMillimetre);

/** Warns of each image with too few pixels, once, at the largest size that it prints. */
export function reportResolution(
  images: readonly ShownImage[],
  names: ReadonlyMap<PDFRawStream, NamedImage>,
  { report, place, label }: Teller,
): void {
  const worst = new Map<PDFRawStream, ShownImage>();
  for (const each of images) {
    const known = worst.get(each.image);
    if (!known || each.resolution < known.resolution) worst.set(each.image, each);
  }
  for (const each of worst.values()) {
    if (!(each.resolution < wanted - tolerance)) continue;
    const { pixels, size, page, resolution } = each;
    const extent = `${millimetres(size.width)} × ${millimetres(size.height)} mm`;
    const needed = Math.ceil((pixels.width * wanted) / resolution);
    const image = names.get(each.image);
    report.add('print/low-resolution', image?.place ?? place, {
      message: `${image ? `Image ${image.source}` : 'An image'} prints at ${Math.round(resolution)} pixels an inch (${pixels.width} × ${pixels.height} pixels on ${extent}, page ${label(page)})`,
      remedy: `Use an image at least ${needed} pixels wide, or a drawing in SVG`,
    });
  }
}
