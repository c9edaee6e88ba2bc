import type { Note } from '../../markdown/nodes.js';
import type { Part } from './parts.js';
import { stopsOf } from './sites.js';

/**
 * Repeats a note in every chapter that calls it: where numbers begin again, a number of an earlier
 * chapter would be taken for another note of this one.
 */
export function repeatNotes(parts: readonly Part[]): void {
  const written = new Map<string, Note['children']>();
  let chapter = 0;
  for (const part of parts) {
    if (part.isChapter) chapter += 1;
    const calls = stopsOf(part.children).flatMap((stop) => (stop.kind === 'note' ? stop.node : []));
    for (const call of calls) repeatIn(chapter, call, written);
  }
}

function repeatIn(chapter: number, call: Note, written: Map<string, Note['children']>): void {
  const { label } = call;
  if (label === undefined) return;
  const content = written.get(label);
  if (content === undefined) written.set(label, structuredClone(call.children));
  // No label that is written holds a line break.
  const here = `${label}\n${chapter}`;
  if (content !== undefined && !written.has(here)) call.children = structuredClone(content);
  written.set(here, call.children);
  call.label = here;
}
