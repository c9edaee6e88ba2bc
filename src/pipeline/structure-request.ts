import type { PlacedCitations } from '../citations/index.js';
import type { Place } from '../diagnostics/diagnostic.js';
import type { Report } from '../diagnostics/report.js';
import type { Note, OctavoDocument } from '../document/document.js';
import type { DropCaps } from '../document/drop-caps.js';
import type { Publication } from '../publication/publication.js';
import type { CitingBy } from './own-reference.js';

export interface StructureRequest {
  publication: Publication;
  /** A style's name or path that wins over the publication's own. */
  style?: string;
  /** Where that style was named; `--style` where nothing is said. */
  stylePlace?: Place;
  /** The style where nobody names one. */
  defaultStyle: string;
  /** Absolute. */
  workingFolder: string;
  report: Report;
  /** Whether an edition is to be made that says that it is accessible. */
  claimsAccessibility?: boolean;
  /** Where the template has initials over several lines. */
  dropCaps?: DropCaps;
}

export interface StructuredPublication {
  document: OctavoDocument;
  citations: PlacedCitations;
  citingBy: CitingBy;
  /** The notes as they are read each alone, where the publication wants them so. */
  notesAlone?: Note[];
}
