import type { Element, ElementContent, Root } from 'hast';
import type { Position } from 'unist';
import type { Place } from '../diagnostics/diagnostic.js';
import type { NoteOwner, NotePosition } from '../markdown/nodes.js';
import type { ImageFile, Metadata } from '../publication/publication.js';
import type { Direction } from './direction.js';

export type { NoteOwner, NotePosition };

export interface Note {
  /** As printed: from 1, in order of first call; each chapter may begin again. 0 where it has a mark. */
  number: number;
  /** What it is called by in the place of a number: `*`, `†`, … */
  mark?: string;
  /**
   * `note-1`, by its place among all notes; the calls are `call-1`, and `call-1-2` for a second
   * call of the same note.
   */
  id: string;
  callIds: string[];
  /** Flow content: at least one block. No number and no backlink: each edition adds its own. */
  content: ElementContent[];
  /** Only for notes made by the citation style. */
  citation?: { position: NotePosition; keys: string[] };
  position?: Position;
}

/** What a note is called by. */
export function noteLabel({ number, mark }: Pick<Note, 'number' | 'mark'>): string {
  return mark ?? String(number);
}

/** The call of a note that stands in no text: that of the title or of an author. */
export interface OpeningCall {
  of: NoteOwner;
  /** As calls in the body are. */
  call: Element;
}

export interface ContentsEntry {
  id: string;
  /** 2 for a section of the text: the title has level 1. */
  level: number;
  /** Phrasing content without note calls, links and images. */
  content: ElementContent[];
  text: string;
  /** Its language and direction, where these are others than the publication's. */
  lang?: string;
  dir?: Direction;
  children: ContentsEntry[];
}

export interface Reference {
  key: string;
  /** `ref-1`, in order of the bibliography. */
  id: string;
  /** Number of its leaf block: every edition sets a reference as one block. */
  block: number;
  content: ElementContent[];
  text: string;
  /** Where its work stands in a bibliography. */
  place?: Place;
}

/**
 * The publication as every edition sees it: what it says, in hast, with positions in the manuscript.
 *
 * Conventions of `body` (and of notes' contents):
 * - headings are `h2`…`h6` with an `id`; `h1` is the title alone and is made by the edition;
 * - a note call is `<a class="note-call" id="call-3" href="#note-3" data-note="3">3</a>`, where all
 *   but its text is the note's place among all notes, from 1; that of a note with a mark is of the
 *   class `marked` as well;
 * - an in-text citation is `<span class="citation" data-keys="…">`; its links lead to `#ref-…`;
 * - a reference list that stands in the text is a `section` of the class `references`, each entry a
 *   `<p class="reference" id="ref-…" data-key="…">`;
 * - every leaf block (`p`, headings, `pre`, `table`, `figure`, `hr`, `li` with bare text) carries
 *   `data-block`, a number unique over body, colophon and references, in order;
 * - ids are plain CSS identifiers, each once over body, notes and colophon;
 * - a link leads to an id of the Document (`#…`) or to a whole address that every edition may carry;
 * - an image is `<img src="SOURCE" alt="…">` where SOURCE is a key of {@link OctavoDocument.images};
 * - language changes are `lang` attributes; text holds no soft hyphen and no zero-width space.
 */
export interface OctavoDocument {
  metadata: Metadata;
  body: Root;
  notes: Note[];
  /** In the order of their notes, which are the first. */
  openingCalls?: OpeningCall[];
  /** Nested by level. */
  contents: ContentsEntry[];
  /** The list after the text, in the style's order; empty where the style or the text has it elsewhere. */
  references: Reference[];
  /** Heading of the reference list, in the publication's language, where there are references. */
  referencesTitle?: string;
  /** Id of the reference list, for links and bookmarks, where there are references. */
  referencesId?: string;
  colophon?: Root;
  images: ReadonlyMap<string, ImageFile>;
  toc: boolean;
}
