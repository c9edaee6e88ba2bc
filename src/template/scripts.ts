/** Codes (ISO 15924) of what is written in several scripts of Unicode. */
const several: Readonly<Record<string, RegExp>> = {
  Jpan: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u,
  Hans: /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u,
  Hant: /[\p{Script=Han}\p{Script=Bopomofo}\u3000-\u303F\uFF00-\uFFEF]/u,
  Kore: /[\p{Script=Han}\p{Script=Hangul}\u3000-\u303F]/u,
};

/** The characters of a script, by its code (ISO 15924); undefined where there is no such script. */
export function scriptOf(code: string): RegExp | undefined {
  if (Object.hasOwn(several, code)) return several[code];
  if (!/^[A-Z][a-z]{3}$/.test(code)) return undefined;
  try {
    return new RegExp(`\\p{Script=${code}}`, 'u');
  } catch {
    return undefined;
  }
}
