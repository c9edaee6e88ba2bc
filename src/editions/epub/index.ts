export type { Rasterise } from './rasterise.js';
export { type WriteEpubOptions, writeEpub } from './write.js';
