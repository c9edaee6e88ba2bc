import type { Direction } from '../document/direction.js';
import type { TagMark } from './pages.js';

/** What the browser tells of set type. All lengths are px. */

/** A leaf block of a galley: a paragraph's lines, a table's rows, or a box that cannot be cut. */
export interface MeasuredBlock {
  kind: 'lines' | 'rows' | 'box';
  /** Space above the first item, margins collapsed. */
  gap: number;
  /** One for each line or row; borders and padding that cling to them included. */
  heights: number[];
  /** Items that may not be parted from the one before (rows joined by a cell). */
  tied: number[];
  /** Lines that end with a hyphen which is not the text's own. */
  hyphenated: number[];
  /** Calls: index of the item, and of the note (from 0), in order. */
  notes: [item: number, note: number][];
  /** Rows of a head that the table repeats in a new column: how many, and their height. */
  head?: { rows: number; height: number };
  /** Rows of a foot that it repeats where a column ends. */
  foot?: { rows: number; height: number };
  /** CSS `break-before`, `break-after`, `break-inside`, of the block or what it begins or ends. */
  breakBefore: 'auto' | 'avoid' | 'column' | 'page';
  breakAfter: 'auto' | 'avoid' | 'column' | 'page';
  /** The side of the leaf that the page asked for is to stand on, where one is. */
  sideBefore?: 'recto' | 'verso';
  sideAfter?: 'recto' | 'verso';
  keepTogether: boolean;
  /** Least number of lines before and after a break inside. */
  orphans: number;
  widows: number;
  /** `data-block` of the Document's leaf block, where it comes from one. */
  block?: number;
  /** It is no text whose lines stand on the baseline grid: a table, a figure, code. */
  isOther?: boolean;
  /** It follows what stands apart (a list, a quote), or is a heading: it returns to the grid. */
  returns?: boolean;
  /** px of its first item above that item's line, and of its last below: edges of boxes around it. */
  rise?: number;
  fall?: number;
  /** A box that stands around it has begun before it. */
  isInBox?: boolean;
  /** It belongs to what stands after the last paragraph: a date, a signature. */
  endsText?: boolean;
  /** px above it at the head of a column: what brings the text of a box to the grid there. */
  headSpace?: number;
  /** It begins a figure or table that may leave its place: of so many blocks, and so high itself. */
  float?: { blocks: number; height: number };
  /** Space above where the floats right before it have left their places. */
  gapWithoutFloats?: number;
}

/** The space above a block, px. */
export interface Gap {
  block: number;
  gap: number;
}

/** A column of set type before it is made up into pages. */
export interface MeasuredGalley {
  blocks: MeasuredBlock[];
  /** Of a note: its place among those of the Document, from 0. */
  note?: number;
  /** A note that is called by a mark. */
  isMarked?: boolean;
}

/** A figure or table as wide as all columns, out of its place in the text. */
export interface MeasuredFloat {
  /** Of itself, without margins. */
  height: number;
  /** Index of the text's block that it stood after; −1 at the very beginning. */
  after: number;
  /** Notes that it calls, in the order of calls: that block's last item calls them for it. */
  notes: number[];
}

/** What setting could not do well. */
export interface SettingFault {
  kind:
    | 'long-word'
    | 'wide-table'
    | 'tall-row'
    | 'tall-float'
    | 'broken-image'
    | 'wide-formula'
    | 'lost-break';
  /** `data-block` of the block, or number of the note. */
  block?: number;
  note?: number;
  /** The word, the image's description, or the formula's TeX. */
  text: string;
  /** Of a formula: how many times as wide as its column it is, the size that it has now, and its lines. */
  width?: number;
  share?: number;
  lines?: number;
  /** Of a word: its lines are much shorter than their column. */
  inNarrow?: boolean;
}

export interface Measured {
  text: MeasuredGalley;
  /** One for each note, in the order of their calls, which the text's `notes` count in. */
  notes: MeasuredGalley[];
  closing: MeasuredGalley;
  floats: MeasuredFloat[];
  /** Heights with margins; 0 where there is none. */
  openingHeight: number;
  openingFootHeight: number;
  /** The first page cannot hold opening and foot: parts of them stand in the text. */
  openingFlows: boolean;
  /** The rule over notes, with its margins; and over notes that continue. */
  ruleHeight: number;
  continuedRuleHeight: number;
  /** px from baseline to baseline of the text; 0 where there is no grid. */
  leading: number;
  faults: SettingFault[];
}

