let letters = '';

/** Letters that tell what one take names by counting from what another does: of the first, none. */
export const seriesOfTake = (): string => letters;

/** Says which take is being set, from 0. */
export function beginTake(index: number): void {
  letters = '';
  for (let rest = index; rest > 0; rest = Math.floor(rest / 26)) {
    letters = String.fromCharCode(97 + (rest % 26)) + letters;
  }
}
