import type { HeadingEntry } from './outline.js';

/** Where the text of a page begins, to the character: what an ebook's page list needs. */
export interface PageStart {
  /** From 0. */
  page: number;
  /** Folio as printed. */
  label: string;
  /** `data-block` of the leaf block whose text opens the page; undefined where the page holds none of the body. */
  block?: number;
  /** UTF-16 offset into the text content of that block in the Document (note calls' numbers included). */
  offset?: number;
}

/** A spot on a page. Page from 0; x and y in px from the top left of the *bleed* box. */
export interface Spot {
  page: number;
  x: number;
  y: number;
}

/**
 * What the print engine cannot say in its own tags, keyed by the mark that each element carries
 * through the engine in its language (`en-GB-x-p4` → `p4`).
 *
 * The engine drops `div`, `span`, `i`, `cite` and `p` with block children from its tags, marks and
 * all, unless they have an `id`: every marked element needs one. Elements with the same key are
 * pieces of one (a paragraph or note that runs on in the next column) and become one again.
 * Note calls (links to `#note-…`) and the numbers of notes (links to `#call-…`) need no role.
 */
export interface TagMark {
  key: string;
  /** PDF structure role the element is to have. `Artifact`: to be taken out of the structure. */
  role?: string;
  /** Real language of the element, restored from the mark. */
  lang?: string;
  /** PDF structure element identifier (`note-3`), unique. */
  id?: string;
  /** Alternative text. */
  alt?: string;
  /** Rest of the attributes a role wants: `scope`, `headers`, … */
  attributes?: Record<string, string>;
}

export type OutlineEntry = HeadingEntry<Spot>;

/** Pages laid out and printed once, at the size of the bleed box: press and screen PDF both come from these. */
export interface PrintedPages {
  /**
   * PDF files as the browser printed them, each with the pages after those of the one before.
   * Internal links lead to `https://octavo.invalid/#ID`.
   */
  parts: Uint8Array[];
  /** px: trimmed size, and the bleed around it on all four sides. */
  trim: { width: number; height: number };
  bleed: number;
  pageCount: number;
  starts: PageStart[];
  marks: TagMark[];
  outline: OutlineEntry[];
  /** Where each internal link's target stands, by element id. */
  targets: Record<string, Spot>;
}

/** The host of internal links inside the browser: it resolves nowhere (RFC 2606). */
export const internalLinkOrigin = 'https://octavo.invalid/';
