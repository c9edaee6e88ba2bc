import type { Nodes } from 'hast';
import type { PDFRawStream } from 'pdf-lib';
import { visit } from 'unist-util-visit';
import type { Place } from '../../diagnostics/diagnostic.js';
import type { OctavoDocument } from '../../document/document.js';
import { placeOf, type ShownFiles } from '../../document/places.js';
import { turnedSize } from '../../publication/index.js';
import type { ShownImage } from './resolution.js';

/** An image as the publication names it, and where it is written. */
export interface NamedImage {
  source: string;
  /** Pixels as stored. */
  width: number;
  height: number;
  place?: Place;
  /** What stands in for it. */
  alt?: string;
}

/** The images of the text, its notes and the colophon, in the order they are written. */
function namedImages(
  { body, notes, colophon, images }: OctavoDocument,
  files: ShownFiles,
): NamedImage[] {
  const named = new Map<string, NamedImage>();
  const read = (tree: Nodes, written: string) =>
    visit(tree, { type: 'element', tagName: 'img' }, (element) => {
      const { src, alt } = element.properties;
      const file = images.get(String(src));
      if (!file || named.has(file.source)) return;
      const { source } = file;
      const place = element.position && placeOf(element, written);
      named.set(source, {
        source,
        ...turnedSize(file, file.orientation),
        place,
        ...(typeof alt === 'string' && { alt }),
      });
    });
  read(body, files.manuscript);
  for (const note of notes) for (const node of note.content) read(node, files.manuscript);
  if (colophon) read(colophon, files.colophon ?? files.manuscript);
  for (const file of images.values()) {
    const { source } = file;
    if (!named.has(source)) named.set(source, { source, ...turnedSize(file, file.orientation) });
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

/** The images of a publication. */
export interface ImageNames {
  named: readonly NamedImage[];
  /** Which of them each printed one is, where that is known; drawings are printed as no images. */
  names: ReadonlyMap<PDFRawStream, NamedImage>;
}

export function imageNames(
  shown: readonly ShownImage[],
  document: OctavoDocument,
  files: ShownFiles,
): ImageNames {
  const named = namedImages(document, files);
  return { named, names: namesOf(shown, named) };
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
