import type { Element, Nodes } from 'hast';
import { h } from 'hastscript';
import type { Place } from '../../diagnostics/diagnostic.js';
import type { Report } from '../../diagnostics/report.js';
import type { OctavoDocument } from '../../document/document.js';
import type { ImageFile } from '../../publication/publication.js';
import { dataUri } from '../markup/data-uri.js';
import { extensions } from '../markup/image-names.js';
import { elementsOf, placeOf } from '../markup/tree.js';
import { dropLooseReferences } from './loose-references.js';
import type { Rasterise } from './rasterise.js';

export interface Picture {
  /** Below `EPUB/`: `images/image-1.png`. */
  path: string;
  mediaType: string;
  bytes: Uint8Array;
  /** Whether it moves (a GIF of several frames). */
  animated: boolean;
}

/** Apple Books turns books with larger images away; Kindle's converter takes 5 MB a file. */
const mostPixels = 5_600_000;
const mostBytes = 5_000_000;

/** Graphic control extensions (GIF89a, 23), one for each frame of an animation. */
function isAnimated({ bytes, mediaType }: ImageFile): boolean {
  if (mediaType !== 'image/gif') return false;
  const text = Buffer.from(bytes).toString('latin1');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the block's own bytes
  return (text.match(/\x21\xF9\x04[\s\S]{4}\x00[\x21\x2C]/g)?.length ?? 0) > 1;
}

/** The largest size of the same shape that shops accept. */
function fitting({ width, height }: ImageFile): { width: number; height: number } {
  const scale = Math.min(1, Math.sqrt(mostPixels / (width * height)));
  return {
    width: Math.max(1, Math.floor(width * scale)),
    height: Math.max(1, Math.floor(height * scale)),
  };
}

/** Whether shops or readers' devices may refuse an image, or show it lying on its side. */
function isToBeRedrawn({ mediaType, width, height, orientation }: ImageFile): boolean {
  if (mediaType === 'image/webp') return true;
  const isPhotograph = mediaType === 'image/jpeg';
  return isPhotograph && (width * height > mostPixels || orientation !== undefined);
}

/** Draws an image anew as JPEG, on white, no larger than shops accept. */
async function redraw(image: ImageFile, rasterise: Rasterise): Promise<Uint8Array> {
  const { width, height } = fitting(image);
  const url = dataUri(image.bytes, image.mediaType);
  const page =
    '<!doctype html><meta charset="utf-8"><style>*{margin:0}body{background:#fff}' +
    `img{display:block;width:${width}px;height:${height}px}</style><img alt="" src="${url}">`;
  return rasterise(page, { width, height });
}

export interface PictureContext {
  document: OctavoDocument;
  report: Report;
  rasterise?: Rasterise;
}

/** Readers' devices may not show it, or shops may refuse it: said at the image's place. */
function warnOf(image: ImageFile, place: Place, report: Report): void {
  const { source, width, height, bytes, mediaType } = image;
  if (mediaType === 'image/webp') {
    report.add('epub/webp', place, {
      message: `“${source}” is a WebP image, which older ebook readers and shops do not know`,
      remedy: 'Give the image as JPEG or PNG',
    });
  }
  if (width * height > mostPixels || bytes.length > mostBytes) {
    report.add('epub/large-image', place, {
      message: `“${source}” (${width} × ${height}, ${(bytes.length / 1e6).toFixed(1)} MB) is larger than ebook shops accept`,
      remedy: 'Give the image with at most 5.6 million pixels and 5 MB',
    });
  }
}

async function pictureOf(
  image: ImageFile,
  place: Place,
  index: number,
  { report, rasterise }: PictureContext,
): Promise<Picture> {
  const { mediaType, bytes } = image;
  const name = `images/image-${index}`;
  const made = (extension: string, type: string, content: Uint8Array): Picture => ({
    path: `${name}.${extension}`,
    mediaType: type,
    bytes: content,
    animated: isAnimated(image),
  });
  if (mediaType === 'image/svg+xml') {
    const drawing = dropLooseReferences(new TextDecoder().decode(bytes));
    return made('svg', mediaType, new TextEncoder().encode(drawing));
  }
  if (rasterise && isToBeRedrawn(image)) {
    return made('jpg', 'image/jpeg', await redraw(image, rasterise));
  }
  warnOf(image, place, report);
  return made(extensions[mediaType], mediaType, bytes);
}

/** The images that the trees show, by source, in order of appearance. */
export async function picturesOf(
  texts: readonly { tree: Nodes; file: string }[],
  context: PictureContext,
): Promise<Map<string, Picture>> {
  const pictures = new Map<string, Picture>();
  const shown = texts.flatMap(({ tree, file }) =>
    elementsOf(tree, ({ tagName }) => tagName === 'img').map((element) => ({ element, file })),
  );
  for (const { element, file } of shown) {
    const source = String(element.properties.src ?? '');
    const image = context.document.images.get(source);
    if (!image || pictures.has(source)) continue;
    const place = placeOf(element, file);
    pictures.set(source, await pictureOf(image, place, pictures.size + 1, context));
  }
  return pictures;
}

/** The image element of the book; the description alone where there is no picture. */
export function showPicture(element: Element, picture: Picture | undefined): Element {
  const { alt, title, id, className, lang, style } = element.properties;
  const description = typeof alt === 'string' ? alt : undefined;
  if (!picture) return h('span', { id, lang, className: 'missing-image' }, description ?? '');
  return {
    ...element,
    properties: {
      id,
      className,
      lang,
      style,
      src: `../${picture.path}`,
      alt: description ?? '',
      title,
    },
  };
}
