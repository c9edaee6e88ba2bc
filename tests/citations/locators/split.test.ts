import { expect, test } from 'vitest';
import { splitSuffix } from '../../../src/citations/locators/split.js';
import { locatorTerms } from '../../../src/citations/locators/terms.js';

const locale = (terms: string) =>
  `<locale xmlns="http://purl.org/net/xbiblio/csl" xml:lang="xx"><terms>${terms}</terms></locale>`;
const terms = locatorTerms(
  locale('<term name="page" form="short"><single>S.</single><multiple>SS.</multiple></term>'),
);

const cases: [
  suffix: string,
  label: string | undefined,
  locator: string | undefined,
  rest: string,
][] = [
  [', p. 3', 'page', '3', ''],
  [', pp. 33-35', 'page', '33-35', ''],
  [' p. 3', 'page', '3', ''],
  ['p. 3', 'page', '3', ''],
  [', 3', 'page', '3', ''],
  [' 30', 'page', '30', ''],
  [', S. 12', 'page', '12', ''],
  [', p.3', 'page', '3', ''],
  [', PP. 3', 'page', '3', ''],
  [', page 3', 'page', '3', ''],
  [', pagepages', undefined, undefined, ', pagepages'],
  [', ch. 2', 'chapter', '2', ''],
  [', chap. 2 and 3', 'chapter', '2 and 3', ''],
  [', vol. 1, p. 30', 'volume', '1', ', p. 30'],
  [', sec. 4', 'section', '4', ''],
  [', § 4', 'section', '4', ''],
  [', §§4-6', 'section', '4-6', ''],
  [', ¶ 4', 'paragraph', '4', ''],
  [', para. 4', 'paragraph', '4', ''],
  [', art. 5(2)', 'article-locator', '5', '(2)'],
  [', n. 5', 'note', '5', ''],
  [', s.v. 5', 'sub-verbo', '5', ''],
  [', pp. 33-35, 38-39 and *passim*', 'page', '33-35, 38-39', ' and *passim*'],
  [', pp. iv, vi-xi, (xv)-(xvii)', 'page', 'iv, vi-xi, (xv)-(xvii)', ''],
  [', p. 22|19', 'page', '22|19', ''],
  [', p. 12a', 'page', '12a', ''],
  [', p. 3 f.', 'page', '3', ' f.'],
  [', 12 ff.', 'page', '12', ' ff.'],
  [', p. 4.12', 'page', '4.12', ''],
  [', p. 3.', 'page', '3', '.'],
  [', p. 3, but see below', 'page', '3', ', but see below'],
  [', app. B', 'appendix', 'B', ''],
  [', xii', undefined, undefined, ', xii'],
  [', and more', undefined, undefined, ', and more'],
  [', in 1999', undefined, undefined, ', in 1999'],
  ['', undefined, undefined, ''],
  [', {pp. iv, 3 bis} with it', 'page', 'iv, 3 bis', ' with it'],
  ['{ch. A, D-Z}, with', 'chapter', 'A, D-Z', ', with'],
  [', {99 years}', 'page', '99 years', ''],
  [', {}99 years', undefined, undefined, '99 years'],
  [', {open', undefined, undefined, ', {open'],
];

test.each(cases)('%j', (suffix, label, locator, rest) => {
  expect(splitSuffix(suffix, terms)).toEqual({
    suffix: rest,
    ...(locator === undefined ? {} : { label, locator }),
  });
});
