import CSL, { type AmbigConfig, type Engine, type RegisteredWork } from 'citeproc';
import type { CslItem } from '../types.js';
import { Kept } from './kept.js';
import type { NameQuestions, Recorded } from './name-questions.js';
import { numberOf } from './number-marks.js';

/** A short cite, and what the engine finds out on the way to it. */
interface ShortCite {
  text: string;
  /** How much of its names it shows. */
  config: AmbigConfig;
  /** How many names there are, of each list of names. */
  most: number[];
  /** How many conditions `disambiguate` were met, of how many. */
  conditions: [met: number, all: number];
  authors: string | undefined;
}

/**
 * What the engine works out of each work alone when it registers and sorts works: short cites, by
 * which it finds works that are alike and tells them apart, and what they are sorted by. Where a
 * document is edited, both are taken from here. All that they hang on besides the work, its place
 * and what is asked for, is asked of the register of names, so what was asked is asked again:
 * where one answer differs, the engine works it out again.
 */
export class RememberedWorks {
  private readonly cites = new Kept<Recorded<ShortCite>>();
  private readonly sortKeys = new Kept<Recorded<string[]>>();

  /** @param numbered Whether the style prints numbers of works, and may sort by them. */
  constructor(
    private readonly engine: Engine,
    private readonly names: NameQuestions,
    private readonly numbered: boolean,
  ) {}

  /** Starts a document: only what the last one asked for is kept at hand. */
  start(): void {
    this.cites.turn();
    this.sortKeys.turn();
  }

  /** Does work on the register, with what is remembered at hand. */
  during<Result>(work: () => Result): Result {
    const { getAmbiguousCite, getSortKeys } = CSL;
    const { engine } = this;
    const cite = this.cite.bind(this);
    const keysOf = this.keysOf.bind(this);
    CSL.getAmbiguousCite = function (item, config, withNote, one) {
      const ask = () => getAmbiguousCite.call(this, item, config, withNote, one);
      return this === engine && !one ? cite(item, config, withNote, ask) : ask();
    };
    CSL.getSortKeys = function (item, area) {
      const ask = () => getSortKeys.call(this, item, area);
      return this === engine ? keysOf(item, area, ask) : ask();
    };
    try {
      return work();
    } finally {
      Object.assign(CSL, { getAmbiguousCite, getSortKeys });
    }
  }

  private cite(
    { id }: CslItem,
    asked: AmbigConfig | undefined,
    withNote: boolean | undefined,
    ask: () => string,
  ): string {
    const { tmp, registry } = this.engine;
    const work = registry.registry[id];
    // The engine writes into the one that it goes by.
    const config = asked || work?.disambig;
    const note = withNote ? work?.['first-reference-note-number'] : undefined;
    const authors = tmp.authorstring_request;
    const state = JSON.stringify([id, !work, config, note, authors, this.stateOf(work)]);
    const known = this.cites.get(state);
    if (known && this.names.hold(known.questions)) {
      this.repeat(id, known.result, config);
      return known.result.text;
    }
    const remembered = this.names.record(() => {
      const text = ask();
      return {
        text,
        config: structuredClone(tmp.disambig_settings),
        most: [...tmp.names_max.mystack],
        conditions: [tmp.disambiguate_count, tmp.disambiguate_maxMax] as [number, number],
        authors: authors ? registry.authorstrings[id] : undefined,
      };
    });
    this.cites.set(state, remembered);
    return remembered.result.text;
  }

  /** Leaves the engine as it was after it had made a short cite. */
  private repeat(id: string, cite: ShortCite, config: AmbigConfig | undefined): void {
    const { tmp, registry } = this.engine;
    tmp.disambig_request = false;
    tmp.disambig_settings = config ?? structuredClone(cite.config);
    if (config) overwrite(config, cite.config);
    tmp.names_max.mystack = [...cite.most];
    [tmp.disambiguate_count, tmp.disambiguate_maxMax] = cite.conditions;
    if (cite.authors !== undefined) registry.authorstrings[id] = cite.authors;
  }

  private keysOf({ id }: CslItem, area: string, ask: () => string[]): string[] {
    const work = this.engine.registry.registry[id];
    const state = JSON.stringify([id, area, work?.disambig, this.stateOf(work)]);
    const known = this.sortKeys.get(state);
    if (known && this.names.hold(known.questions)) return [...known.result];
    const remembered = this.names.record(() => [...ask()]);
    this.sortKeys.set(state, remembered);
    return [...remembered.result];
  }

  /** What a work may print besides itself and the names it is told apart by. */
  private stateOf(work: RegisteredWork | undefined): unknown[] {
    if (!work) return [];
    const place = this.numbered ? [work.seq, numberOf(work, this.engine)] : [];
    return [work['citation-count'], ...place];
  }
}

/** In place, for the engine may hold on to the lists within. */
function overwrite(config: AmbigConfig, { names, givens, ...rest }: AmbigConfig): void {
  Object.assign(config, rest);
  Object.assign(config.names, names);
  givens.forEach((levels, index) => {
    const own = config.givens[index];
    if (own) Object.assign(own, levels);
    else config.givens[index] = [...levels];
  });
}
