import type { Nodes } from 'hast';
import type { Place } from '../diagnostics/diagnostic.js';
import type { Report } from '../diagnostics/report.js';
import { noteLabel, type OctavoDocument } from '../document/document.js';
import { placeOf, type ShownFiles } from '../document/places.js';
import { blockOfItem } from './flow.js';
import type { Inspected, Measured } from './measured.js';
import type { Flow, NotePart, PagePlan, PlacedFloat } from './pagination/index.js';
import { formulaIn, placeOfWord } from './written-in.js';

/** Where blocks and notes were written. */
export class Places {
  readonly #document: OctavoDocument;
  readonly #files: ShownFiles;
  #blocks: Map<number, Place> | undefined;

  constructor(document: OctavoDocument, files: ShownFiles) {
    this.#document = document;
    this.#files = files;
  }

  get manuscript(): Place {
    return { file: this.#files.manuscript };
  }

  /** What stands above the text on the first page. */
  get opening(): Place {
    return this.#files.opening ?? this.manuscript;
  }

  ofBlock(block: number | undefined): Place {
    if (block === undefined) return this.manuscript;
    this.#blocks ??= this.#read();
    return this.#blocks.get(block) ?? this.manuscript;
  }

  /** @param note From 0. */
  ofNote(note: number | undefined): Place {
    const { position } = this.#document.notes[note ?? -1] ?? {};
    return placeOf({ position }, this.#files.manuscript);
  }

  /** What a note is called by, as printed. */
  labelOf(note: number): string {
    const found = this.#document.notes[note];
    return found ? noteLabel(found) : String(note + 1);
  }

  /** @param note That it stands in, from 0. */
  ofWord(word: string, note: number): Place {
    const position = placeOfWord(this.#document.notes[note]?.content ?? [], word);
    return position ? placeOf({ position }, this.#files.manuscript) : this.ofNote(note);
  }

  /** @param note That it stands in, from 0; in a note, it is looked for by its TeX. */
  ofFormula(tex: string, block: number | undefined, note: number | undefined): Place {
    if (note === undefined) return this.ofBlock(block);
    const holder = this.#document.notes[note];
    const position = holder && formulaIn(holder.content, tex)?.position;
    return position ? placeOf({ position }, this.#files.manuscript) : this.ofNote(note);
  }

  #read(): Map<number, Place> {
    const blocks = new Map<number, Place>();
    const { body, references, colophon } = this.#document;
    const { manuscript, colophon: colophonFile = manuscript } = this.#files;
    for (const node of body.children) gatherPlaces(node, { file: manuscript }, blocks);
    for (const { block, place } of references) if (place) blocks.set(block, place);
    for (const node of colophon?.children ?? []) {
      gatherPlaces(node, { file: colophonFile }, blocks);
    }
    return blocks;
  }
}

/** Gathers where blocks are written: they, what is first in them, or what they stand in. */
function gatherPlaces(node: Nodes, around: Place, blocks: Map<number, Place>): void {
  if (!('children' in node)) return;
  const place = firstPlace(node, around.file) ?? around;
  const block = node.type === 'element' ? node.properties.dataBlock : undefined;
  if (block !== undefined) blocks.set(Number(block), place);
  for (const child of node.children) gatherPlaces(child, place, blocks);
}

function firstPlace(node: Nodes, file: string): Place | undefined {
  if (node.position) return placeOf(node, file);
  for (const child of 'children' in node ? node.children : []) {
    const place = firstPlace(child, file);
    if (place) return place;
  }
  return undefined;
}

const folio = (page: number) => String(page + 1);

export function reportPlan(
  plan: PagePlan,
  flow: Flow,
  measured: Measured,
  places: Places,
  report: Report,
): void {
  const floatNotes = new Set(measured.floats.flatMap(({ notes }) => notes));
  for (const { kind, page, item, note } of plan.faults) {
    // Where those are called is told by where their float stands.
    if (kind === 'note-late' && floatNotes.has(note ?? -1)) continue;
    const block = blockOfItem(measured.text, item)?.block;
    const own = placeAmongAll(measured, note);
    const place =
      item === undefined && own !== undefined ? places.ofNote(own) : places.ofBlock(block);
    if (kind === 'overflow') {
      report.add('pages/overflow', place, {
        message: `Something is taller than its column on page ${folio(page)}, and is cut off there`,
        remedy: 'Make it smaller, or divide it',
      });
    } else if (kind === 'note-late') {
      report.add('pages/late-note', place, {
        message: `Note ${places.labelOf(own ?? 0)} has no room ${plan.areas.length > 0 ? 'beside' : 'in the column of'} its call, on page ${folio(page)}${beginning(plan, note, page)}`,
        remedy: 'Shorten the notes there, or move the call',
      });
    } else {
      report.add('pages/stranded', place, {
        message: `A heading or a lone line is parted from its text on page ${folio(page)}`,
        remedy: isForNotes(plan, flow, item ?? 0)
          ? 'Shorten the notes called there, or call them from lines further apart'
          : 'Divide what follows, which is to stay in one piece and does not fit',
      });
    }
  }
}

/** A note's place in the Document: a plan counts notes in the order of their calls. */
const placeAmongAll = ({ notes }: Measured, note: number | undefined) =>
  note === undefined ? undefined : (notes[note]?.note ?? note);

/** Whether notes take the room of lines that a column ends amid, though none is to be parted from the next. */
function isForNotes({ columns, areas }: PagePlan, { items }: Flow, item: number): boolean {
  const column = columns.find(({ to }) => to === item);
  if (column?.notes.length || areas.some(({ page }) => page === column?.page)) return true;
  let [from, to] = [item, item + 1];
  while (from > 0 && items[from]?.breakBefore === Infinity) from -= 1;
  while (items[to]?.breakBefore === Infinity) to += 1;
  return items.slice(from, to).some(({ notes }) => notes.length > 0);
}

/** The page, from 0, on which a note begins. */
function pageOfNote({ columns, areas }: PagePlan, note: number | undefined): number | undefined {
  const begins = (part: NotePart) => part.note === note && part.from === 0;
  const area = areas.find((each) => each.columns.flat().some(begins));
  return area?.page ?? columns.find(({ notes }) => notes.some(begins))?.page;
}

function beginning(plan: PagePlan, note: number | undefined, callPage: number): string {
  const page = pageOfNote(plan, note);
  if (page === undefined) return '';
  return page === callPage
    ? ': it begins in the next column'
    : `: it begins on page ${folio(page)}`;
}

/** Notes of figures and tables as wide as the page that stand on other pages than these. */
export function reportFloatNotes(
  plan: PagePlan,
  placed: readonly PlacedFloat[],
  measured: Measured,
  places: Places,
  report: Report,
): void {
  for (const { float, page } of placed) {
    for (const note of measured.floats[float]?.notes ?? []) {
      const own = pageOfNote(plan, note);
      if (own === undefined || own === page) continue;
      const among = placeAmongAll(measured, note) ?? note;
      report.add('pages/late-note', places.ofNote(among), {
        message: `Note ${places.labelOf(among)} begins on page ${folio(own)}, and the figure or table that calls it stands on page ${folio(page)}`,
        remedy: 'Shorten its notes or make it lower, or write it earlier or later in the text',
      });
    }
  }
}

/** Figures and tables that no head of a column had room for on the page of their place or the next. */
export function reportLateFloats(
  { columns }: PagePlan,
  { text }: Measured,
  places: Places,
  report: Report,
): void {
  for (const { page, head } of columns) {
    for (const item of head) {
      const own = columns.find(({ from, to }) => item >= from && item < to)?.page ?? page;
      if (page - own <= 1) continue;
      report.add('pages/late-float', places.ofBlock(blockOfItem(text, item)?.block), {
        message: `A figure or table from page ${folio(own)} has no room before page ${folio(page)}`,
        remedy: 'Make it or those before it smaller, or write them further apart',
      });
    }
  }
}

/** What came out otherwise than planned. */
export function reportMadeUp(
  made: Inspected,
  plan: PagePlan,
  places: Places,
  report: Report,
): void {
  const known = new Set(plan.faults.map(({ page, column }) => `${page}/${column}`));
  for (const { page, column, block, by } of made.drifts) {
    if (known.has(`${page}/${column}`)) continue;
    const over = made.overflows.some((other) => other.page === page && other.column === column);
    const isNotes = column === undefined;
    if (over || (isNotes && plan.faults.some((fault) => fault.page === page))) continue;
    const what = isNotes ? 'The notes' : `Column ${column + 1}`;
    report.add('pages/drift', places.ofBlock(block), {
      message: `${what} of page ${folio(page)} came out ${Math.abs(by).toFixed(1)} px ${by > 0 ? 'higher' : 'lower'} than Octavo planned`,
      remedy:
        'Look at the page; please report this with the manuscript, for it is a fault of Octavo',
    });
  }
  for (const { page, column, block } of made.overflows) {
    if (known.has(`${page}/${column}`)) continue;
    report.add('pages/overflow', places.ofBlock(block), {
      message: `A column of page ${folio(page)} holds more than it has room for`,
      remedy: 'Look at the page; if its text is plain, please report this',
    });
  }
}
