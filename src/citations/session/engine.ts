import CSL, { type CiteItem, type Engine, type EngineCitation } from 'citeproc';
import type { CitationLocale, CitationStyle, CslItem } from '../types.js';
import type { Cluster, ClusterItem } from './cluster.js';
import { collateAtOnce } from './collation.js';
import { markNumbers } from './number-marks.js';
import { type Protection, protectLocator } from './protect.js';

export interface EngineOptions {
  style: CitationStyle;
  locale: CitationLocale;
  /** A work by its key; undefined where there is none. */
  itemOf(key: string): CslItem | undefined;
  /** Marks what a citation prints of a work as a link: `<a data-key="…">`. */
  markWorks: boolean;
  /** Takes lines of a work's `note` (`original-date: 1923`) for variables. Default: they are text. */
  variablesInNotes?: boolean;
}

/** Before a key that every object of JavaScript has as a name: the engine keeps works in objects. */
const escapeMark = '\uE006';

/** The id by which the engine knows a work. */
export function engineId(key: string): string {
  return key in Object.prototype ? escapeMark + key : key;
}

/** The key of the work that the engine knows by this id. */
export function keyOf(id: string): string {
  return id.startsWith(escapeMark) ? id.slice(escapeMark.length) : id;
}

/** The engine (citeproc-js) for one style, locale and set of works. */
export function startEngine(options: EngineOptions, protection: Protection): Engine {
  const { style, locale, itemOf, markWorks, variablesInNotes = false } = options;
  const system = {
    retrieveItem(id: string): CslItem {
      const work = itemOf(keyOf(id)) ?? { type: 'document' };
      return protection.protect({ ...work, id });
    },
    retrieveLocale: (tag: string) => locale.xmlOf(tag),
    ...(markWorks ? { variableWrapper: markWork } : {}),
  };
  collateAtOnce();
  const engine = new CSL.Engine(system, style.xml, locale.lang, true);
  const { development_extensions: extensions } = engine.opt;
  extensions.field_hack = variablesInNotes;
  extensions.locator_label_parse = false;
  // Notes may start again at a chapter.
  extensions.strict_inputs = false;
  engine.setOutputFormat('html');
  keepItems(engine);
  markNumbers(engine, markWorks);
  return engine;
}

/** The engine would read a work anew for every citation of it. */
function keepItems(engine: Engine): void {
  const items = new Map<string, CslItem>();
  const retrieveItem = engine.retrieveItem.bind(engine);
  engine.retrieveItem = (id) => {
    const item = items.get(id) ?? retrieveItem(id);
    items.set(id, item);
    engine.registry.refhash[id] = item;
    return item;
  };
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
  return before + workMark(itemData.id, text) + after;
}

/** What is printed of a work, marked as such. */
export function workMark(id: string, text: string): string {
  const key = keyOf(id).replace(/[&"<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<a data-key="${key}">${text}</a>`;
}

/** A cluster as the engine takes it, new each time: the engine writes into what it is given. */
export function engineCitation(
  { items, note, keepsOrder }: Cluster,
  index: number,
  { opt }: Engine,
  protection: Protection,
): EngineCitation {
  return {
    citationID: `citation-${index}`,
    citationItems: items.map((item) => citeItem(item, protection)),
    properties: {
      noteIndex: opt.xclass === 'note' ? note : 0,
      // A style may sort its cites; what the author wrote around one holds it in its place.
      unsorted: keepsOrder || items.some(({ prefix, suffix }) => prefix || suffix),
    },
  };
}

function citeItem(item: ClusterItem, protection: Protection): CiteItem {
  const { key, locator, label, prefix, suffix, suppressAuthor } = item;
  const cite: CiteItem = { id: engineId(key) };
  if (locator) {
    cite.locator = protectLocator(locator);
    cite.label = label ?? 'page';
  }
  if (prefix) cite.prefix = protection.affix(prefix);
  if (suffix) cite.suffix = protection.affix(suffix);
  if (suppressAuthor) cite['suppress-author'] = true;
  return cite;
}
