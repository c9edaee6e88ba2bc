import { german } from './de.js';
import { english } from './en.js';
import { spanish } from './es.js';
import { french } from './fr.js';
import { italian } from './it.js';
import { dutch } from './nl.js';
import { portuguese } from './pt.js';
import type { Words } from './words.js';

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
];

const primary = (lang: string) => lang.toLowerCase().split('-')[0];

/** The words for a publication's language (BCP 47); English where the language is not spoken here. */
export function wordsFor(lang: string): Words {
  return languages.find((words) => words.lang === primary(lang)) ?? english;
}

/** `Note {}` with `{}` filled in. */
export function fill(words: string, value: string | number): string {
  return words.replace('{}', () => String(value));
}

/** `en` where the words are not in the publication's language, so that they are read out rightly. */
export function foreignLang(words: Words, { lang }: { lang: string }): string | undefined {
  return words.lang === primary(lang) ? undefined : words.lang;
}
