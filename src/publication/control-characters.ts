/**
 * Controls but for tab and line ends, with the noncharacters and halves of surrogate pairs that XML
 * (2.2, Char) forbids beside them.
 */
export const controlCharacters = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu;

/** A text with each of them replaced, by nothing where nothing is said. */
export function withoutControls(text: string, replacement = ''): string {
  return text.replaceAll(controlCharacters, replacement);
}
