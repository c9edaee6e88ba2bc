/**
 * The citation session: the only part that knows the CSL engine (citeproc-js).
 *
 * All citations of a document are handed over at once. The engine's own way to build a document
 * processes them one by one and looks at all earlier ones each time; here every citation is
 * registered first, and only the last is processed, which settles the positions of all. Then each
 * is printed once. A test holds the result against `rebuildProcessorState`.
 */
import CSL, { type CiteItem, type Engine, type EngineCitation } from 'citeproc';
import type {
  Bibliography,
  CitationLocale,
  CitationPosition,
  CitationStyle,
  CslItem,
} from '../types.js';
import { type Address, Protection, protectLocator } from './protect.js';

/** One work of a cluster. Affixes are text with the engine's inline tags (`<i>`, `<b>`, …). */
export interface ClusterItem {
  key: string;
  locator?: string;
  /** CSL's locator label: `page`, `chapter`, … */
  label?: string;
  prefix?: string;
  suffix?: string;
  suppressAuthor: boolean;
}

/** Works cited together, and the note they stand in (0: the text). */
export interface Cluster {
  items: ClusterItem[];
  note: number;
}

export interface PrintedCluster {
  /** The engine's HTML, marks of {@link Protection} still in it; empty where nothing is printed. */
  html: string;
  position: CitationPosition;
}

export interface PrintedEntry {
  key: string;
  html: string;
}

export interface PrintedCitations {
  clusters: PrintedCluster[];
  bibliography: PrintedEntry[];
  addresses: readonly Address[];
  /** Terms of the locale as the style has them. */
  terms: { and: string; ampersand: string; others: string; ibid: string };
}

export interface SessionOptions {
  style: CitationStyle;
  locale: CitationLocale;
  bibliography: Bibliography;
  clusters: readonly Cluster[];
  /** Keys to list in the bibliography beside those cited; all must be in the bibliography. */
  uncited: readonly string[];
  /** Marks what a citation prints of a work as a link: `<a data-key="…">`. */
  markWorks: boolean;
}

/** Prints every citation and the bibliography. All keys must be in the bibliography. */
export function printCitations(options: SessionOptions): PrintedCitations {
  const protection = new Protection();
  const engine = startEngine(options, protection);
  const citations = options.clusters.map(citationOf(engine));
  const cited = citations.flatMap(({ citationItems }) => citationItems.map(({ id }) => id));
  engine.updateItems([...new Set(cited)]);
  settle(engine, citations);
  engine.updateUncitedItems([...new Set(options.uncited)]);
  const nearNotes = options.style.xml.includes('near-note');
  const positionOf = positions(nearNotes);
  return {
    clusters: citations.map((citation) => ({
      html: print(engine, citation),
      position: positionOf(citation),
    })),
    bibliography: options.style.hasBibliography ? printBibliography(engine) : [],
    addresses: protection.addresses,
    terms: {
      and: engine.getTerm('and') || 'and',
      ampersand: engine.getTerm('and', 'symbol') || '&',
      others: engine.getTerm('et-al') || 'et al.',
      ibid: engine.getTerm('ibid') || 'ibid.',
    },
  };
}

function startEngine(options: SessionOptions, protection: Protection): Engine {
  const { style, locale, bibliography, markWorks } = options;
  const items = new Map<string, CslItem>();
  const retrieveItem = (key: string): CslItem => {
    const known = items.get(key);
    if (known) return known;
    const source = bibliography.get(key)?.csl ?? { id: key, type: 'document' };
    const item = protection.protect(source);
    items.set(key, item);
    return item;
  };
  const system = {
    retrieveItem,
    retrieveLocale: (tag: string) => locale.xmlOf(tag),
    embedBibliographyEntry: (key: string) => `\uE004${key}\uE005`,
    ...(markWorks ? { variableWrapper: markWork } : {}),
  };
  const engine = new CSL.Engine(system, style.xml, locale.lang, true);
  const { development_extensions: extensions } = engine.opt;
  extensions.field_hack = false;
  extensions.locator_label_parse = false;
  engine.setOutputFormat('html');
  return engine;
}

