import type { Report } from '../../diagnostics/report.js';
import type {
  Bibliography,
  BibliographyEntry,
  CitationLocale,
  CitationStyle,
  PlacedCitation,
} from '../types.js';

export interface Placing {
  bibliography: Bibliography;
  style: CitationStyle;
  locale: CitationLocale;
  /** Keys to list uncited; `*` for all. */
  nocite?: readonly string[];
  /** In-text citations lead to their entries in the reference list. */
  linkCitations?: boolean;
  /** The manuscript as diagnostics show it. */
  file: string;
  report: Report;
}

export interface PlacedCitations {
  /** Every citation, in order. */
  citations: PlacedCitation[];
  /** What the style lists; empty where it has no bibliography. */
  references: BibliographyEntry[];
}
