/**
 * Octavo as a library: `buildPublication` reads a publication and makes its editions in memory,
 * `editionFiles` and `writeEditions` put them on the disk, all or none.
 */
export type { BrowserOptions } from './browser/index.js';
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
  type PlacedCitation,
  type PlacedCitations,
  type RenderedCitation,
  type RenderedCitations,
  readBibliography,
  readStyle,
  resolveLocale,
  resolveStyle,
} from './citations/index.js';
export {
  editionFiles,
  type NamedEdition,
  type NamedRecord,
  recordFiles,
} from './cli/edition-files.js';
export { type EditionFile, writeEditions } from './cli/write-editions.js';
export type { Diagnostic, Place, Severity } from './diagnostics/diagnostic.js';
export { Failure, type FailureStatus } from './diagnostics/failure.js';
export { type FormatOptions, formatDiagnostic } from './diagnostics/format.js';
export { colours, type Paint, plain } from './diagnostics/paint.js';
export { LineIndex, type Position } from './diagnostics/position.js';
export { type Finding, Report } from './diagnostics/report.js';
export type { Rule } from './diagnostics/rule.js';
export { type RuleId, rules } from './diagnostics/rules.js';
export { sortDiagnostics } from './diagnostics/sort.js';
export type {
  ContentsEntry,
  Note,
  NotePosition,
  OctavoDocument,
  Reference,
} from './document/document.js';
export {
  type BuildOptions,
  type BuildResult,
  buildPublication,
} from './pipeline/build-publication.js';
export { type Proof, type ProofOptions, Proofs } from './pipeline/proofs.js';
export type { StageName, StageTime } from './pipeline/stages.js';
export { editionsFolder } from './publication/output-names.js';
export {
  type Author,
  type CitationSettings,
  type EditionName,
  editionNames,
  type ImageFile,
  type Metadata,
  type Publication,
  type RecordName,
  recordNames,
  type Series,
  type SeriesIssue,
  type SourceText,
} from './publication/publication.js';
