import { arabic } from './ar.js';
import { german } from './de.js';
import { english } from './en.js';
import { spanish } from './es.js';
import { persian } from './fa.js';
import { french } from './fr.js';
import { hebrew } from './he.js';
import { italian } from './it.js';
import { japanese } from './ja.js';
import { korean } from './ko.js';
import { dutch } from './nl.js';
import { portuguese } from './pt.js';
import type { Words } from './words.js';
import { simplifiedChinese } from './zh-Hans.js';
import { traditionalChinese } from './zh-Hant.js';

export type { Words } from './words.js';

/** The languages spoken here. */
export const languages: readonly Words[] = [
  english,
  german,
  french,
  italian,
  spanish,
  dutch,
  portuguese,
  arabic,
  hebrew,
  persian,
  simplifiedChinese,
  traditionalChinese,
  japanese,
  korean,
];

const primary = (lang: string) => lang.toLowerCase().split('-')[0];

/** Of Chinese, the script tells words apart; where no tag names it, the place does. */
function spokenIn(lang: string): string | undefined {
  if (primary(lang) !== 'zh') return primary(lang);
  const isTraditional = /-hant\b|-(tw|hk|mo)\b/i.test(lang) && !/-hans\b/i.test(lang);
  return isTraditional ? 'zh-Hant' : 'zh-Hans';
}

/** The words for a publication's language (BCP 47); English where the language is not spoken here. */
export function wordsFor(lang: string): Words {
  const spoken = spokenIn(lang);
  return languages.find((words) => words.lang === spoken) ?? english;
}

/** `Note {}` with `{}` filled in. */
export function fill(words: string, value: string | number): string {
  return words.replace('{}', () => String(value));
}

/** `en` where the words are not in the publication's language, so that they are read out rightly. */
export function foreignLang(words: Words, { lang }: { lang: string }): string | undefined {
  return words.lang === spokenIn(lang) ? undefined : words.lang;
}
