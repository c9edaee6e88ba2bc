import type { Engine, RegisteredWork } from 'citeproc';
import { entryMarks, keyOf } from './engine.js';
import { nothingPrinted } from './printing.js';

/** An entry of the reference list, in the engine's HTML. */
export interface PrintedEntry {
  key: string;
  html: string;
}

/** What the entries of a style hang on besides their own works. */
export interface ListingTraits {
  /** An entry may look different after another: `———.` for the same author again. */
  entriesJoin: boolean;
  /** Entries print the numbers of works. */
  numbered: boolean;
  /** Those numbers run from the last work to the first. */
  descending: boolean;
}

/** Prints the list of works; an entry again only where its work, its number or its names changed. */
export class Lister {
  private printed = new Map<string, PrintedEntry | undefined>();

  constructor(
    private readonly engine: Engine,
    private readonly traits: ListingTraits,
  ) {}

  print(): readonly PrintedEntry[] {
    const works = this.engine.registry.reflist;
    const list = this.stateOfList();
    const states = works.map((work) => this.stateOf(work) + list);
    const isNew = (_: unknown, index: number) => !this.printed.has(states[index] ?? '');
    const missing = works.filter(isNew).map(({ id }) => id);
    const entries = this.printEntries(missing, works.length);
    this.printed = new Map(
      works.map(({ id }, index) => {
        const state = states[index] ?? '';
        return [state, this.printed.has(state) ? this.printed.get(state) : entries.get(keyOf(id))];
      }),
    );
    return [...this.printed.values()].filter((entry) => entry !== undefined);
  }

  /** What every entry hangs on. */
  private stateOfList(): string {
    const { entriesJoin, descending } = this.traits;
    const { reflist } = this.engine.registry;
    if (entriesJoin) return JSON.stringify(reflist.map(({ id, disambig }) => [id, disambig]));
    return descending ? String(reflist.length) : '';
  }

  /** What the entry of a work hangs on. */
  private stateOf({ id, seq, disambig, ...work }: RegisteredWork): string {
    return JSON.stringify([
      id,
      disambig,
      work['citation-count'],
      work['first-reference-note-number'],
      this.traits.numbered ? seq : 0,
    ]);
  }

  private printEntries(ids: readonly string[], listed: number): Map<string, PrintedEntry> {
    if (ids.length === 0) return new Map();
    const { exclude_types: types, exclude_with_fields: fields } = this.engine.bibliography.opt;
    // A selection would take the place of what the style itself leaves out.
    const isSelected = ids.length < listed && !types && !fields && !this.traits.entriesJoin;
    const entries = printBibliography(this.engine, isSelected ? ids : undefined);
    return new Map(entries.map((entry) => [entry.key, entry]));
  }
}

const entryMark = new RegExp(`${entryMarks.start}(.*)${entryMarks.end}`, 's');

/**
 * The entries that the style prints. The engine's own list of their ids holds works that it
 * leaves out as well, so each entry says itself whose it is.
 */
function printBibliography(engine: Engine, ids: readonly string[] | undefined): PrintedEntry[] {
  const selection = ids && { include: ids.map((id) => ({ field: 'id', value: id })) };
  const made = engine.makeBibliography(selection);
  const [, entries] = made || [undefined, []];
  return entries.flatMap((entry) => {
    const key = entryMark.exec(entry)?.[1];
    const html = entry.replace(entryMark, '').replace(nothingPrinted, '').trim();
    return key === undefined ? [] : [{ key, html }];
  });
}
