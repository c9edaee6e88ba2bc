/**
 * The styles that are here: listed by their heads, searched, and shown by a rendered sample.
 */
export type { StyleHead } from './head.js';
export {
  type CataloguedStyle,
  type CatalogueSearch,
  listStyles,
  type StyleOrigin,
} from './list.js';
export { type Printed, renderSample, SampleRoom, type StyleSample } from './sample.js';
export { mayFind, searchStyles } from './search.js';
