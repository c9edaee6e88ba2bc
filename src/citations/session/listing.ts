import type { Engine } from 'citeproc';
import { entryMarks } from './engine.js';
import { nothingPrinted } from './printing.js';

/** An entry of the reference list, in the engine's HTML. */
export interface PrintedEntry {
  key: string;
  html: string;
}

/** Prints the list of works; printed again only where a work, its number or its names changed. */
export class Lister {
  private listed: PrintedEntry[] = [];
  private state = '';

  constructor(private readonly engine: Engine) {}

  print(): readonly PrintedEntry[] {
    const state = this.stateOfWorks();
    if (state !== this.state) this.listed = printBibliography(this.engine);
    this.state = state;
    return this.listed;
  }

  private stateOfWorks(): string {
    const { reflist } = this.engine.registry;
    return JSON.stringify(
      reflist.map(({ id, seq, disambig, ...work }) => [
        id,
        seq,
        disambig,
        work['citation-count'],
        work['first-reference-note-number'],
      ]),
    );
  }
}

const entryMark = new RegExp(`${entryMarks.start}(.*)${entryMarks.end}`, 's');

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
