/** Where a word may break with a hyphen. Invisible until the break is taken. */
export const softHyphen = '\u00AD';
/** Where a line may break with nothing added (inside a URL). */
export const zeroWidthSpace = '\u200B';
/** Where a line may not break although the characters around would allow it. */
export const wordJoiner = '\u2060';

/** What a line ends or does not end at, without belonging to the text. */
export const breakMarkers = /[\u00AD\u200B\u2060]/g;

/** The text as the author wrote it: every break marker taken out. */
export function stripMarkers(text: string): string {
  return text.replace(breakMarkers, '');
}

export function isMarker(character: string): boolean {
  return character === softHyphen || character === zeroWidthSpace || character === wordJoiner;
}
