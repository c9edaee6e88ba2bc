/** The signs of notes beside the numbered ones, in the traditional order (Bringhurst, The Elements of Typographic Style, chapter 4). */
const signs = ['*', '†', '‡', '§', '‖', '¶'];

/** The mark of a note by its place in its series, from 0: after the last sign they come doubled. */
export function noteMark(index: number): string {
  const sign = signs[index % signs.length] ?? '*';
  return sign.repeat(Math.floor(index / signs.length) + 1);
}
