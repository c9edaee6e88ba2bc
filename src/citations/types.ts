import type { ElementContent } from 'hast';
import type { Position } from 'unist';
import type { Place } from '../diagnostics/diagnostic.js';

/** An item of CSL-JSON (citation-style-language/schema, csl-data.json), its `id` being the key. */
export interface CslItem {
  id: string;
  type: string;
  [variable: string]: unknown;
}

/** One work of the bibliography, and where it was written. */
export interface BibliographyItem {
  /** In NFC. */
  key: string;
  place: Place;
  csl: CslItem;
}

/** Works by key, in the order of the files; then by other keys that they may be cited by. */
export interface Bibliography extends ReadonlyMap<string, BibliographyItem> {
  /** Keys of the works that are cited together by the key of a set. */
  readonly sets?: ReadonlyMap<string, readonly string[]>;
}

/** How a style cites, in CSL's terms (`citation-format`). */
export type CitationFormat = 'note' | 'author-date' | 'numeric' | 'label' | 'author';

/** A citation style found, read and checked. */
export interface CitationStyle {
  /** The name it was found by, without folder and `.csl`. */
  name: string;
  title: string;
  /** An independent style's XML: for a dependent style, its parent's. */
  xml: string;
  class: 'note' | 'in-text';
  format: CitationFormat;
  hasBibliography: boolean;
  /** How its citations shorten and join names, for names in the author's own sentences. */
  names: { min: number; useFirst: number; serialComma: boolean };
  /** A dependent style's own locale, which wins over the publication's language. */
  ownLocale?: string;
  /** The path it was read from, or the package that ships it. */
  source: string;
}

/** Locale files by language tag (`en-GB`), as XML. */
export interface CitationLocale {
  /** The language whose terms are used. */
  lang: string;
  xmlOf(lang: string): string;
}

/** Where a citation stands towards earlier ones, in CSL's terms. */
export type CitationPosition = 'first' | 'subsequent' | 'ibid' | 'ibid-with-locator' | 'near-note';

/** One citation of the manuscript as the style prints it, in order. */
export interface PlacedCitation {
  /** Number of the note it stands in; 0 in the text. */
  note: number;
  /** Of its first work. */
  position: CitationPosition;
  keys: string[];
  text: string;
  html: string;
  source?: Position;
}

/** An entry of the reference list. */
export interface BibliographyEntry {
  key: string;
  /** `ref-1`, in order of the list. */
  id: string;
  content: ElementContent[];
  text: string;
  html: string;
}
