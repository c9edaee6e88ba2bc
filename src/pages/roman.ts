const numerals: readonly [string, number][] = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
];

/** A number from 1 on in small roman numerals. */
export function toRoman(number: number): string {
  let rest = number;
  let roman = '';
  for (const [letters, value] of numerals) {
    for (; rest >= value; rest -= value) roman += letters;
  }
  return roman;
}
