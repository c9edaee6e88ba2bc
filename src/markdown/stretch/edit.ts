/** What tells one version of a text from another: all before and after it is in both. */
export interface Edit {
  start: number;
  oldEnd: number;
  newEnd: number;
}

/** The shortest stretch that two texts differ in. No `\r\n` is parted; undefined where they are alike. */
export function editBetween(before: string, after: string): Edit | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  if (start > 0 && before[start - 1] === '\r') start -= 1;
  const isParted = (text: string) => /^\r\n/.test(text.slice(-same - 1, text.length - same + 1));
  if (same > 0 && (isParted(before) || isParted(after))) same -= 1;
  return { start, oldEnd: before.length - same, newEnd: after.length - same };
}

/** How many lines end in a text. */
export function lineEndings(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) count += 1;
  }
  return count;
}
