import type { Report } from '../../diagnostics/report.js';
import type { CitationSession } from '../open/open-citations.js';
import type {
  Bibliography,
  BibliographyEntry,
  CitationLocale,
  CitationStyle,
  PlacedCitation,
} from '../types.js';
import type { BackReferenceWords } from './back-references.js';
import type { KeptCitations } from './kept.js';

export interface Placing {
  bibliography: Bibliography;
  style: CitationStyle;
  locale: CitationLocale;
  /** Keys to list uncited; `*` for all. */
  nocite?: readonly string[];
  /** In-text citations lead to their entries in the reference list. */
  linkCitations?: boolean;
  /** Notes are numbered from 1 in each chapter, and its citations refer to none before it. */
  restartNotes?: boolean;
  lists?: ListSettings;
  /** Gives what prints the citations: of the same style, locale, works and links. Else it is opened. */
  session?: () => CitationSession;
  /** A part of the text is to be placed again, once it is edited. */
  keepsStops?: boolean;
  /** The manuscript as diagnostics show it. */
  file: string;
  report: Report;
}

export interface ListSettings {
  /** No list is wanted anywhere. */
  suppressed?: boolean;
  /** A list at the end of each section of this level, whose citations know no others; 1: the chapters. */
  sectionLevel?: number;
  /** Heading of a list. */
  title?: string;
  /** The publication gives that heading itself: a heading of the text does not take its place. */
  titleIsAsked?: boolean;
  /** Each entry leads back to where it is cited. */
  backReferences?: BackReferenceWords;
}

export interface PlacedCitations {
  /** Every citation, in order. */
  citations: PlacedCitation[];
  /** What the style lists, wherever the lists stand; empty where it has no bibliography. */
  references: BibliographyEntry[];
  /** Of these, the list that stands after the text; the others stand in it already. */
  atEnd: BibliographyEntry[];
  /** Where {@link Placing.keepsStops} asks for it. */
  kept?: KeptCitations;
}
