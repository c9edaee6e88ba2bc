import type { ShownFiles } from '../document/places.js';
import type { Publication } from '../publication/publication.js';

/** The publication's files as findings show them. */
export function shownFiles({ manuscript, colophon, metadata, placeOf }: Publication): ShownFiles {
  const opening = placeOf(metadata.abstract === undefined ? 'title' : 'abstract');
  return { manuscript: manuscript.shown, colophon: colophon?.shown, opening };
}
