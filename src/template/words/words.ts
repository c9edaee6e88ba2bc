import type { Signs } from '../../document/signs.js';

/** The words that pages and editions add to the publication's own. `{}` stands for a number. */
export interface Words {
  /** BCP 47: the language these words are in. */
  lang: string;
  skipToText: string;
  cover: string;
  titlePage: string;
  contents: string;
  startOfText: string;
  by: string;
  abstract: string;
  keywords: string;
  note: string;
  notes: string;
  /** Label of the link from a note to its call. */
  backToText: string;
  aboutAuthor: string;
  aboutAuthors: string;
  colophon: string;
  /** Heading of the reference list. */
  references: string;
  /** Where a work of that list is cited; `{}` stands for several numbers, the stop follows. */
  cited: { onPages: string; inNotes: string; inText: string };
  /** Heading of the box that says how the publication is cited. */
  citeThis: string;
  /** Stands before the name of a series, over its latest issues. */
  latest: string;
  /** Label of the series' editor; the colon follows. */
  editor: string;
  /** After what stands on a page, or in parentheses: `p. {}`. */
  onPage: string;
  page: string;
  pages: string;
  /** Links to the chapters around one, where each is a page of its own. */
  previous: string;
  next: string;
  landmarks: string;
  table: string;
  signs: Signs;
  /** Sentences of the accessibility summary. */
  summary: { text: string; described: string; undescribed: string; notes: string; pages: string };
}
