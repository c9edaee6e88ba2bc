/**
 * What each flaw of a page costs. Only the relations matter: 100 is a flaw that an attentive
 * reader sees. `FlowItem.breakBefore` is in the same unit; {@link columnEndPenalties} says what
 * those who make items should ask for.
 */
export interface PaginationWeights {
  /**
   * A column that ends short, for each line short, squared: one line is hardly seen beside a
   * neighbour that ends a line lower, three are.
   */
  shortColumn: number;
  /** A note cut at the column's foot: the reader has to turn away twice. */
  splitNote: number;
  /** A carried note cut once more. */
  splitNoteAgain: number;
  /** Each line of a note carried to the next column. */
  carriedLine: number;
  /** A cut that leaves fewer than two lines of a note on either side: only where nothing else helps. */
  strayNoteLine: number;
  /** A float that leaves its place in the text, for the head or foot of the column or of a later one. */
  movedFloat: number;
  /** A float that stands in a later column than the text around it, for each column. */
  floatInNextColumn: number;
  /** The same, in addition, for each page. */
  floatOnNextPage: number;
  /** A float that the head of the next column has not, for each column more. */
  lateFloat: number;
  /** Floats between two parts of a box that a column's end cuts. */
  floatInBox: number;
  /** A float that comes after what ends the text. */
  floatAfterEnd: number;
  /** A box taller than its column. */
  overflow: number;
  /** A break that the text forbids (`breakBefore: Infinity`). */
  forbiddenBreak: number;
  /** A note that starts in a later column than its call's. */
  lateNote: number;
}

/**
 * The last four stand so far apart from the rest that no number of lesser flaws is preferred to
 * one of them. Between them the reader's loss decides: a box out of its column hides text, a
 * broken rule is ugly, a late note is searched for in vain. A late float weighs less, and yet more
 * than any column that is badly filled.
 */
export const defaultWeights: PaginationWeights = {
  shortColumn: 16,
  splitNote: 150,
  splitNoteAgain: 80,
  carriedLine: 4,
  strayNoteLine: 1e5,
  movedFloat: 6,
  floatInNextColumn: 20,
  floatOnNextPage: 30,
  lateFloat: 1e4,
  floatInBox: 300,
  floatAfterEnd: 300,
  overflow: 1e7,
  forbiddenBreak: 1e8,
  lateNote: 1e9,
};

/** Values for `FlowItem.breakBefore`, in the unit of {@link PaginationWeights}. */
export const columnEndPenalties = {
  /** Before the second line of a paragraph, before its last, after a heading: not at all. */
  forbidden: Number.POSITIVE_INFINITY,
  /** The line before ends in a hyphen: as bad as a column short by two lines. */
  hyphenated: 60,
  /** Inside a paragraph at two or more lines from its ends. */
  insideParagraph: 0,
  /** Inside a list, a quotation or a table that would fit in one column. */
  insideGroup: 15,
} as const;
