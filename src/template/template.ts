import type { Place } from '../diagnostics/diagnostic.js';
import type { NoteAreaName } from '../publication/note-wishes.js';
import type { Conformance, Imposition } from '../publication/press-wishes.js';

/** All lengths in CSS px (1/96 in) once read; the file writes `mm`, `pt`, `px`. */
export interface PageGeometry {
  /** Trimmed size. */
  width: number;
  height: number;
  bleed: number;
  margins: { top: number; bottom: number; inside: number; outside: number };
  columns: number;
  columnGap: number;
  /** Baseline to baseline of the text, the step of the grid. */
  leading: number;
  /** Least space between the text and the rule over the notes. */
  noteGap: number;
  /** Where notes stand, in how many columns, and what is between these. */
  notes: { area: NoteAreaName; columns: number; columnGap: number };
  /** Whether the columns of the text's last page end level. */
  balanceLastPage: boolean;
  /** Initials over several lines: at the beginning of the text, or of each chapter. */
  dropCaps?: { lines: number; at: 'text' | 'chapters' };
}

/** A colour of the template as the press is to print it; parts from 0 to 1. */
export interface PressColour {
  /** Red, green and blue as the style sheet has them. */
  screen: [number, number, number];
  ink: [cyan: number, magenta: number, yellow: number, black: number];
  /** Name of an ink of its own that it prints with; `ink` shows it where there is none. */
  spot?: string;
}

export interface PressSettings {
  /** An ICC profile of a press: its name as given, and its absolute path. */
  profile: { name: string; path: string };
  /** What its registry calls the printing condition. */
  condition?: string;
  /** The condition in words. */
  info?: string;
  /** The most ink that the paper takes: the sum of all parts, 3 for 300 %. */
  inkLimit: number;
  /** Whether crop marks, colour bar and slug line stand around the pages. */
  marks: boolean;
  colours: PressColour[];
  conformance: Conformance;
  /** Pages stand one by one where there is none. */
  imposition?: Imposition;
  /** Where it is said, for findings. */
  place: Place;
  /** Where the imposition is said: by the template, or by the publication. */
  impositionPlace: Place;
}

export interface FontFace {
  family: string;
  weight: number;
  style: 'normal' | 'italic';
  /**
   * An OpenType math font, read where a text has formulas (`formulas`), or a font of a script
   * (ISO 15924), read where a text has characters of that.
   */
  use?: string;
  /** Absolute path of a static TrueType file. */
  path: string;
}

/**
 * A template's folder, read. What each file holds is told in `templates/README.md`.
 * The `*.html` files are Mustache; the data they see is {@link TemplateView} (`view.ts`).
 */
export interface Template {
  name: string;
  /** Absolute path. */
  folder: string;
  /** Citation style used where nobody names another. */
  style: string;
  page: PageGeometry;
  press: PressSettings;
  fonts: FontFace[];
  /** Type and colour of the pages. */
  pagesCss: string;
  /** Full-width head of the first page: masthead, title, authors. In the flow, above the columns. */
  openingHtml: string;
  /** Full-width foot of the first page: who the authors are. Empty: none. */
  openingFootHtml: string;
  /** What every page carries outside the type area: running head, folio, margin strips. Absolutely placed in the trimmed page. */
  pageHtml: string;
  /** What ends the text in its last column (the date). */
  endOfTextHtml: string;
  /** Full-width pages after the text: colophon, latest issues. Flows over as many pages as needed. */
  closingHtml: string;
  webHtml: string;
  webCss: string;
  ebookCss: string;
  /** The ebook's cover, a page of its own, screenshot at 1600 × 2560. */
  coverHtml: string;
  coverCss: string;
}
