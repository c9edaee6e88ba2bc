import type {
  BlockContent,
  DefinitionContent,
  Paragraph,
  PhrasingContent,
  RootContent,
} from 'mdast';
import type { Node, Point } from 'unist';

/** One work in a citation: `see @key, pp. 33-35` inside brackets, or the key of a narrative citation. */
export interface CitationItem {
  /** Without `@` and braces, in NFC. */
  key: string;
  /** `-@key`: the author is named in the text already. */
  suppressAuthor: boolean;
  /** Inline content before the key (`see`), as parsed. */
  prefix: PhrasingContent[];
  /** Inline content after the key (`, pp. 33-35`), locator still inside. */
  suffix: PhrasingContent[];
  position?: Node['position'];
}

/** pandoc's citation: a group in brackets, or a narrative `@key [p. 3]` in the sentence. */
export interface Citation extends Node {
  type: 'citation';
  /** The first item belongs to the sentence; items after it stand in its brackets. */
  narrative: boolean;
  items: CitationItem[];
}

/** Where a citation stands towards earlier ones, in CSL's terms. */
export type NotePosition = 'first' | 'subsequent' | 'ibid' | 'ibid-with-locator' | 'near-note';

/** What a later stage says of a note. */
export interface NoteData {
  /** As printed: from 1, in order of first call; set when citations are placed. 0 where a mark stands in its place. */
  number?: number;
  /** What a {@link Note.marked} note is called by: `*`, `†`, … */
  mark?: string;
  /** Place among all notes, from 1: another than its number where chapters number their own. */
  ordinal?: number;
  /** Where a note that the citation style made stands towards earlier ones. */
  position?: NotePosition;
  keys?: string[];
}

/** What of a publication's opening calls a note: its title, or an author, from 0. */
export type NoteOwner = 'title' | number;

/**
 * A note at the place of its call. Inline notes, `[^label]` references with their definitions,
 * and citations under a note style all end as this one node, so that later stages know one kind.
 */
export interface Note extends Node {
  type: 'note';
  /** `author`: written as a note in the manuscript; `citation`: made by the citation style. */
  origin: 'author' | 'citation';
  /** Set where one definition is called more than once: later calls repeat the first's label and have no children. */
  label?: string;
  /** Of the series beside the numbered one: called by `*`, `†`, … */
  marked?: boolean;
  /** Of an opening note: what calls it. */
  of?: NoteOwner;
  children: (BlockContent | DefinitionContent)[];
  data?: NoteData;
}

/**
 * An element that Markdown has no node for, and its content as nodes: sanitised raw HTML, small
 * capitals of a citation style. mdast-util-to-hast reads `data`, so it needs no handler.
 */
export interface HtmlElement extends Node {
  type: 'htmlElement';
  children: RootContent[];
  data: { hName: string; hProperties: Record<string, unknown> };
}

/** An image with a caption: `data` makes it a `figure` element. */
export interface Figure extends Node {
  type: 'figure';
  children: RootContent[];
  data: { hName: 'figure'; hProperties?: Record<string, unknown> };
}

/** Last child of a figure: `data` makes it a `figcaption` element. */
export interface FigureCaption extends Node {
  type: 'figureCaption';
  children: PhrasingContent[];
  data: { hName: 'figcaption' };
}

/** Notes of the front matter, each alone in a paragraph: they are called before all text. */
export interface OpeningNotes extends Node {
  type: 'openingNotes';
  children: Paragraph[];
}

/** Terms, each with what it means after it: `data` makes it a `dl` element. */
export interface DefinitionList extends Node {
  type: 'definitionList';
  children: (DefinitionTerm | DefinitionDescription)[];
  data: { hName: 'dl' };
}

/** A term: `data` makes it a `dt` element. */
export interface DefinitionTerm extends Node {
  type: 'definitionTerm';
  children: PhrasingContent[];
  data?: { hName: 'dt' };
}

/** What a term means; `markdownHandlers` make it a `dd` element. */
export interface DefinitionDescription extends Node {
  type: 'definitionDescription';
  /** A blank line stands before it: its paragraphs are paragraphs. */
  spread?: boolean;
  children: (BlockContent | DefinitionContent)[];
}

/** First child of a table that has a caption; `markdownHandlers.table` makes it a `caption` element. */
export interface TableCaption extends Node {
  type: 'tableCaption';
  children: PhrasingContent[];
}

/** A formula in TeX. */
export interface Formula extends Node {
  type: 'formula';
  /** Written between two dollars on each side. */
  display: boolean;
  /** TeX, without the dollars. */
  value: string;
  /** Where each line of {@link value} begins in the manuscript. */
  lines: Point[];
}

/** A formula on lines of its own: `data` makes it an element around it. */
export interface FormulaBlock extends Node {
  type: 'formulaBlock';
  children: [Formula];
  data: { hName: 'div'; hProperties: { className: string[] } };
}

declare module 'mdast' {
  interface ImageData {
    /** The image's text as nodes, where it is more than plain text. */
    label?: PhrasingContent[];
  }
  interface PhrasingContentMap {
    citation: Citation;
    note: Note;
    htmlElement: HtmlElement;
    formula: Formula;
  }
  interface BlockContentMap {
    definitionList: DefinitionList;
    formulaBlock: FormulaBlock;
    figure: Figure;
    htmlElement: HtmlElement;
  }
  interface RootContentMap {
    citation: Citation;
    note: Note;
    openingNotes: OpeningNotes;
    htmlElement: HtmlElement;
    definitionList: DefinitionList;
    definitionTerm: DefinitionTerm;
    definitionDescription: DefinitionDescription;
    figure: Figure;
    figureCaption: FigureCaption;
    tableCaption: TableCaption;
    formula: Formula;
    formulaBlock: FormulaBlock;
  }
}
