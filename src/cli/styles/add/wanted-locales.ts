import { join } from 'node:path';
import { bundledLocales } from '../../../citations/style/bundled.js';
import { namesIn, ownStylesFolder } from '../../../citations/style/folders.js';
import { languageOf, regionOf } from '../../../citations/style/locale-tags.js';
import { nearestLocale } from '../../../citations/style/locales.js';

/** Tags of the locales that are here. */
export async function localesHere(folders: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(
    [join(ownStylesFolder(), 'locales'), ...folders].map((folder) => namesIn(folder, '.xml')),
  );
  const tags = lists.flat().map((name) => name.replace(/^locales-/, ''));
  return [...new Set([...tags, ...Object.keys(bundledLocales())])].sort();
}

/**
 * The tags to ask for, in this order, until one is found: none where what is here serves. A
 * language without a region is served by its main dialect.
 */
export function tagsToFetch(wanted: string, here: readonly string[]): string[] {
  const language = languageOf(wanted);
  const region = regionOf(wanted);
  const nearest = nearestLocale(wanted, here);
  const serves = region ? nearest === `${language}-${region}` : languageOf(nearest) === language;
  if (serves) return [];
  return [...new Set([region && `${language}-${region}`, mainDialect(language), language])].filter(
    (tag) => tag !== undefined && tag !== '' && !here.includes(tag),
  ) as string[];
}

/** Languages whose locale is of a country that is not named alike. */
const dialects: Readonly<Record<string, string>> = {
  af: 'af-ZA',
  ca: 'ca-AD',
  cs: 'cs-CZ',
  cy: 'cy-GB',
  da: 'da-DK',
  el: 'el-GR',
  en: 'en-US',
  et: 'et-EE',
  fa: 'fa-IR',
  he: 'he-IL',
  hi: 'hi-IN',
  ja: 'ja-JP',
  km: 'km-KH',
  ko: 'ko-KR',
  nb: 'nb-NO',
  nn: 'nn-NO',
  sl: 'sl-SI',
  sr: 'sr-RS',
  sv: 'sv-SE',
  uk: 'uk-UA',
  vi: 'vi-VN',
  zh: 'zh-CN',
};

const mainDialect = (language: string) =>
  dialects[language] ?? `${language}-${language.toUpperCase()}`;
