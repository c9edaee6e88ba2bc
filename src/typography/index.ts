export { markFullWidth } from './full-width/tree.js';
export { type Hyphenator, loadHyphenator } from './hyphenation/hyphenator.js';
export { hyphenateText } from './hyphenation/text.js';
export { hyphenateTree } from './hyphenation/tree.js';
export * from './line-breaking/index.js';
export { isMarker, softHyphen, stripMarkers, wordJoiner, zeroWidthSpace } from './markers.js';
export { educateText } from './punctuation/text.js';
export { educate } from './punctuation/tree.js';
