import { isDeepStrictEqual } from 'node:util';
import { type CitationSession, openCitations, type Placing } from '../citations/index.js';
import type { Publication } from '../publication/publication.js';
import type { CitingBy } from './own-reference.js';

/** A citation session that is opened once for as long as style, terms and works are the same. */
export class KeptSession {
  #open: { session: CitationSession; of: unknown } | undefined;

  /** The session of a publication, which `citing` describes. */
  of(
    { citations }: Publication,
    { style, locale, bibliography, linkCitations }: Omit<Placing, 'report'>,
  ): CitationSession {
    const of = [...sourcesOf({ style, locale }), citations.bibliography, linkCitations];
    if (!this.#open || !isDeepStrictEqual(of, this.#open.of)) {
      const session = openCitations({ style, locale, items: bibliography, linkCitations });
      this.#open = { session, of };
    }
    return this.#open.session;
  }

  /** Forgets a session that may have been left in the middle of its work. */
  close(): void {
    this.#open = undefined;
  }
}

/** All that a style and its terms say. */
export function sourcesOf({ style, locale }: CitingBy): readonly unknown[] {
  return [style, locale.lang, locale.xmlOf(locale.lang), locale.xmlOf('en-US')];
}
