import type { Element, ElementContent } from 'hast';
import type { State } from 'mdast-util-to-hast';
import type { Note as NoteNode } from '../markdown/nodes.js';
import { type Note, noteLabel } from './document.js';

/** Gathers the notes of the text while the tree becomes hast. */
export class NoteRegister {
  readonly #notes: Note[] = [];
  readonly #ordinals = new Map<Note, number>();
  readonly #byLabel = new Map<string, Note>();

  /** In order of first call, as citations were placed. */
  get notes(): Note[] {
    const ordinalOf = (note: Note) => this.#ordinals.get(note) ?? 0;
    return this.#notes.toSorted((one, other) => ordinalOf(one) - ordinalOf(other));
  }

  /** The `mdast-util-to-hast` handler for `note` nodes: keeps the note, leaves its call. */
  readonly handler = (state: State, node: NoteNode): Element => {
    const note = this.#noteOf(state, node);
    const again = note.callIds.length > 0 ? `-${note.callIds.length + 1}` : '';
    const ordinal = this.#ordinals.get(note) ?? 0;
    const callId = `call-${ordinal}${again}`;
    note.callIds.push(callId);
    const call: Element = {
      type: 'element',
      tagName: 'a',
      properties: {
        className: note.mark === undefined ? ['note-call'] : ['note-call', 'marked'],
        id: callId,
        href: `#${note.id}`,
        dataNote: ordinal,
      },
      children: [{ type: 'text', value: noteLabel(note) }],
    };
    state.patch(node, call);
    return call;
  };

  #noteOf(state: State, node: NoteNode): Note {
    const known = node.label === undefined ? undefined : this.#byLabel.get(node.label);
    if (known) return known;
    // Citations name notes by the numbers that they were placed with: no others may be printed.
    const { number = this.#notes.length + 1, ordinal = number, mark } = node.data ?? {};
    const note: Note = {
      number,
      ...(mark === undefined ? {} : { mark }),
      id: `note-${ordinal}`,
      callIds: [],
      content: [],
      position: node.position,
    };
    const { position, keys } = node.data ?? {};
    if (position && keys) note.citation = { position, keys };
    this.#notes.push(note);
    this.#ordinals.set(note, ordinal);
    if (node.label !== undefined) this.#byLabel.set(node.label, note);
    note.content = state.wrap(state.all(node), false) as ElementContent[];
    return note;
  }
}
