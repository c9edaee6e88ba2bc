const ideographic =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\u30FB\u30FC\uFF00-\uFFEF]/u;

const hangulBefore = /\p{Script=Hangul}\p{Script=Han}*$/u;
const hangulAfter = /^\p{Script=Han}*\p{Script=Hangul}/u;

/** UTF-16 units: no Korean word has as many ideographs. */
const longestWord = 8;

/** Korean is written with spaces between words, some of whose syllables may be ideographs. */
export function standsInKoreanWord(text: string, at: number): boolean {
  return (
    hangulBefore.test(text.slice(Math.max(0, at - longestWord), at)) ||
    hangulAfter.test(text.slice(at, at + longestWord))
  );
}

/** What may not start a line (Requirements for Japanese Text Layout, W3C, 3.1.7; JIS X 4051). */
const neverFirst =
  /[、。，．・：；？！゛゜ヽヾゝゞ々ー—–…‥）〕］｝〉》」』】〗〙’”»ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ!%),.:;?\]}\u00A0\u00AD\u200B\u2028\u2060\u202F]/u;

/** What may not end one (the same, 3.1.8). */
const neverLast = /[（〔［｛〈《「『【〖〘‘“«([{\u00A0\u200B\u2060\u202F]/u;

/** What space may part from an ideograph: letters and digits that are not as wide (CSS Text 4, 8.7). */
const narrow = /[\p{L}\p{M}\p{Nd}]/u;
const wide = /[\p{Script=Hangul}\uFF00-\uFFEF]/u;
const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30FC]/u;

/** The ideograph of two characters of which the other is a letter or digit of another script. */
export function partsFromIdeograph(before: string, after: string): string | undefined {
  const isNarrow = (sign: string) => narrow.test(sign) && !wide.test(sign) && !ideograph.test(sign);
  if (ideograph.test(before) && isNarrow(after)) return before;
  return ideograph.test(after) && isNarrow(before) ? after : undefined;
}

/**
 * Beside which the engine widens a justified line as it does at spaces: ideographs, their signs
 * and symbols as wide. Rather too many than too few.
 */
const widenedBeside =
  /[\u02C7\u02CA\u02CB\u02D9\u2020\u2021\u2030\u203B-\u2051\u2100-\u2BFF\u2E80-\uA4CF\uF860-\uFFEF\u{1F000}-\u{3FFFF}]/u;

/** Whether a justified line of the text may widen at more than its spaces. */
export function widensBesideLetters(text: string): boolean {
  return widenedBeside.test(text.replaceAll('\uFFFC', ''));
}

/** A quick test that spares Latin, Cyrillic, Arabic and the like the careful one. */
export function mayBeIdeographic(before: number, after: number): boolean {
  return before >= 0x2e80 || after >= 0x2e80;
}

/** Whether a character is an ideograph, a syllable of Japanese, or one of their signs. */
export function isIdeographic(character: string): boolean {
  return ideographic.test(character);
}

/** Whether a line may be broken between two characters of which one stands in no word. */
export function breaksBetweenIdeographs(before: string, after: string): boolean {
  if (!ideographic.test(before) && !ideographic.test(after)) return false;
  if (/\s/u.test(before) || /\s/u.test(after) || /\p{M}/u.test(after)) return false;
  return !neverFirst.test(after) && !neverLast.test(before);
}
