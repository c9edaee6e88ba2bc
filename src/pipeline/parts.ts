/**
 * The parts of a build before any page or edition, in one piece that is loaded while the browser
 * starts: compiling them takes as long as that.
 */
export { readPublication } from '../publication/index.js';
export { chooseTemplate } from './choose-template.js';
export { KeptStructure } from './kept-structure.js';
export { structurePublication } from './structure-publication.js';
