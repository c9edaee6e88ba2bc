/**
 * The manuscript's Markdown: CommonMark, GFM, pandoc's citations and inline notes, directives.
 *
 * `parseManuscript(source, bodyLine, report)` gives an mdast root on which every transform of this
 * folder has been run: notes are `note` nodes at their calls, raw HTML has become sanitised
 * `htmlElement` nodes, figures and captions have nodes of their own, and headings know their
 * attributes. Positions are those of the whole file. Pass `markdownHandlers` to
 * mdast-util-to-hast, which knows neither table captions nor definitions by itself.
 */
export { addFew } from './few-findings.js';
export { markdownHandlers } from './handlers.js';
export type * from './nodes.js';
export { openingNotes, type WrittenNote } from './opening-notes.js';
export {
  type ManuscriptText,
  offsetOfLine,
  parseManuscript,
  preparedText,
  readManuscript,
} from './parse.js';
export { findStretch, type Stretch } from './stretch/find-stretch.js';
export { type ReadStretch, readStretch } from './stretch/read-stretch.js';
export { movedFindings, movedPlace, withStretch } from './stretch/with-stretch.js';