function markWork(
  work: { itemData: CslItem; variableNames: string[]; context: string },
  before: string,
  text: string,
  after: string,
): string {
  const { itemData, variableNames, context } = work;
  const isWork = context === 'citation' && !variableNames.includes('locator');
  if (!isWork || text === '') return before + text + after;
  const key = itemData.id.replace(/[&"<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `${before}<a data-key="${key}">${text}</a>${after}`;
}

function citationOf({ opt }: Engine) {
  return ({ items, note }: Cluster, index: number): EngineCitation => ({
    citationID: `citation-${index}`,
    citationItems: items.map(citeItem),
    properties: {
      noteIndex: opt.xclass === 'note' ? note : 0,
      // A style may sort its cites; what the author wrote around one holds it in its place.
      unsorted: items.some(({ prefix, suffix }) => prefix || suffix),
    },
  });
}

function citeItem(item: ClusterItem): CiteItem {
  const { key, locator, label, prefix, suffix, suppressAuthor } = item;
  const cite: CiteItem = { id: key };
  if (locator) {
    cite.locator = protectLocator(locator);
    cite.label = label ?? 'page';
  }
  if (prefix) cite.prefix = prefix;
  if (suffix) cite.suffix = suffix;
  if (suppressAuthor) cite['suppress-author'] = true;
  return cite;
}

/** Registers each citation without printing it, then lets the last settle the positions of all. */
function settle(engine: Engine, citations: readonly EngineCitation[]): void {
  const last = citations.at(-1);
  if (!last) return;
  const registry = engine.registry.citationreg;
  engine.process_CitationCluster = () => '';
  for (const citation of citations) {
    engine.processCitationCluster(citation, [], [], CSL.ASSUME_ALL_ITEMS_REGISTERED);
  }
  registry.citationById = Object.fromEntries(
    citations.map((citation) => [citation.citationID, citation]),
  );
  const before = citations
    .slice(0, -1)
    .map(({ citationID, properties }): [string, number] => [citationID, properties.noteIndex]);
  engine.processCitationCluster(last, before, [], CSL.ASSUME_ALL_ITEMS_REGISTERED);
  Reflect.deleteProperty(engine, 'process_CitationCluster');
}

const nothingPrinted = /\[(?:NO_PRINTED_FORM|CSL STYLE ERROR:[^\]]*)\]/g;

function print(engine: Engine, citation: EngineCitation): string {
  const items = citation.sortedItems ?? [];
  const html = engine.process_CitationCluster(items, citation).replace(nothingPrinted, '').trim();
  const suppressed = items.filter(([, cite]) => cite['suppress-author']);
  if (html !== '' || suppressed.length === 0 || engine.opt.xclass !== 'note') return html;
  // A short note may hold an author alone: better that than a note without text.
  for (const [, cite] of suppressed) delete cite['suppress-author'];
  return engine.process_CitationCluster(items, citation).replace(nothingPrinted, '').trim();
}

const entryMark = /\uE004(.*)\uE005/s;

/**
 * The entries that the style prints. The engine's own list of their ids holds works that it
 * leaves out as well, so each entry says itself whose it is.
 */
function printBibliography(engine: Engine): PrintedEntry[] {
  const made = engine.makeBibliography();
  const [, entries] = made || [undefined, []];
  return entries.flatMap((entry) => {
    const key = entryMark.exec(entry)?.[1];
    const html = entry.replace(entryMark, '').replace(nothingPrinted, '').trim();
    return key === undefined ? [] : [{ key, html }];
  });
}

/** CSL's name for where a citation's first work stands. */
function positions(nearNotes: boolean): (citation: EngineCitation) => CitationPosition {
  const seen = new Set<string>();
  return ({ sortedItems = [] }) => {
    const [, cite] = sortedItems[0] ?? [];
    const again = cite !== undefined && seen.has(cite.id);
    for (const [, { id }] of sortedItems) seen.add(id);
    if (!cite) return 'first';
    // An engine whose style asks for no position settles none.
    const position = cite.position ?? (again ? CSL.POSITION_SUBSEQUENT : CSL.POSITION_FIRST);
    if (position === CSL.POSITION_FIRST) return 'first';
    if (position === CSL.POSITION_IBID) return 'ibid';
    if (position === CSL.POSITION_IBID_WITH_LOCATOR) return 'ibid-with-locator';
    return nearNotes && cite['near-note'] ? 'near-note' : 'subsequent';
  };
}
