import type { Element, Properties, Root } from 'hast';
import { visitParents } from 'unist-util-visit-parents';
import type { Note } from './document.js';

/** Nearest of what an element or one around it says of its language and direction. */
function toldBy(ancestors: readonly (Root | Element)[]): Properties {
  const told: Properties = {};
  for (const ancestor of ancestors) {
    if (ancestor.type !== 'element') continue;
    const { lang, dir } = ancestor.properties;
    if (lang) told.lang = lang;
    if (dir) told.dir = dir;
  }
  return told;
}

/**
 * A note is in the language of the text that calls it, and runs its way, wherever an edition sets
 * it; what a citation style has made is in the publication's own.
 */
export function tellNoteLanguages(body: Root, notes: readonly { note: Note; tree: Root }[]): void {
  const byCall = new Map(
    notes.flatMap(({ note, tree }) =>
      note.citation ? [] : note.callIds.slice(0, 1).map((id) => [id, tree] as const),
    ),
  );
  visitParents(body, { type: 'element', tagName: 'a' }, (call: Element, ancestors) => {
    const tree = byCall.get(String(call.properties.id));
    if (!tree) return;
    const told = toldBy(ancestors as (Root | Element)[]);
    for (const block of tree.children) {
      if (block.type === 'element') block.properties = { ...told, ...block.properties };
    }
  });
}
