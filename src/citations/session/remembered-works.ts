import CSL, { type AmbigConfig, type Engine, type NameRegister } from 'citeproc';
import type { CslItem } from '../types.js';

/** What was asked of the register of names while a work was looked at, and what it said. */
interface NameLog {
  added: Parameters<NameRegister['addname']>[];
  evaluated: { asked: Parameters<NameRegister['evalname']>; said: number }[];
}

interface Remembered<Result> extends NameLog {
  result: Result;
}

/** A work that is not registered yet, as a short cite; and how much of its names that shows. */
interface ShortCite {
  text: string;
  config: AmbigConfig;
}

/**
 * What the engine works out of each work alone when it registers it: its short cite, by which like
 * works are found, and what it is sorted by. Where a register is made anew, both are taken from
 * here. All that they hang on besides the work is asked of the register of names, so what was
 * asked is asked again: where one answer differs, the engine works it out again.
 */
export class RememberedWorks {
  private readonly cites = new Map<string, Remembered<ShortCite>>();
  private readonly sortKeys = new Map<string, Remembered<string[]>>();

  /** @param numbered Whether the style prints numbers of works, and may sort by them. */
  constructor(
    private readonly engine: Engine,
    private readonly numbered: boolean,
  ) {}

  /** Does work on the register, with what is remembered at hand. */
  during(work: () => void): void {
    const { getAmbiguousCite, getSortKeys } = CSL;
    const { engine } = this;
    const cite = this.cite.bind(this);
    const keysOf = this.keysOf.bind(this);
    CSL.getAmbiguousCite = function (item, ...rest) {
      const isFirst = this === engine && !engine.registry.registry[item.id] && !rest[0];
      const ask = () => getAmbiguousCite.call(this, item, ...rest);
      return isFirst ? cite(item, ask) : ask();
    };
    CSL.getSortKeys = function (item, area) {
      const ask = () => getSortKeys.call(this, item, area);
      return this === engine && area === 'bibliography_sort' ? keysOf(item, ask) : ask();
    };
    try {
      work();
    } finally {
      Object.assign(CSL, { getAmbiguousCite, getSortKeys });
    }
  }

  private cite({ id }: CslItem, ask: () => string): string {
    const { tmp } = this.engine;
    const known = this.cites.get(id);
    if (known && this.holds(known)) {
      tmp.disambig_request = false;
      tmp.disambig_settings = CSL.cloneAmbigConfig(known.result.config);
      return known.result.text;
    }
    const remembered = this.recorded(() => {
      const text = ask();
      return { text, config: CSL.cloneAmbigConfig(tmp.disambig_settings) };
    });
    this.cites.set(id, remembered);
    return remembered.result.text;
  }

  private keysOf({ id }: CslItem, ask: () => string[]): string[] {
    const { tmp, registry } = this.engine;
    const { disambig, seq } = registry.registry[id] ?? {};
    const state = JSON.stringify([id, disambig, this.numbered ? seq : 0]);
    const known = this.sortKeys.get(state);
    const { area } = tmp;
    tmp.area = 'bibliography_sort';
    const holds = known !== undefined && this.holds(known);
    tmp.area = area;
    if (known && holds) return [...known.result];
    const remembered = this.recorded(() => [...ask()]);
    this.sortKeys.set(state, remembered);
    return [...remembered.result];
  }

  private holds({ added, evaluated }: NameLog): boolean {
    const { namereg } = this.engine.registry;
    for (const name of added) namereg.addname(...name);
    return evaluated.every(({ asked, said }) => namereg.evalname(...asked) === said);
  }

  private recorded<Result>(work: () => Result): Remembered<Result> {
    const { namereg } = this.engine.registry;
    const { addname, evalname } = namereg;
    const log: NameLog = { added: [], evaluated: [] };
    namereg.addname = (...name) => {
      log.added.push(name);
      addname.apply(namereg, name);
    };
    namereg.evalname = (...asked) => {
      const said = evalname.apply(namereg, asked);
      log.evaluated.push({ asked, said });
      return said;
    };
    try {
      return { ...log, result: work() };
    } finally {
      Object.assign(namereg, { addname, evalname });
    }
  }
}
