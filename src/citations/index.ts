/**
 * Citations: from bibliography files and a CSL style to notes and in-text citations in the tree.
 *
 * 1. `readBibliography(files, report)` reads CSL-JSON, CSL-YAML, BibTeX/BibLaTeX and RIS.
 * 2. `await resolveStyle(name, { folder, from }, place)` finds, reads and checks a style.
 * 3. `await resolveLocale(style, lang, place, report)` finds its terms.
 * 4. `placeCitations(root, { … })` numbers the notes, replaces every `citation` node of the
 *    tree, and gives back the citations in order and the reference list.
 *
 * `openCitations({ style, locale, items })` is the session behind it, which knows no manuscript.
 */
export { readBibliography } from './bibliography/index.js';
export {
  type CitationCluster,
  type CitationSession,
  type CitationsOptions,
  openCitations,
  type RenderedCitation,
  type RenderedCitations,
} from './open/open-citations.js';
export {
  type KeptCitations,
  type ListSettings,
  type PlacedCitations,
  type Placing,
  placeAgain,
  placeCitations,
  placeForList,
} from './placing/index.js';
export type { ClusterItem } from './session/cluster.js';
export { resolveLocale } from './style/locales.js';
export { readStyle } from './style/read.js';
export { resolveStyle, type StyleSearch, styleNames } from './style/resolve.js';
export type * from './types.js';
