import type { PDFRawStream } from 'pdf-lib';
import type { Place } from '../../diagnostics/diagnostic.js';
import type { ImageNames } from './image-names.js';
import type { PreparedPage } from './prepare-pages.js';

/** Something that stands on a page. */
export interface PrintedThing {
  /** From 0. */
  page: number;
  image?: PDFRawStream;
  /** What stands in for the figure that it belongs to. */
  alternative?: string;
}

/** How findings call a thing. */
export interface CalledThing {
  /** `Image a.png`, `The figure “…”`, `Something`. */
  name: string;
  /** Whether the publication's reader would know which is meant. */
  isKnown: boolean;
  /** Where it stands in the manuscript; the manuscript as a whole where that is not known. */
  place: Place;
}

/** Calls a thing by its image or figure, and tells where that stands, as far as it is known. */
export function callThing(
  { image, alternative }: PrintedThing,
  { names, named }: ImageNames,
  place: Place,
): CalledThing {
  const known =
    (image && names.get(image)) ??
    named.find(({ alt }) => alt && alt.trim() === alternative?.trim());
  const unnamed = alternative ? `The figure “${alternative}”` : image ? 'An image' : 'Something';
  return {
    name: known ? `Image ${known.source}` : unnamed,
    isKnown: known !== undefined || Boolean(alternative),
    place: known?.place ?? place,
  };
}

/** What lets shine through what is below it, page by page. */
export function blendingThings(prepared: readonly PreparedPage[]): PrintedThing[] {
  return prepared.flatMap(({ isTransparent, blendings }, page): PrintedThing[] => {
    if (!isTransparent) return [];
    // What blends in a pattern is not met on the way through the content.
    const met = blendings.length === 0 ? [{}] : blendings;
    return met.map((each) => ({ ...each, page }));
  });
}
