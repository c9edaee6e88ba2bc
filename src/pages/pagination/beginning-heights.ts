import type { Measurements } from './measurements.js';

/** What {@link Measurements.beginningHeight} tells of each item. */
export function beginningsIn(measurements: Measurements): Float64Array {
  return Float64Array.from(measurements.topHeights, (height, item) => {
    const notes = heightToBegin(
      measurements,
      measurements.called(item),
      measurements.called(item + 1),
    );
    return notes > 0 ? height + notes : 0;
  });
}

/** px of all notes from one (included) to another (excluded), of the last a single line; 0 for one note. */
function heightToBegin(measurements: Measurements, from: number, to: number): number {
  const first = measurements.settledNote(from);
  let last = to - 1;
  while (last > first && measurements.length(last) === 0) last -= 1;
  return last > first ? measurements.noteArea({ note: first, line: 0 }, last, 1) : 0;
}
