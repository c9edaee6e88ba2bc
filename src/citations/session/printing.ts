import type { CiteItem, Engine, EngineCitation } from 'citeproc';
import { workMark } from './engine.js';
import { Kept } from './kept.js';
import type { NameQuestions, Recorded } from './name-questions.js';
import { numberOf, resolveNumbers } from './number-marks.js';

/** What the engine says where a style prints nothing. */
export const nothingPrinted = /\[(?:NO_PRINTED_FORM|CSL STYLE ERROR:[^\]]*)\]/g;

/**
 * Prints citations that are settled. What is printed of a citation hangs on its works as the
 * registry has them, its cites and their positions alone, so what was printed before of the same
 * is printed again without the engine.
 */
export class Printer {
  private readonly printed = new Kept<Recorded<string>>();

  /** @param numbered Whether the style prints the numbers of works in the list. */
  constructor(
    private readonly engine: Engine,
    private readonly names: NameQuestions,
    private readonly numbered: boolean,
  ) {}

  /** Starts a document: only what the last one printed is kept at hand. */
  start(): void {
    this.printed.turn();
  }

  /** The engine's HTML; empty where nothing is printed. */
  print(citation: EngineCitation): string {
    const key = this.keyOf(citation);
    const known = this.printed.get(key);
    if (known && this.names.hold(known.questions)) return known.result;
    const printed = this.names.record(() => this.printAnew(citation));
    this.printed.set(key, printed);
    return printed.result;
  }

  private keyOf({ sortedItems = [], properties }: EngineCitation): string {
    const works = sortedItems.map(([, cite]) => {
      const work = this.engine.registry.registry[cite.id];
      const number = this.numbered && work ? numberOf(work, this.engine) : 0;
      return [plain(cite), work?.disambig, work?.['citation-count'], number];
    });
    return JSON.stringify([works, properties.unsorted]);
  }

  private printAnew(citation: EngineCitation): string {
    const items = citation.sortedItems ?? [];
    const html = this.process(citation);
    const suppressed = items.filter(([, cite]) => cite['suppress-author']);
    if (html !== '' || suppressed.length === 0 || this.engine.opt.xclass !== 'note') return html;
    // A short note may hold an author alone: better that than a note without text.
    for (const [, cite] of suppressed) delete cite['suppress-author'];
    return this.process(citation);
  }

  private process(citation: EngineCitation): string {
    const items = citation.sortedItems ?? [];
    const html = this.engine.process_CitationCluster(items, citation);
    return resolveNumbers(html, this.engine, workMark).replace(nothingPrinted, '').trim();
  }
}

/** A cite without what the engine hangs on it for its own use. */
function plain(cite: CiteItem): object {
  const { item, sortkeys, index, noteIndex, ...said } = cite;
  return said;
}
