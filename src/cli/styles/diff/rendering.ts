import type { Element, ElementContent, Nodes } from 'hast';
import type { Note as DocumentNote, OctavoDocument } from '../../../document/document.js';
import { isPlacedReference, placedReferences } from '../../../document/placed-references.js';
import { type Run, runsOf } from '../runs.js';
import { superscript } from '../terminal-text.js';

/** A citation or a note as a reader sees it under one style. */
export interface Rendered {
  /** Where the manuscript has it: offset in UTF-16 units from its start, line and column from 1. */
  offset: number;
  line: number;
  column: number;
  /** `authored`: a note that the author wrote, with whatever it cites. */
  kind: 'note' | 'authored' | 'in-text';
  /** Of the note; undefined in the text. */
  number?: number;
  /** Of a note: its number, or the sign that calls it. */
  call?: string;
  keys: string[];
  runs: Run[];
  /** The text of its paragraph on both sides, calls of other notes as raised numbers. */
  before: string;
  after: string;
  /** Of these, what no other citation parts from it. */
  lead: string;
  tail: string;
}

/** An entry of the reference list. */
export interface RenderedReference {
  key: string;
  /** From 1. */
  order: number;
  runs: Run[];
}

/** A publication's citations under one style. */
export interface Rendering {
  /** In the order of the manuscript. */
  units: Rendered[];
  references: RenderedReference[];
}

/** What a Document shows of citations and notes. */
export function renderingOf({ body, notes, references }: OctavoDocument): Rendering {
  const reader = new Reader(notes);
  reader.block(body);
  return {
    units: reader.units,
    references: [...placedReferences(body), ...references].map(({ key, content }, index) => ({
      key,
      order: index + 1,
      runs: runsOf(content),
    })),
  };
}

/** Reads blocks as text, and remembers what stands where in them. */
class Reader {
  readonly units: Rendered[] = [];
  readonly #notes: ReadonlyMap<string, DocumentNote>;
  readonly #seen = new Set<DocumentNote>();
  #text = '';
  #here: { unit: Rendered; start: number; end: number }[] = [];

  constructor(notes: readonly DocumentNote[]) {
    this.#notes = new Map(notes.map((note) => [`#${note.id}`, note]));
  }

  block(node: Nodes): void {
    const outer = { text: this.#text, here: this.#here };
    this.#text = '';
    this.#here = [];
    if ('children' in node) for (const child of node.children) this.#visit(child);
    const text = this.#text;
    this.#here.forEach(({ unit, start, end }, index) => {
      unit.before = text.slice(0, start).trimStart();
      unit.after = text.slice(end).trimEnd();
      unit.lead = text.slice(this.#here[index - 1]?.end ?? 0, start);
      unit.tail = text.slice(end, this.#here[index + 1]?.start);
    });
    this.#text = outer.text;
    this.#here = outer.here;
  }

  #visit(node: Nodes): void {
    if (node.type === 'text') this.#text += node.value.replace(/\s+/g, ' ');
    else if (node.type !== 'element') return;
    else if (isPlacedReference(node)) return;
    else if (node.properties.dataBlock !== undefined) this.block(node);
    else if (isCall(node)) this.#call(node);
    else if (isCitation(node)) this.#citation(node);
    else for (const child of node.children) this.#visit(child);
  }

  #call(element: Element): void {
    const note = this.#notes.get(String(element.properties.href));
    if (!note) return;
    const { number, mark } = note;
    const call = mark ?? String(number);
    const start = this.#text.length;
    this.#text += superscript(call);
    if (this.#seen.has(note)) return;
    this.#seen.add(note);
    this.#place(note, start, {
      kind: note.citation ? 'note' : 'authored',
      number,
      call,
      keys: note.citation?.keys ?? [],
      runs: runsOf(note.content),
    });
  }

  #citation(element: Element): void {
    const runs = runsOf(element.children);
    const start = this.#text.length;
    this.#text += runs
      .map(({ text, marks }) => (marks.includes('sup') ? superscript(text) : text))
      .join('');
    const keys = String(element.properties.dataKeys ?? '').split(' ');
    this.#place(element, start, { kind: 'in-text', keys, runs });
  }

  #place(
    { position }: Pick<DocumentNote, 'position'> | ElementContent,
    start: number,
    unit: Pick<Rendered, 'kind' | 'number' | 'call' | 'keys' | 'runs'>,
  ): void {
    const { offset = 0, line = 1, column = 1 } = position?.start ?? {};
    const around = { before: '', after: '', lead: '', tail: '' };
    const placed = { offset, line, column, ...unit, ...around };
    this.units.push(placed);
    this.#here.push({ unit: placed, start, end: this.#text.length });
  }
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}

const isCall = (element: Element) => hasClass(element, 'note-call');
const isCitation = (element: Element) => hasClass(element, 'citation');
