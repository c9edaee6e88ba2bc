import type { MeasuredGalley } from '../measured.js';
import type { Galley } from './galley.js';
import { noteOf } from './note-of.js';

/** Notes stand in the order of their calls; those that nothing calls come last. */
export function orderNotes(root: HTMLElement, called: readonly number[]): void {
  const notes = [...root.children];
  const isCalled = new Set(called);
  const rest = notes.flatMap((_, note) => (isCalled.has(note) ? [] : [note]));
  root.append(...[...called, ...rest].flatMap((note) => notes[note] ?? []));
}

/** Renumbers the text's notes by the order of their calls, and sees that none is lost. */
export function callInOrder(text: MeasuredGalley, count: number, firstNote: number): number[] {
  const isOwn = (note: number) => note >= firstNote && note < firstNote + count;
  const called = text.blocks.flatMap(({ notes }) => notes.map(([, note]) => note));
  const known = called.filter(isOwn).map((note) => note - firstNote);
  let next = 0;
  for (const block of text.blocks) {
    block.notes = block.notes
      .filter(([, note]) => isOwn(note))
      .map(([item]) => [item, next++] as [number, number]);
  }
  const last = text.blocks.at(-1);
  while (last && next < count) last.notes.push([last.heights.length - 1, next++]);
  return known;
}

/** The notes' galley, part by part. */
export function splitNotes(galley: Galley, measured: MeasuredGalley): MeasuredGalley[] {
  const notes: MeasuredGalley[] = [];
  galley.blocks.forEach((block, index) => {
    const found = measured.blocks[index];
    const note = block.entered.find((element) => element.classList.contains('note'));
    if (note)
      notes.push({
        blocks: [],
        note: noteOf(note),
        isMarked: note.classList.contains('marked'),
      });
    if (found) notes.at(-1)?.blocks.push(found);
  });
  return notes;
}
