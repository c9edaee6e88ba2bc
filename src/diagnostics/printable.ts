/**
 * Controls, and marks that turn the direction of what follows: shown raw, the text of a manuscript
 * could move the cursor, change the terminal's title or make a message read otherwise than it is.
 */
const unprintable = /[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

const escaped = (character: string) =>
  `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;

/** Text that a terminal shows as it stands: tabs and line ends as spaces, other controls as `\u001b`. */
export function printable(text: string): string {
  return text.replaceAll(/[\t\n\r]/g, ' ').replaceAll(unprintable, escaped);
}
