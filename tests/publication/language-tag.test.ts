import { expect, test } from 'vitest';
import { languageTag } from '../../src/publication/language-tag.js';

test.each([
  ['de', 'de'],
  [' DE_at ', 'de-AT'],
  ['es-419', 'es-419'],
  ['sr-latn-rs', 'sr-Latn-RS'],
  ['de-1996', 'de-1996'],
  ['de-x-ours', 'de-x-ours'],
  ['de-DE-u-co-phonebk', 'de-DE-u-co-phonebk'],
  ['zh-cmn-Hans', 'zh-Hans'],
  ['zh-yue-HK', 'yue-HK'],
  ['sgn-ase', 'ase'],
  ['i-klingon', 'tlh'],
  ['zh-min-nan', 'nan'],
])('%j is a tag', (written, tag) => {
  expect(languageTag(written)).toBe(tag);
});

test.each([
  '',
  'not a tag!',
  'english',
  'en-usa',
  'de-',
  '-de',
  'de--AT',
  'a-DE',
  'de-419-DE',
  'de-1996-1996',
  'en-a-bbb-a-ccc',
  'en-a',
  'de-x',
  'x-ours',
  'i-default',
])('%j is none that programs know', (written) => {
  expect(languageTag(written)).toBeUndefined();
});
