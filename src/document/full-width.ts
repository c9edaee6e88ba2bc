/** For editions, which know the text's typography through the Document. */
export { markFullWidth } from '../typography/full-width/tree.js';
