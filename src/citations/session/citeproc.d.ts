declare module 'citeproc' {
  import type { CslItem } from '../types.js';

  interface CiteItem {
    id: string;
    locator?: string;
    label?: string;
    prefix?: string;
    suffix?: string;
    'suppress-author'?: boolean;
    position?: number;
    'near-note'?: boolean;
    /** What the engine hangs on a cite for its own use. */
    item?: unknown;
    sortkeys?: unknown;
    index?: number;
    noteIndex?: number;
  }

  interface EngineCitation {
    citationID: string;
    citationItems: CiteItem[];
    properties: { noteIndex: number; unsorted?: boolean; index?: number };
    /** Set by the engine once the citation is registered. */
    sortedItems?: [CslItem, CiteItem][];
  }

  /** A work as the engine has it registered. */
  interface RegisteredWork {
    id: string;
    /** Place in the list, from 1. */
    seq?: number;
    disambig?: AmbigConfig;
    'citation-count'?: number;
    'first-reference-note-number'?: number;
    'first-container-reference-note-number'?: number;
  }

  /** An element of a style, as the engine carries it out. */
  interface StyleToken {
    name: string;
    variables_real?: string[];
    /** How a number of a work is printed. */
    formatter?: { format(number: number): string };
  }

  /** Names of authors and the like, by which an entry of the list knows the same again. */
  type RenderedNames = string | string[] | false;

  /** A name with its parts told apart. */
  type ReadName = object;

  interface System {
    retrieveLocale(lang: string): string;
    retrieveItem(id: string): CslItem;
    /** What to put after an entry of the bibliography. */
    embedBibliographyEntry?(id: string): string;
    variableWrapper?(
      params: { itemData: CslItem; variableNames: string[]; context: string },
      before: string,
      text: string,
      after: string,
    ): string;
  }

  /** How far names of a cite are shown, to tell it from others. */
  interface AmbigConfig {
    names: number[];
    givens: number[][];
    year_suffix: false | string;
    disambiguate: false | number;
  }

  /** Who is named by the works, to tell persons apart. */
  interface NameRegister {
    addname(id: string, name: object, position: number): void;
    /** How much of the name is to be shown: 0 family name, 1 initials too, 2 all. */
    evalname(
      id: string,
      name: object,
      position: number,
      least: number,
      form?: string,
      initials?: string,
    ): number;
  }

  interface Registry {
    namereg: NameRegister;
    citationreg: {
      citationById: Record<string, EngineCitation>;
      citationByIndex: EngineCitation[];
      citationsByItemId: Record<string, EngineCitation[]> | undefined;
    };
    registry: Record<string, RegisteredWork>;
    /** In the order of the list. */
    reflist: RegisteredWork[];
    /** Works by their ids, as the engine has read them. */
    refhash: Record<string, CslItem>;
    /** Names of authors as a cite prints them, where they were asked for. */
    authorstrings: Record<string, string>;
  }

  class Engine {
    constructor(system: System, style: string, lang: string, forceLang: boolean);
    sys: System;
    nameOutput: { getName(name: object, ...how: unknown[]): ReadName };
    opt: { development_extensions: Record<string, boolean>; xclass: 'note' | 'in-text' };
    registry: Registry;
    disambiguate: object;
    citation: { tokens: StyleToken[] };
    macros?: Record<string, StyleToken[]>;
    /** What it is doing: `just_looking` while it compares what works would print. */
    tmp: {
      area: string;
      just_looking?: boolean;
      disambig_request: false | AmbigConfig;
      disambig_settings: AmbigConfig;
      /** How many names the lists of names of a cite have. */
      last_rendered_name: RenderedNames;
      names_max: { mystack: number[] };
      disambiguate_count: number;
      disambiguate_maxMax: number;
      authorstring_request?: boolean;
    };
    retrieveItem(id: string): CslItem;
    getCitationLabel(item: CslItem): string;
    setOutputFormat(format: 'html' | 'text'): void;
    updateItems(ids: string[]): void;
    updateUncitedItems(ids: string[]): void;
    processCitationCluster(
      citation: EngineCitation,
      before: [string, number][],
      after: [string, number][],
      flag?: number,
    ): [unknown, [number, string, string][]];
    process_CitationCluster(items: [CslItem, CiteItem][], citation: EngineCitation): string;
    rebuildProcessorState(citations: EngineCitation[], format: 'html'): [string, number, string][];
    bibliography: {
      tokens: StyleToken[];
      opt: { exclude_types?: unknown; exclude_with_fields?: unknown };
    };
    /** Numbers that run from the last work to the first, by the work's place in the list. */
    bibliography_sort: { tmp: { citation_number_map?: Record<number, number> } };
    /** @param selection Entries to print; all where nothing is said. */
    makeBibliography(selection?: {
      include: { field: string; value: string }[];
    }): [unknown, string[]] | false;
    getTerm(term: string, form?: string): string | false;
  }

  const CSL: {
    Engine: typeof Engine;
    Registry: new (engine: Engine) => Registry;
    Disambiguation: new (engine: Engine) => object;
    /**
     * @param withNote Whether it is to name the note of the first citation.
     * @param one The cite that is printed, if one is.
     */
    getAmbiguousCite(
      this: Engine,
      item: CslItem,
      config?: AmbigConfig,
      withNote?: boolean,
      one?: CiteItem,
    ): string;
    getSortCompare(this: Engine, locale?: string): (a: string, b: string) => number;
    getSortKeys(this: Engine, item: CslItem, area: string): string[];
    Util: {
      Names: { initializeWith(state: Engine, given: string, ...how: unknown[]): string };
    };
    ASSUME_ALL_ITEMS_REGISTERED: number;
    POSITION_FIRST: number;
    POSITION_SUBSEQUENT: number;
    POSITION_IBID: number;
    POSITION_IBID_WITH_LOCATOR: number;
  };
  export default CSL;
  export type {
    AmbigConfig,
    CiteItem,
    Engine,
    EngineCitation,
    NameRegister,
    ReadName,
    RegisteredWork,
    RenderedNames,
    StyleToken,
    System,
  };
}
