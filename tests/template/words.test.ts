import { describe, expect, it } from 'vitest';
import { scriptOf } from '../../src/template/scripts.js';
import { fill, foreignLang, languages, wordsFor } from '../../src/template/words/index.js';

describe('words', () => {
  it.each([
    ['en-GB', 'en', undefined],
    ['pt-BR', 'pt', undefined],
    ['DE', 'de', undefined],
    ['nl', 'nl', undefined],
    ['ar-EG', 'ar', undefined],
    ['he', 'he', undefined],
    ['fa-IR', 'fa', undefined],
    ['ja-JP', 'ja', undefined],
    ['ko', 'ko', undefined],
    ['zh', 'zh-Hans', undefined],
    ['zh-CN', 'zh-Hans', undefined],
    ['zh-Hans-HK', 'zh-Hans', undefined],
    ['zh-TW', 'zh-Hant', undefined],
    ['zh-hant', 'zh-Hant', undefined],
    ['sq', 'en', 'en'],
    ['toString', 'en', 'en'],
  ])('of %s are in %s', (lang, spoken, foreign) => {
    const words = wordsFor(lang);
    expect([words.lang, foreignLang(words, { lang })]).toEqual([spoken, foreign]);
  });

  it.each(languages)('of $lang have a place for a number where one is filled in', (words) => {
    const { onPage, cited } = words;
    const inText = [onPage, ...Object.values(cited)];
    for (const pattern of [words.note, words.backToText, words.page, words.table, ...inText]) {
      expect(fill(pattern, 7)).toMatch(/7/);
      expect(fill(pattern, 7)).not.toContain('{}');
    }
  });

  it.each(languages)('of $lang are in its letters, and those of no other', (words) => {
    const { lang, signs, summary, cited, ...labels } = words;
    const texts = [...Object.values(labels), ...Object.values(summary), ...Object.values(cited)];
    const { script } = new Intl.Locale(lang).maximize();
    const own = scriptOf(script ?? '');
    for (const letter of texts.join('').match(/[^\P{L}\p{Script=Common}]/gu) ?? [])
      expect(letter).toMatch(own ?? /^$/);
  });

  it('of Chinese are in simplified or in traditional characters', () => {
    const [simplified, traditional] = ['zh-CN', 'zh-TW'].map((lang) =>
      JSON.stringify(wordsFor(lang)),
    );
    expect(simplified).not.toMatch(/[書頁註釋獻與關鍵題圖標讀數]/);
    expect(traditional).not.toMatch(/[书页释献与关键题图标读数]/);
  });

  it('have full-width signs, which bring their space, where words are of ideographs', () => {
    for (const { lang, signs } of languages) {
      const isWide = /^(zh|ja)/.test(lang);
      expect(/[\u3000-\u303F\uFF00-\uFFEF]/.test(Object.values(signs).join('')), lang).toBe(isWide);
      expect(/ /.test(Object.values(signs).join('')), lang).toBe(!isWide);
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
