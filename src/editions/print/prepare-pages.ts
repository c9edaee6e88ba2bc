import { type PDFContext, type PDFDict, PDFRawStream } from 'pdf-lib';
import type { PrintedPages } from '../../pages/pages.js';
import { boxesOf, type PageBoxes } from '../pdf-file/boxes.js';
import { keepOnly, type PdfFile, resourcesOf } from '../pdf-file/file.js';
import { nameAt } from '../pdf-file/objects.js';
import { type Blending, blendingsOn } from './blending.js';
import type { Press } from './ink-resources.js';
import { imagesOn, type ShownImage } from './resolution.js';
import { settleSoftMask } from './soft-masks.js';
import type { TaggedFigures } from './tagged-figures.js';
import { settleTransparency, transparencyOf } from './transparency.js';

/** A page whose colours have become inks. */
export interface PreparedPage {
  page: PDFDict;
  resources: PDFDict;
  boxes: PageBoxes;
  /** In inks, unpacked. */
  content: Uint8Array;
  images: ShownImage[];
  isTransparent: boolean;
  /** What shines through. */
  blendings: (Blending & { alternative?: string })[];
}

const pageKeys = new Set(['Type', 'Parent', 'Contents', 'Resources', 'Group']);

function settleSoftMasks(context: PDFContext, cutsOut: boolean): void {
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream && nameAt(object.dict, 'Subtype') === 'Image')
      settleSoftMask(object, cutsOut);
  }
}

/**
 * Turns the pages of a file into inks, and settles which of them blend.
 *
 * @param contents What stands on each.
 * @param figures What stands in for what blends: the pages' own tags.
 * @param cutsOut Whether soft masks with hard edges become stencils.
 */
export function preparePages(
  { context, sheets }: PdfFile,
  contents: readonly Uint8Array[],
  pages: PrintedPages,
  inks: Press,
  figures: TaggedFigures,
  cutsOut: boolean,
): PreparedPage[] {
  settleSoftMasks(context, cutsOut);
  const prepared = sheets.map(({ dict: page }, index) => {
    const boxes = boxesOf(page, pages);
    const resources = resourcesOf(page);
    const printed = contents[index] as Uint8Array;
    const blendings = transparencyOf(resources).isThere ? blendingsOn(printed, resources) : [];
    const named = blendings.map((blending) => ({
      ...blending,
      alternative: figures.alternativeAt(index, blending.mcid),
    }));
    keepOnly(page, pageKeys);
    const images = imagesOn(printed, resources, index);
    const content = inks.content(printed, resources);
    return { page, boxes, resources, images, content, blendings: named };
  });
  const transparent = new Set(settleTransparency(prepared, inks));
  return prepared.map((page, index) => ({ ...page, isTransparent: transparent.has(index) }));
}
