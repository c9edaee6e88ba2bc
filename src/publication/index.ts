/**
 * A publication as it lies on disk: `readPublication` reads manuscript, front matter and settings
 * with the files they name; `readImages` the images that the text names.
 */
export { fileNameOf, type NamedImage, readImages } from './images/read-images.js';
export { sameImages } from './images/same-images.js';
export { turnedSize } from './images/turned-size.js';
export type * from './publication.js';
export { editionNames } from './publication.js';
export { readPublication } from './read-publication.js';
