/**
 * Edits (insert, delete, replace, swap of neighbours) that turn one word into the other.
 * The restricted form of Damerau and Levenshtein's distance (optimal string alignment), in
 * code points.
 */
export function editDistance(from: string, to: string): number {
  const source = [...from];
  const target = [...to];
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: target.length + 1 }, (_, index) => index);
  for (let row = 1; row <= source.length; row++) {
    const current = [row];
    for (let column = 1; column <= target.length; column++) {
      const same = source[row - 1] === target[column - 1];
      let least = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (same ? 0 : 1),
      );
      const swapped =
        source[row - 1] === target[column - 2] && source[row - 2] === target[column - 1];
      if (swapped && row > 1 && column > 1)
        least = Math.min(least, at(beforePrevious, column - 2) + 1);
      current.push(least);
    }
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, target.length);
}

const at = (row: readonly number[], column: number) => row[column] ?? Number.POSITIVE_INFINITY;

const fold = (word: string) => word.normalize('NFC').toLowerCase();

/** Edits that still pass for a slip of the pen: a third of the longer word, one at least. */
const tolerance = (word: string, name: string) =>
  Math.max(1, Math.floor(Math.max(word.length, name.length) / 3));

/**
 * The names that the word may have been meant for, nearest first, ties in alphabetical order.
 * Case does not count. A name that holds the word whole (`chicago` in `chicago-note`) is near too,
 * behind those that are a slip away.
 */
export function nearNames(word: string, names: Iterable<string>, limit = 3): string[] {
  const wanted = fold(word);
  if (wanted === '') return [];
  const near: { name: string; distance: number }[] = [];
  for (const name of new Set(names)) {
    const folded = fold(name);
    const most = tolerance(wanted, folded);
    const distance =
      Math.abs(folded.length - wanted.length) > 2 * most
        ? Number.POSITIVE_INFINITY
        : editDistance(wanted, folded);
    if (distance <= most) near.push({ name, distance });
    else if (wanted.length > 2 && folded.includes(wanted)) {
      near.push({ name, distance: folded.length });
    }
  }
  near.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return near.slice(0, limit).map(({ name }) => name);
}

/** The one name that the word was most likely meant for. */
export function nearest(word: string, names: Iterable<string>): string | undefined {
  return nearNames(word, names, 1)[0];
}
