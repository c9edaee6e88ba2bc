/**
 * The citation session: the folder that alone knows the CSL engine (citeproc-js).
 *
 * All citations of a document are handed over at once. A session may be asked again and again,
 * with a document that was edited: what the engine knows of the works stays.
 */
import type { Engine, EngineCitation } from 'citeproc';
import type { CitationPosition } from '../types.js';
import type { Cluster } from './cluster.js';
import { type EngineOptions, engineCitation, startEngine } from './engine.js';
import { Lister, type PrintedEntry } from './listing.js';
import { NameQuestions } from './name-questions.js';
import { Printer } from './printing.js';
import { type Address, Protection } from './protect.js';
import { register } from './registration.js';
import { RememberedWorks } from './remembered-works.js';
import { positions, settle } from './settle.js';

export interface PrintedCluster {
  /** The engine's HTML, marks of {@link Protection} still in it; empty where nothing is printed. */
  html: string;
  position: CitationPosition;
}

/** Terms of the locale as the style has them. */
export interface PrintedTerms {
  and: string;
  ampersand: string;
  others: string;
  ibid: string;
}

export interface PrintedCitations {
  clusters: PrintedCluster[];
  bibliography: readonly PrintedEntry[];
}

export class Session {
  readonly terms: PrintedTerms;
  private readonly protection = new Protection();
  private readonly engine: Engine;
  private readonly works: RememberedWorks;
  private readonly printer: Printer;
  private readonly lister: Lister;
  private readonly nearNotes: boolean;
  private readonly hasBibliography: boolean;

  constructor(options: EngineOptions) {
    const { style } = options;
    this.engine = startEngine(options, this.protection);
    const names = new NameQuestions(this.engine);
    const numbered = style.xml.includes('citation-number');
    this.works = new RememberedWorks(this.engine, names, numbered);
    this.lister = new Lister(this.engine, names);
    this.printer = new Printer(this.engine, names, numbered);
    this.nearNotes = style.xml.includes('near-note');
    this.hasBibliography = style.hasBibliography;
    this.terms = {
      and: this.engine.getTerm('and') || 'and',
      ampersand: this.engine.getTerm('and', 'symbol') || '&',
      others: this.engine.getTerm('et-al') || 'et al.',
      ibid: this.engine.getTerm('ibid') || 'ibid.',
    };
  }

  /** Addresses of works, by the number in their marks. */
  get addresses(): readonly Address[] {
    return this.protection.addresses;
  }

  /**
   * Prints every citation of a document, and its bibliography.
   * @param uncited Keys to list in the bibliography beside those cited.
   */
  print(clusters: readonly Cluster[], uncited: readonly string[] = []): PrintedCitations {
    const citations = clusters.map((cluster, index) =>
      engineCitation(cluster, index, this.engine, this.protection),
    );
    const cited = citations.flatMap(({ citationItems }) => citationItems.map(({ id }) => id));
    this.works.start();
    this.works.during(() => register(this.engine, [...new Set(cited)], [...new Set(uncited)]));
    this.printer.start();
    const printed = new Map<EngineCitation, PrintedCluster>();
    for (const run of runsOf(clusters, citations)) {
      this.printRun(run).forEach((cluster, index) => {
        printed.set(run[index] as EngineCitation, cluster);
      });
    }
    return {
      clusters: citations.map((citation) => printed.get(citation) as PrintedCluster),
      bibliography: this.hasBibliography ? this.lister.print() : [],
    };
  }

  private printRun(citations: readonly EngineCitation[]): PrintedCluster[] {
    this.works.during(() => settle(this.engine, citations));
    const positionOf = positions(this.nearNotes);
    return citations.map((citation) => ({
      html: this.printer.print(citation),
      position: positionOf(citation),
    }));
  }
}

/** The citations, parted where they start anew; those of each note apart for themselves. */
function runsOf(
  clusters: readonly Cluster[],
  citations: readonly EngineCitation[],
): EngineCitation[][] {
  const runs: EngineCitation[][] = [];
  const apart = new Map<number, EngineCitation[]>();
  citations.forEach((citation, index) => {
    const cluster = clusters[index];
    if (cluster?.apart !== undefined) {
      const own = apart.get(cluster.apart) ?? [];
      apart.set(cluster.apart, [...own, citation]);
      return;
    }
    const open = cluster?.startsAnew ? undefined : runs.at(-1);
    if (open) open.push(citation);
    else runs.push([citation]);
  });
  return [...apart.values(), ...runs];
}
