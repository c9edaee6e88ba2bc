import type { Metadata } from '../../publication/publication.js';
import { english, languages, type Words } from './word-tables.js';

export type { Words } from './word-tables.js';

/** The words for a publication's language (BCP 47); English where the language is not spoken here. */
export function wordsFor(lang: string): Words {
  const primary = lang.toLowerCase().split('-')[0];
  return languages.find((words) => words.lang === primary) ?? english;
}

/** `Latest {}` with `{}` filled in. */
export function fill(words: string, value: string | number): string {
  return words.replace('{}', () => String(value));
}

/** `en` where the words are not in the publication's language, so that they are read out rightly. */
export function foreignLang(words: Words, { lang }: Pick<Metadata, 'lang'>): string | undefined {
  return words.lang === lang.toLowerCase().split('-')[0] ? undefined : words.lang;
}

const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** Direction in which a language (BCP 47) is written; a script subtag decides where there is one. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  const [primary = '', ...rest] = lang.toLowerCase().split('-');
  const script = rest.find((tag) => tag.length === 4);
  if (script) return ['arab', 'hebr', 'syrc', 'thaa', 'nkoo'].includes(script) ? 'rtl' : 'ltr';
  return rightToLeft.has(primary) ? 'rtl' : 'ltr';
}
