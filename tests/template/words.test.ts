import { describe, expect, it } from 'vitest';
import { fill, foreignLang, languages, wordsFor } from '../../src/template/words/index.js';

describe('words', () => {
  it.each([
    ['en-GB', 'en', undefined],
    ['pt-BR', 'pt', undefined],
    ['DE', 'de', undefined],
    ['nl', 'nl', undefined],
    ['sq', 'en', 'en'],
    ['toString', 'en', 'en'],
  ])('of %s are in %s', (lang, spoken, foreign) => {
    const words = wordsFor(lang);
    expect([words.lang, foreignLang(words, { lang })]).toEqual([spoken, foreign]);
  });

  it.each(languages)('of $lang have a place for a number where one is filled in', (words) => {
    for (const pattern of [words.note, words.backToText, words.page, words.table]) {
      expect(fill(pattern, 7)).toMatch(/7/);
      expect(fill(pattern, 7)).not.toContain('{}');
    }
  });

  it.each(languages)('of $lang are all there, and none is left over', (words) => {
    const [english] = languages;
    expect(Object.keys(words).sort()).toEqual(Object.keys(english ?? {}).sort());
    for (const word of Object.values(words)) {
      const texts: string[] = typeof word === 'string' ? [word] : Object.values(word);
      for (const text of texts) {
        expect(text.trim()).not.toBe('');
      }
    }
  });
});
