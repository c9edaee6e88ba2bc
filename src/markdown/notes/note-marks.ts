/** The signs of notes beside the numbered ones, in the order of their use (Hart's Rules, 17.2.3). */
const signs = ['*', '†', '‡', '§', '‖', '¶'];

/** The mark of a note by its place in its series, from 0: after the last sign they come doubled. */
export function noteMark(index: number): string {
  const sign = signs[index % signs.length] ?? '*';
  return sign.repeat(Math.floor(index / signs.length) + 1);
}
