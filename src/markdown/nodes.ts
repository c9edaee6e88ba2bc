import type { BlockContent, DefinitionContent, PhrasingContent } from 'mdast';
import type { Node } from 'unist';

/** One work in a citation: `see @key, pp. 33-35` inside brackets, or the key of a narrative citation. */
export interface CitationItem {
  /** Without `@` and braces, in NFC. */
  key: string;
  /** `-@key`: the author is named in the text already. */
  suppressAuthor: boolean;
  /** Inline content before the key (`see `), as parsed. */
  prefix: PhrasingContent[];
  /** Inline content after the key (`, pp. 33-35`), locator still inside. */
  suffix: PhrasingContent[];
  position?: Node['position'];
}

/** pandoc's citation: a group in brackets, or a narrative `@key [p. 3]` in the sentence. */
export interface Citation extends Node {
  type: 'citation';
  narrative: boolean;
  items: CitationItem[];
}

/**
 * A note at the place of its call. Inline notes, `[^label]` references with their definitions,
 * and citations under a note style all end as this one node, so that later stages know one kind.
 */
export interface Note extends Node {
  type: 'note';
  /** `author`: written as a note in the manuscript; `citation`: made by the citation style. */
  origin: 'author' | 'citation';
  /** Set where one definition is called more than once: later calls repeat the first's label. */
  label?: string;
  children: (BlockContent | DefinitionContent)[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    citation: Citation;
    note: Note;
  }
  interface RootContentMap {
    citation: Citation;
    note: Note;
  }
}