/** What one compositor is given to set: a take of the text, and what stands before and after all of it. */
export interface SetCopy {
  title: string;
  lang: string;
  /** px: a column, the type area, the height of both; a column of notes, and the rule over them. */
  widths: { column: number; text: number; height: number; note: number; noteRule: number };
  /** HTML; empty where there is nothing. */
  text: string;
  notes: string;
  opening: string;
  openingFoot: string;
  closing: string;
  take: TakePlace;
  /** Families of fonts that nothing waits for. */
  idleFamilies: string[];
}

/** Which of the takes one is. */
export interface TakePlace {
  /** Names it among those that a page of the browser, or a file, brings together. */
  number: number;
  isFirst: boolean;
  isLast: boolean;
  /** Notes of the takes before. */
  firstNote: number;
}

/** Items `from` (included) to `to` (excluded) of a galley. */
export interface GalleyPart {
  from: number;
  to: number;
}

/** A figure or table that leaves its place for a column's head or foot. */
export interface PlacedInColumn {
  /** Item that it begins with. */
  item: number;
  /** px of the column, space to the text included. */
  room: number;
  /** px from the column's foot, where it stands there. */
  bottom: number;
}

export interface ColumnPlan extends GalleyPart {
  page: number;
  column: number;
  notes: (GalleyPart & { note: number })[];
  /** px from the top of the type area, and what the column has room for. */
  top: number;
  height: number;
  /** px that its text is planned to take. */
  textHeight: number;
  /** px that floats take at its head and foot, in all takes together. */
  headRoom: number;
  footRoom: number;
  head: PlacedInColumn[];
  foot: PlacedInColumn[];
}

/** A part of a note in an area of notes. */
export interface NotePiece extends GalleyPart {
  note: number;
  /** The area's column that it stands in, and its place there. */
  column: number;
  place: number;
}

/** The notes of a page, where they stand together at its foot. */
export interface NoteAreaPlan {
  page: number;
  /** px from the top of the type area to the rule, and from there to the foot of the notes. */
  top: number;
  height: number;
  /** Whether a note goes on from the page before. */
  continued: boolean;
  columns: number;
  pieces: NotePiece[];
}

export interface FloatPlan {
  page: number;
  edge: 'head' | 'foot';
  /** px from the top of the type area. */
  top: number;
}

/** What one take leaves for the next on pages that both have a part in. */
export interface HandedOver {
  columns: HandedColumn[];
  areas: HandedArea[];
  floats: { plan: FloatPlan; html: string }[];
}

/** A take cut into pages. */
export interface MadeTake {
  /** For each page with text of the body: the block that opens it, and the offset. */
  starts: { page: number; block?: number; offset?: number }[];
  /** The page of every id on pages that the take ends. */
  pageOf: Record<string, number>;
  handedOver: HandedOver;
}

export interface HandedArea {
  page: number;
  pieces: { column: number; place: number; html: string }[];
}

export interface HandedColumn {
  page: number;
  column: number;
  /** HTML of the set text, and of the floats at its head and foot. */
  text: string;
  head: string;
  foot: string;
  /** HTML of its notes, and whether the first of them is the rest of one. */
  notes?: { html: string; continued: boolean };
}

/** Everything the browser needs to make up the pages of a take. */
export interface MakeUp {
  page: {
    width: number;
    height: number;
    bleed: number;
    marginTop: number;
    marginInside: number;
    marginOutside: number;
    columnWidth: number;
    columnGap: number;
    textWidth: number;
    textHeight: number;
    noteColumnWidth: number;
  };
  /** The first page that has a part of the take. */
  firstPage: number;
  /** What each page from there on carries outside its type area. */
  furniture: string[];
  /** Pages from this one on are the next take's to end. */
  nextFirstPage: number;
  /** What the take before has left. */
  received: HandedOver;
  /** Items and notes are counted within the take. */
  columns: ColumnPlan[];
  areas: NoteAreaPlan[];
  /**
   * Spaces above blocks of the text, and below the last, which are other than measured; blocks are
   * counted within the take.
   */
  gaps: Gap[];
  closing: ColumnPlan[];
  /** One for each of {@link Measured.floats}. */
  floats: FloatPlan[];
  lang: string;
  /** Columns follow one another this way. */
  direction: Direction;
}

/** What the pages of a take came out as, where that is not as planned. */
export interface Inspected {
  /**
   * Columns whose type came out other than planned, and by how much (px); their first blocks.
   * Without a column, the notes at the foot of their page.
   */
  drifts: { page: number; column?: number; block?: number; by: number }[];
  /** Columns that type stands over, by how much (px), and the first block that does. */
  overflows: { page: number; column: number; block?: number; by: number }[];
}

export interface MadeUp extends Inspected {
  /** Where each id stands, from the top left of the bleed box. */
  targets: Record<string, { page: number; x: number; y: number }>;
  marks: TagMark[];
}
