export {
  type BibliographyEntry,
  type BibliographyItem,
  type CitationCluster,
  type CitationLocale,
  type CitationPosition,
  type CitationSession,
  type CitationStyle,
  type CitationsOptions,
  type ClusterItem,
  type CslItem,
  openCitations,
  type RenderedCitation,
  type RenderedCitations,
  readBibliography,
  readStyle,
  resolveLocale,
  resolveStyle,
} from './citations/index.js';
export type { Diagnostic, Place } from './diagnostics/diagnostic.js';
export { Failure } from './diagnostics/failure.js';
export { formatDiagnostic } from './diagnostics/format.js';
export { Report } from './diagnostics/report.js';
export type { OctavoDocument } from './document/document.js';
export {
  type BuildOptions,
  type BuildResult,
  buildPublication,
} from './pipeline/build-publication.js';
export { type EditionName, editionNames } from './publication/publication.js';
