import type { Flow } from './model.js';

/** A flow up to an item, and the notes that are called there. */
export function beginningOf({ items, notes }: Flow, end: number): Flow {
  const beginning = items.slice(0, end);
  const called = new Set(beginning.flatMap((item) => item.notes));
  return {
    items: beginning,
    notes: notes.map((note, index) => (called.has(index) ? note : { items: [] })),
  };
}
