let letters = '';
const counts = new Map<string, number>();

/** Letters that tell what one take names by counting from what another does: of the first, none. */
export const seriesOfTake = (): string => letters;

/** The next number among the take's names of a kind, after the letters of its series. */
export function nextInTake(kind: 'part' | 'handed' | 'word' | 'formula'): string {
  const number = (counts.get(kind) ?? 0) + 1;
  counts.set(kind, number);
  return `${letters}${number}`;
}

/** Says which take is being set or made up, from 0: it counts from the beginning. */
export function beginTake(number: number): void {
  counts.clear();
  letters = '';
  for (let rest = number; rest > 0; rest = Math.floor(rest / 26)) {
    letters = String.fromCharCode(97 + (rest % 26)) + letters;
  }
}
