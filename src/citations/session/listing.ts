import type { Engine, RegisteredWork, RenderedNames } from 'citeproc';
import { keyOf } from './engine.js';
import type { NameQuestions, Recorded } from './name-questions.js';
import { numbered, numberOf } from './number-marks.js';
import { nothingPrinted } from './printing.js';

/** An entry of the reference list, in the engine's HTML. */
export interface PrintedEntry {
  key: string;
  html: string;
}

interface Printed {
  /** What it asked of the register of names. */
  questions: Recorded<unknown>['questions'];
  /** Without its number; nothing where the style leaves the work out. */
  entry: PrintedEntry | undefined;
  /** The names that were printed last, then. */
  after: RenderedNames;
}

/** The names that were printed last before an entry, and what printing it came to. */
interface SeenNames extends Omit<Printed, 'entry'> {
  before: RenderedNames;
}

/** A work in the list. */
interface Row {
  id: string;
  /** What its entry hangs on, besides the names before it. */
  state: string;
  /** The names that were printed last before it: a style may put `———.` for the same again. */
  before: RenderedNames;
  /** Whether those are certain: what stands before it is known. */
  isCertain: boolean;
  number: number;
  printed: Printed | undefined;
}

/** Prints the list of works; an entry again only where its work or the names before it changed. */
export class Lister {
  private printed = new Map<string, Printed>();
  /** What each row left behind in the last document: as a rule it does whatever stands before. */
  private usual = new Map<string, RenderedNames>();

  constructor(
    private readonly engine: Engine,
    private readonly names: NameQuestions,
  ) {}

  print(): readonly PrintedEntry[] {
    let rows = this.rows();
    let missing = rows.findIndex(({ printed }) => !printed);
    let selects = canSelect(this.engine);
    while (missing >= 0) {
      this.printMissing(rows, missing, selects);
      rows = this.rows();
      const next = rows.findIndex(({ printed }) => !printed);
      // Else what stood before it did not print anything: all of them, then.
      selects &&= next !== missing;
      missing = next;
    }
    this.usual = new Map(rows.map(({ state, printed }) => [state, printed?.after ?? false]));
    this.printed = new Map(rows.map((row) => [keyOfRow(row), row.printed as Printed]));
    return rows.flatMap(({ printed, number }) => {
      const { key, html } = printed?.entry ?? {};
      return key === undefined ? [] : [{ key, html: numbered(html ?? '', number) }];
    });
  }

  private rows(): Row[] {
    let before: RenderedNames = false;
    let isCertain = true;
    return this.engine.registry.reflist.map((work) => {
      const row: Row = {
        id: work.id,
        state: stateOf(work),
        before,
        isCertain,
        number: numberOf(work, this.engine),
        printed: undefined,
      };
      const printed = this.printed.get(keyOfRow(row));
      if (printed && this.names.hold(printed.questions)) row.printed = printed;
      isCertain = row.printed !== undefined;
      before = row.printed?.after ?? this.usual.get(row.state) ?? before;
      return row;
    });
  }

  /** Prints rows that are missing, the first of them at `first`, each after the names before it. */
  private printMissing(rows: readonly Row[], first: number, selects: boolean): void {
    const isAsked = ({ printed }: Row, index: number) => !printed || index === first - 1;
    const asked = selects ? rows.filter(isAsked) : rows;
    const ids = asked.length < rows.length ? asked.map(({ id }) => id) : undefined;
    const { entries, seen } = this.printRows(asked, ids, selects);
    let last: RenderedNames = false;
    for (const { id, state, ...row } of asked) {
      const names = seen.get(id);
      if (!names && selects && row.isCertain) last = row.before;
      const before = names?.before ?? last;
      last = names?.after ?? last;
      const { questions = [] } = names ?? {};
      const entry = entries.get(keyOf(id));
      this.printed.set(keyOfRow({ state, before }), { entry, after: last, questions });
    }
  }

  /** Prints the rows of these ids, all without; the engine comes to each that it prints in turn. */
  private printRows(
    asked: readonly Row[],
    ids: readonly string[] | undefined,
    selects: boolean,
  ): { entries: Map<string, PrintedEntry>; seen: Map<string, SeenNames> } {
    const { sys, tmp } = this.engine;
    const seen = new Map<string, SeenNames>();
    let before: RenderedNames = false;
    const { result: entries } = this.names.record((questions) => {
      sys.embedBibliographyEntry = (id) => {
        seen.set(id, { before, after: tmp.last_rendered_name, questions: questions.splice(0) });
        const next = asked[asked.findIndex((row) => row.id === id) + 1];
        if (selects && next?.isCertain) tmp.last_rendered_name = next.before;
        before = tmp.last_rendered_name;
        return entryOf(id);
      };
      return printBibliography(this.engine, ids);
    });
    return { entries, seen };
  }
}

/** A selection would take the place of what the style itself leaves out. */
function canSelect({ bibliography }: Engine): boolean {
  return !bibliography.opt.exclude_types && !bibliography.opt.exclude_with_fields;
}

/** What the entry of a work hangs on. */
function stateOf({ id, disambig, ...work }: RegisteredWork): string {
  return JSON.stringify([id, disambig, work['citation-count']]);
}

function keyOfRow({ state, before }: Pick<Row, 'state' | 'before'>): string {
  return state + JSON.stringify(before);
}

/** Around the key that each entry says itself. */
const entryMarks = { start: '\uE004', end: '\uE005' } as const;
const entryMark = new RegExp(`${entryMarks.start}(.*)${entryMarks.end}`, 's');

function entryOf(id: string): string {
  return entryMarks.start + keyOf(id) + entryMarks.end;
}

/**
 * The entries that the style prints, by their keys. The engine's own list of their ids holds works
 * that it leaves out as well, so each entry says itself whose it is.
 */
function printBibliography(
  engine: Engine,
  ids: readonly string[] | undefined,
): Map<string, PrintedEntry> {
  const selection = ids && { include: ids.map((id) => ({ field: 'id', value: id })) };
  const made = engine.makeBibliography(selection);
  const [, entries] = made || [undefined, []];
  return new Map(
    entries.flatMap((entry): [string, PrintedEntry][] => {
      const key = entryMark.exec(entry)?.[1];
      const html = entry.replace(entryMark, '').replace(nothingPrinted, '').trim();
      return key === undefined ? [] : [[key, { key, html }]];
    }),
  );
}
