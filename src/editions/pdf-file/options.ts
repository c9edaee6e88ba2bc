import type { Place } from '../../diagnostics/diagnostic.js';
import type { Report } from '../../diagnostics/report.js';

/** What both PDF editions are told beside the pages and the Document. */
export interface PdfEditionOptions {
  /** Takes the findings. */
  report: Report;
  /** Where findings without a place of their own are shown: the manuscript. */
  place: Place;
  /** The colophon as findings show it, where there is one. */
  colophonFile?: string;
  /**
   * When the edition counts as made (SOURCE_DATE_EPOCH). Without it the publication's own date
   * is taken; a publication without a full date gets no dates in its PDF. Never the clock.
   */
  sourceDate?: Date;
}
