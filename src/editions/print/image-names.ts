import type { Nodes } from 'hast';
import type { PDFRawStream } from 'pdf-lib';
import { visit } from 'unist-util-visit';
import type { OctavoDocument } from '../../document/document.js';
import type { ShownImage } from './resolution.js';

/** An image as the publication names it, and the line where it stands in the manuscript. */
export interface NamedImage {
  source: string;
  width: number;
  height: number;
  line?: number;
  column?: number;
  /** What stands in for it. */
  alt?: string;
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
      const alt = typeof properties.alt === 'string' ? properties.alt : undefined;
      named.set(source, { source, width, height, line, column, alt });
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

/** The images of a publication. */
export interface ImageNames {
  named: readonly NamedImage[];
  /** Which of them each printed one is, where that is known; drawings are printed as no images. */
  names: ReadonlyMap<PDFRawStream, NamedImage>;
}

export function imageNames(shown: readonly ShownImage[], document: OctavoDocument): ImageNames {
  const named = namedImages(document);
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
