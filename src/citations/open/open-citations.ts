import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString as plainText } from 'hast-util-to-string';
import { Failure } from '../../diagnostics/failure.js';
import { narrativeName } from '../rendered/narrative.js';
import { toContent } from '../rendered/to-hast.js';
import { linkWorks } from '../rendered/work-links.js';
import type { Cluster, ClusterItem } from '../session/cluster.js';
import { Kept } from '../session/kept.js';
import { Session } from '../session/session.js';
import { readStyle } from '../style/read.js';
import type {
  Bibliography,
  BibliographyEntry,
  CitationLocale,
  CitationPosition,
  CitationStyle,
  CslItem,
} from '../types.js';

export interface CitationsOptions {
  /** A style that was found and checked, or the XML of an independent one. */
  style: CitationStyle | string;
  locale: CitationLocale;
  /** Works in CSL-JSON, or a bibliography that was read; of two with one id, the first counts. */
  items: Bibliography | readonly CslItem[];
  /** In-text citations lead to the entries of the list, by their ids. Default: they do not. */
  linkCitations?: boolean;
  /** Takes lines of a work's `note` (`original-date: 1923`) for variables. Default: they are text. */
  variablesInNotes?: boolean;
}

/** Works cited together. */
export interface CitationCluster {
  items: readonly ClusterItem[];
  /** Number of the note it stands in, from 1; 0 or none: the text. */
  note?: number;
  /** The note is the author's, and the citation a part of it; else the note is the citation's own. */
  inAuthoredNote?: boolean;
  /** The first work is named in the sentence: `Roth [1] argues`. */
  narrative?: boolean;
  /**
   * A chapter begins: from here on no ibid and no short form refers to what was cited before. The
   * list of works stays one.
   */
  startsAnew?: boolean;
  /** Stands in a note apart from the others, this one: only what it cites itself counts as cited before. */
  apart?: number;
}

/** A cluster as the style prints it. */
export interface RenderedCitation {
  /** As the cluster has it. */
  note: number;
  /** Of the first work. */
  position: CitationPosition;
  /** What a narrative citation puts into the sentence before the rest; else empty. */
  name: string;
  /** The note, or what stands in the text (after the name); empty where nothing is printed. */
  content: ElementContent[];
  text: string;
  html: string;
}

export interface RenderedCitations {
  citations: RenderedCitation[];
  /** Empty where the style has none. */
  bibliography: BibliographyEntry[];
}

export interface CitationSession {
  readonly style: CitationStyle;
  /** The style's word for a work cited right before: `ibid.` */
  readonly ibid: string;
  /**
   * Prints a whole document, and lists the works. Asked again with an edited document, it prints
   * what the edit changed; the result is that of a new session.
   * @param clusters In the order of the document; numbers of notes may start again at a chapter.
   * @param uncited Keys to list beside those cited.
   * @param firstEntry Number in the id of the list's first entry; 1 where nothing is said.
   * Throws a `RangeError` where a key is not among the items.
   */
  cite(
    clusters: readonly CitationCluster[],
    uncited?: readonly string[],
    firstEntry?: number,
  ): RenderedCitations;
}

/**
 * Opens a session that cites by one style. Throws a `Failure` (status 1) where `style` is XML of
 * no usable style.
 */
export function openCitations(options: CitationsOptions): CitationSession {
  return new OpenCitations(options);
}

class OpenCitations implements CitationSession {
  readonly style: CitationStyle;
  private readonly session: Session;
  private readonly works: ReadonlyMap<string, CslItem>;
  private readonly markWorks: boolean;
  private readonly converted = new Kept<ElementContent[]>();

  constructor(options: CitationsOptions) {
    const { style, locale, items, linkCitations = false, variablesInNotes } = options;
    this.style = typeof style === 'string' ? readStyle(style, 'style') : style;
    this.works = worksOf(items);
    this.markWorks = linkCitations && this.style.class === 'in-text' && this.style.hasBibliography;
    this.session = this.tried(
      () =>
        new Session({
          style: this.style,
          locale,
          itemOf: (key) => this.works.get(key),
          markWorks: this.markWorks,
          variablesInNotes,
        }),
    );
  }

