/**
 * What pagination knows of a publication: boxes with heights, and columns to put them in.
 * All lengths are px. Nothing here knows a browser.
 */

/**
 * A line, or a box that cannot be cut, in the order of the text.
 *
 * A float (a figure or table) may stand at its place in the text or leave it for the head or foot
 * of a column, where it takes `float.height` of it, space to the text included.
 */
export interface FlowItem {
  height: number;
  /** Space above, margins already collapsed; dropped at the top of a column. */
  gap: number;
  /** Cost of ending a column before this item; `Infinity` forbids it. */
  breakBefore: number;
  /** Indices into {@link Flow.notes} of the notes called in this item, in order. */
  notes: readonly number[];
  /** What stands above this item where a column starts with it: a table's head, the space over a box. */
  repeat?: number;
  /** A column that ends before this item repeats these below (a table's foot): height. */
  repeatBelow?: number;
  /** The text asks for a new column or page before this item. */
  forced?: 'column' | 'page';
  /** A float begins here: this item and those after it that belong to it. No break parts them. */
  float?: { items: number; height: number };
  /** It goes on with a box that has begun before it: a float between two parts would confuse them. */
  inBox?: boolean;
  /** It belongs to what ends the text (a date, a signature), which no float should come after. */
  endsText?: boolean;
  /** It comes to the grid of its column: the space above grows, or shrinks to no less than this. */
  leastGap?: number;
  /** px from its top to what is to stand on the grid: the edge of a box around its first line. */
  rise?: number;
  /** What holds before this item where the floats right before it have left their places. */
  withoutFloats?: { gap: number; breakBefore: number; leastGap?: number };
}

export interface NoteFlow {
  /** Where notes of several columns stand together: it stands before those that are not marked. */
  marked?: boolean;
  /** The lines of the note. `gap` of the first is the space between notes; `notes` are empty. */
  items: readonly FlowItem[];
}

export interface Flow {
  items: readonly FlowItem[];
  notes: readonly NoteFlow[];
}

/** Heights of the columns of a page, left to right (in the order they are read). */
export type PageShape = readonly number[];

export interface PageModel {
  /** Page from 0. */
  shapeOf(page: number): PageShape;
  /** The page from which on they are alike, or in turns of two; left out, the first that differ tell. */
  alikeFrom?: number;
  /** What the rule over the notes and the space around it take, once in a column that has notes. */
  noteSeparator: number;
  /** The same over a note that continues from the column before. */
  continuedSeparator: number;
  /**
   * The notes of all columns of a page stand together at its foot, over the width of all columns,
   * in so many columns of their own. Left out, each stands at the foot of the column of its call.
   */
  noteColumns?: number;
  /** Whether the columns of pages on which a text ends, the last and those before a page that it asks for, are to end level. */
  levelEnds: boolean;
  /**
   * Baseline to baseline of the text: what an uneven foot is counted in. Left out, the height of
   * most items is taken.
   */
  leading?: number;
  /** px from baseline to baseline of the grid that items come to. Left out, none does. */
  grid?: number;
}

/** Lines `from` (included) to `to` (excluded) of a note. */
export interface NotePart {
  note: number;
  from: number;
  to: number;
}

export interface Column {
  page: number;
  column: number;
  /** Items `from` (included) to `to` (excluded) of the flow. */
  from: number;
  to: number;
  notes: NotePart[];
  /** Floats that left their places for this column's head and foot: their first items, in order. */
  head: number[];
  foot: number[];
  /**
   * Height used of the column's: all of it, but where a page is levelled, and above a
   * {@link NoteArea}. Its notes end here.
   */
  height: number;
  /** px left between text and what stands at the foot, of {@link height}; negative where something did not fit and nothing could be done. */
  slack: number;
}

/** The notes of a page, where they stand together at its foot. Its columns end above them. */
export interface NoteArea {
  page: number;
  /** px of the page that it takes, the separator included. */
  height: number;
  /** What stands in each of its columns, from top to bottom. */
  columns: NotePart[][];
}

/** What a plan could not avoid, for the report. */
export interface PaginationFault {
  kind: 'overflow' | 'note-late' | 'forbidden-break';
  page: number;
  column: number;
  item?: number;
  note?: number;
}

export interface PagePlan {
  columns: Column[];
  /** In the order of their pages; none where notes stand in the columns of their calls. */
  areas: NoteArea[];
  pageCount: number;
  faults: PaginationFault[];
  cost: number;
}
