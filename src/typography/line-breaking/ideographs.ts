const ideographic =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;

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

/** A quick test that spares Latin, Cyrillic, Arabic and the like the careful one. */
export function mayBeIdeographic(before: number, after: number): boolean {
  return before >= 0x2e80 || after >= 0x2e80;
}

/** Whether a line may be broken between two characters of which one stands in no word. */
export function breaksBetweenIdeographs(before: string, after: string): boolean {
  if (!ideographic.test(before) && !ideographic.test(after)) return false;
  if (/\s/u.test(before) || /\s/u.test(after) || /\p{M}/u.test(after)) return false;
  return !neverFirst.test(after) && !neverLast.test(before);
}