  cite(
    clusters: readonly CitationCluster[],
    uncited: readonly string[] = [],
    firstEntry = 1,
  ): RenderedCitations {
    this.demand(clusters.flatMap(({ items }) => items.map(({ key }) => key)).concat(uncited));
    this.converted.turn();
    const asked = clusters.map((cluster) => this.engineCluster(cluster));
    const printed = this.tried(() => this.session.print(asked, uncited));
    const bibliography = printed.bibliography.map(({ key, html }, index) => ({
      key,
      id: `ref-${firstEntry + index}`,
      ...this.rendered(this.contentOf(html)),
    }));
    const ids = new Map(bibliography.map(({ key, id }) => [key, id]));
    const citations = clusters.map((cluster, index): RenderedCitation => {
      const { html = '', position = 'first' } = printed.clusters[index] ?? {};
      const raw = this.contentOf(html);
      const content = this.markWorks ? linkWorks(raw, (key) => ids.get(key)) : raw;
      return {
        note: cluster.note ?? 0,
        position,
        name: this.nameOf(cluster),
        ...this.rendered(content),
      };
    });
    return { citations, bibliography };
  }

  get ibid(): string {
    return this.session.terms.ibid;
  }

  /** A style may pass every check and still be one that the engine cannot carry out. */
  private tried<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      throw new Failure(
        'citation/bad-style',
        { file: this.style.source },
        {
          message: `The style cannot be carried out: ${said}`,
          remedy: 'Take another style, or a newer copy of this one',
        },
        1,
        error,
      );
    }
  }

  private demand(keys: readonly string[]): void {
    const missing = keys.find((key) => !this.works.has(key));
    if (missing !== undefined) {
      throw new RangeError(`There is no item with the id “${missing}” in this session`);
    }
  }

  private engineCluster(cluster: CitationCluster): Cluster {
    const { items, note = 0, narrative, startsAnew, apart } = cluster;
    const [given, ...rest] = items;
    if (!given) return { note, items, startsAnew, apart };
    const first = { ...given };
    if (narrative && this.leavesOutName(cluster)) first.suppressAuthor = true;
    if (first.prefix && this.startsNote(cluster)) first.prefix = capitalised(first.prefix);
    // Years without their names follow the names in the sentence.
    const keepsOrder = this.namesAuthors && [first, ...rest].some((one) => one.suppressAuthor);
    return { note, items: [first, ...rest], keepsOrder, startsAnew, apart };
  }

  private startsNote({ note = 0, inAuthoredNote = false }: CitationCluster): boolean {
    return this.style.class === 'note' && note > 0 && !inAuthoredNote;
  }

  /** Whether what is printed of a narrative citation leaves out the name, which the sentence has. */
  private leavesOutName({ inAuthoredNote = false }: CitationCluster): boolean {
    if (this.style.class === 'note') return inAuthoredNote;
    return this.namesAuthors;
  }

  private get namesAuthors(): boolean {
    return this.style.format === 'author-date' || this.style.format === 'author';
  }

  private nameOf({ narrative, items: [first] }: CitationCluster): string {
    const work =
      narrative && first && !first.suppressAuthor ? this.works.get(first.key) : undefined;
    return work ? narrativeName(work, this.style, this.session.terms) : '';
  }

  /** What the engine printed, converted once for as long as documents print it. */
  private contentOf(html: string): ElementContent[] {
    const { addresses, terms } = this.session;
    const content = this.converted.get(html) ?? toContent(html, { addresses, terms });
    this.converted.set(html, content);
    return content;
  }

  private rendered(content: ElementContent[]): Pick<RenderedCitation, 'content' | 'text' | 'html'> {
    const text = plainText({ type: 'root', children: content });
    return { content, text, html: toHtml(content) };
  }
}

function worksOf(items: CitationsOptions['items']): ReadonlyMap<string, CslItem> {
  const works = new Map<string, CslItem>();
  const listed = isBibliography(items) ? [...items.values()].map(({ csl }) => csl) : items;
  for (const item of listed) {
    const key = String(item.id);
    if (!works.has(key)) works.set(key, item);
  }
  return works;
}

function isBibliography(items: CitationsOptions['items']): items is Bibliography {
  return !Array.isArray(items);
}

/** A note starts with a capital: `See Roth, …`. */
function capitalised(text: string): string {
  return text.replace(/^((?:<[a-z]+(?: [^>]*)?>)*)(\p{Ll})/u, (_, tags: string, letter: string) => {
    return tags + letter.toUpperCase();
  });
}
