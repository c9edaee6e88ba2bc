const ideographic =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF]/u;

/** What may not start a line (Requirements for Japanese Text Layout, W3C, 3.1.7; JIS X 4051). */
const neverFirst =
  /[、。，．・：；？！゛゜ヽヾゝゞ々ー—–…‥）〕］｝〉》」』】〗〙’”»ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ!%),.:;?\]}\u00A0\u00AD\u200B\u2028\u2060\u202F]/u;

/** What may not end one (the same, 3.1.8). */
const neverLast = /[（〔［｛〈《「『【〖〘‘“«([{\u00A0\u200B\u2060\u202F]/u;

/** A quick test that spares Latin, Cyrillic, Arabic and the like the careful one. */
export function mayBeIdeographic(before: number, after: number): boolean {
  return before >= 0x2e80 || after >= 0x2e80 || (before >= 0x1100 && before < 0x1200);
}

/** Whether a line may be broken between two characters of which one stands in no word. */
export function breaksBetweenIdeographs(before: string, after: string): boolean {
  if (!ideographic.test(before) && !ideographic.test(after)) return false;
  if (/\s/u.test(before) || /\s/u.test(after) || /\p{M}/u.test(after)) return false;
  return !neverFirst.test(after) && !neverLast.test(before);
}
