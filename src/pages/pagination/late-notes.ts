import type { Measurements, NoteCursor } from './measurements.js';
import type { ChosenFault, ColumnStart } from './states.js';

/**
 * Notes called in a column, or on a page, of which not even the first line stands there; undefined
 * without any.
 */
export function lateNotes(
  start: Pick<ColumnStart, 'item'>,
  to: number,
  reached: NoteCursor,
  measurements: Measurements,
): ChosenFault[] | undefined {
  let faults: ChosenFault[] | undefined;
  const firstUnplaced = reached.line > 0 ? reached.note + 1 : reached.note;
  const firstCalledHere = Math.max(firstUnplaced, measurements.called(start.item));
  for (let note = firstCalledHere; note < measurements.called(to); note += 1) {
    if (measurements.length(note) === 0) continue;
    faults ??= [];
    faults.push({ kind: 'note-late', note: measurements.noteOrder[note] as number });
  }
  return faults;
}
