import type { Nodes } from 'hast';
import type { PDFRawStream } from 'pdf-lib';
import { visit } from 'unist-util-visit';
import type { Place } from '../../diagnostics/diagnostic.js';
import type { Report } from '../../diagnostics/report.js';
import type { OctavoDocument } from '../../document/document.js';
import { pointsPerMillimetre } from '../pdf-file/boxes.js';
import type { ShownImage } from './resolution.js';

/** Pixels an inch that print asks of pictures. */
const wanted = 300;
/** A size on the page is not kept to the last fraction of a pixel. */
const tolerance = 1;

const millimetres = (points: number) => Math.round(points / pointsPerMillimetre);

/** An image as the publication names it, and the line where it stands in the manuscript. */
interface NamedImage {
  source: string;
  width: number;
  height: number;
  line?: number;
  column?: number;
}

/** The images of the text and its notes, in the order they are written. */
function namedImages({ body, notes, images }: OctavoDocument): NamedImage[] {
  const named = new Map<string, NamedImage>();
  const read = (tree: Nodes) =>
    visit(tree, { type: 'element', tagName: 'img' }, ({ properties, position }) => {
      const file = images.get(String(properties.src));
      if (!file || named.has(file.source)) return;
      const { source, width, height } = file;
      const { line, column } = position?.start ?? {};
      named.set(source, { source, width, height, line, column });
    });
  read(body);
  for (const note of notes) for (const node of note.content) read(node);
  for (const { source, width, height } of images.values()) {
    if (!named.has(source)) named.set(source, { source, width, height });
  }
  return [...named.values()];
}

const sizeKey = ({ width, height }: { width: number; height: number }) => `${width} × ${height}`;

function bySize<T>(items: Iterable<T>, sizeOf: (item: T) => { width: number; height: number }) {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = sizeKey(sizeOf(item));
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

/**
 * Which image of the publication each printed one is. The print engine keeps no names: they are
 * known by their pixels, and among those of one size by their order, where as many were printed.
 */
function namesOf(
  shown: readonly ShownImage[],
  named: readonly NamedImage[],
): Map<PDFRawStream, NamedImage> {
  const names = new Map<PDFRawStream, NamedImage>();
  const files = bySize(named, (image) => image);
  const printed = new Map(shown.map((each) => [each.image, each.pixels]));
  for (const [size, objects] of bySize(printed, ([, pixels]) => pixels)) {
    const alike = files.get(size) ?? [];
    if (alike.length !== objects.length) continue;
    objects.forEach(([object], index) => {
      names.set(object, alike[index] as NamedImage);
    });
  }
  return names;
}

/** Warns of each image with too few pixels, once, at the largest size that it prints. */
export function reportResolution(
  images: readonly ShownImage[],
  document: OctavoDocument,
  label: (page: number) => string,
  report: Report,
  place: Place,
): void {
  const worst = new Map<PDFRawStream, ShownImage>();
  for (const each of images) {
    const known = worst.get(each.image);
    if (!known || each.resolution < known.resolution) worst.set(each.image, each);
  }
  const names = namesOf(images, namedImages(document));
  for (const each of worst.values()) {
    if (!(each.resolution < wanted - tolerance)) continue;
    const { pixels, size, page, resolution } = each;
    const extent = `${millimetres(size.width)} × ${millimetres(size.height)} mm`;
    const needed = Math.ceil((pixels.width * wanted) / resolution);
    const image = names.get(each.image);
    const where = image?.line ? { ...place, line: image.line, column: image.column } : place;
    report.add('print/low-resolution', where, {
      message: `${image ? `Image ${image.source}` : 'An image'} prints at ${Math.round(resolution)} pixels an inch (${pixels.width} × ${pixels.height} pixels on ${extent}, page ${label(page)})`,
      remedy: `Use an image at least ${needed} pixels wide, or a drawing in SVG`,
    });
  }
}
