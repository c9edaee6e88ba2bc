import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { insideTarget } from '../../document/addresses.js';
import { type Note, noteLabel } from '../../document/document.js';
import { fill, type Words } from '../../template/words/index.js';
import { elementsOf, isElement, isNoteCall } from '../markup/tree.js';
import { typed } from './book-file.js';

export interface BookNote extends Note {
  tree: Root;
}

const calledIn = (tree: Root) =>
  elementsOf(tree, isNoteCall).map((call) => insideTarget(String(call.properties.href ?? '')));

/**
 * Gives each chapter the notes that it calls first, so that calls and notes share a file; a note
 * called from a note follows it. Notes that nothing calls go to the last chapter: none is lost.
 */
export function shareNotes(chapters: readonly Root[], notes: readonly BookNote[]): BookNote[][] {
  const left = new Map(notes.map((note) => [note.id, note]));
  const take = (tree: Root): BookNote[] =>
    calledIn(tree).flatMap((id) => {
      const note = left.get(id ?? '');
      if (!note) return [];
      left.delete(note.id);
      return [note, ...take(note.tree)];
    });
  const shares = chapters.map((tree) => take(tree));
  shares.at(-1)?.push(...left.values());
  const places = new Map(notes.map((note, index) => [note, index]));
  const placeOf = (note: BookNote) => places.get(note) ?? 0;
  return shares.map((share) => share.sort((a, b) => placeOf(a) - placeOf(b)));
}

/** Only the number stands in the link: anything around it keeps Apple Books from opening the note in place. */
export function noteCall(element: Element, href: string): Element {
  const { id, className } = element.properties;
  const call = typed('a', 'noteref', 'doc-noteref', { id, href, className }, []);
  call.children = element.children;
  return call;
}

/** The number leads back to the first call, letters after it to the others. */
function backlinks(note: BookNote, hrefs: readonly string[], words: Words): ElementContent[] {
  const number = noteLabel(note);
  const label = fill(words.backToText, number);
  const className = note.mark === undefined ? 'note-number' : 'note-number marked';
  const [first, ...others] = hrefs;
  const links: ElementContent[] = [
    first === undefined
      ? h('span', { className }, number)
      : h('a', { className, href: first, role: 'doc-backlink', ariaLabel: label }, number),
    ...others.flatMap((href, index): ElementContent[] => {
      const letter = String.fromCharCode('b'.charCodeAt(0) + (index % 25));
      const name = `${label} (${letter})`;
      return [
        { type: 'text', value: ' ' },
        h('a', { className: 'note-again', href, role: 'doc-backlink', ariaLabel: name }, letter),
      ];
    }),
  ];
  return [...links, { type: 'text', value: ' ' }];
}

/**
 * A note as a block in the flow: reading systems open it in place, and it can still be read at
 * the end of its chapter. It starts with its number, which leads back.
 */
export function noteBlock(
  note: BookNote,
  id: string,
  callHrefs: readonly string[],
  words: Words,
): Element {
  const content = note.tree.children as ElementContent[];
  const start = backlinks(note, callHrefs, words);
  const first = content.find((child) => child.type === 'element');
  if (isElement(first, 'p')) first.children.unshift(...start);
  else content.unshift(h('p', start));
  return typed('div', 'footnote', 'doc-footnote', { id, className: 'note' }, content);
}
