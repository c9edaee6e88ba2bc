export { type BrokenLine, type BrokenParagraph, breakLines } from './break-lines.js';
export { partsFromIdeograph, widensBesideLetters } from './ideographs.js';
export { LineItems } from './items.js';
export { defaultLineBreakOptions, type LineBreakOptions, raggedOptions } from './options.js';
export {
  breakParagraph,
  type JointOf,
  type OverhangOf,
  type ParagraphLine,
  type WidthOf,
} from './paragraph.js';
export { type Segment, type SegmentKind, segmentText } from './segments.js';
