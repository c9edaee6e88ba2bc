/** Punctuation of what is added to a publication, with the space that belongs to it. */
export interface Signs {
  /** Between things of one kind in a row, as in `3, 7`. */
  list: string;
  /** Between parts of a sentence. */
  comma: string;
  colon: string;
  stop: string;
  /** Parentheses; after a word. */
  open: string;
  close: string;
}
