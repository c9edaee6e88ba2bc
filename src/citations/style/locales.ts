import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Place } from '../../diagnostics/diagnostic.js';
import type { Report } from '../../diagnostics/report.js';
import type { CitationLocale, CitationStyle } from '../types.js';
import { bundledLocales } from './bundled.js';
import { machineLocaleFolders, namesIn, ownStylesFolder } from './folders.js';
import { languageOf, regionOf } from './locale-tags.js';

/** CSL's main dialect of a language that has several (CSL 1.0.2, "Locale Fallback"). */
const mainDialects: Readonly<Record<string, string>> = {
  de: 'de-DE',
  en: 'en-US',
  es: 'es-ES',
  fr: 'fr-FR',
  pt: 'pt-PT',
  zh: 'zh-CN',
};

/** English outside North America is nearer to British than to American English. */
const britishRegions = new Set(['AU', 'IE', 'IN', 'MT', 'NZ', 'SG', 'ZA', 'CY', 'HK', 'KE', 'NG']);

const everywhere = 'en-US';

/**
 * The terms for a publication: the language it is in, or that of a dependent style which says its
 * own. Where that language has no locale file, the nearest one, and a finding that says so.
 * @param lang BCP 47.
 */
export async function resolveLocale(
  style: CitationStyle,
  lang: string,
  place: Place,
  report: Report,
  machineFolders: readonly string[] = machineLocaleFolders(),
): Promise<CitationLocale> {
  const shelves = [join(ownStylesFolder(), 'locales'), ...machineFolders];
  const files = await localeFiles(shelves);
  const wanted = style.ownLocale ?? lang;
  const chosen = nearestLocale(wanted, [...files.keys()].sort());
  if (!sameLanguage(chosen, wanted)) {
    report.add('citation/missing-locale', place, {
      message: `No terms for citations in “${wanted}” are here: they are set in “${chosen}”`,
      remedy: `Put locales-${wanted}.xml of the CSL project into ${machineFolders[0]}`,
    });
  } else if (namesOtherRegion(wanted, chosen)) {
    report.add('citation/near-locale', place, {
      message: `No terms for citations in “${wanted}” are here: they are set as in “${chosen}”`,
      remedy: `Put a file of terms, locales-${wanted}.xml, into ${machineFolders[0]} where they differ`,
    });
  }
  const texts = new Map<string, string>();
  for (const tag of new Set([chosen, everywhere])) texts.set(tag, await read(files, tag));
  return { lang: chosen, xmlOf: (tag) => texts.get(tag) ?? texts.get(everywhere) ?? '' };
}

type LocaleFiles = Map<string, { path: string } | { xml: string }>;

async function localeFiles(folders: readonly string[]): Promise<LocaleFiles> {
  const files: LocaleFiles = new Map();
  const [own, ...machine] = folders;
  const add = async (folder: string | undefined) => {
    for (const name of folder === undefined ? [] : await namesIn(folder, '.xml')) {
      const tag = name.replace(/^locales-/, '');
      if (!files.has(tag)) files.set(tag, { path: join(folder ?? '', `${name}.xml`) });
    }
  };
  await add(own);
  for (const [tag, xml] of Object.entries(bundledLocales())) {
    if (!files.has(tag)) files.set(tag, { xml });
  }
  for (const folder of machine) await add(folder);
  return files;
}

async function read(files: LocaleFiles, tag: string): Promise<string> {
  const file = files.get(tag);
  if (!file) return '';
  return 'xml' in file ? file.xml : readFile(file.path, 'utf8');
}

function sameLanguage(one: string, other: string): boolean {
  return languageOf(one) === languageOf(other);
}

function namesOtherRegion(wanted: string, chosen: string): boolean {
  const [region, other] = [regionOf(wanted), regionOf(chosen)];
  return region !== undefined && other !== undefined && region !== other;
}

/** The tag itself, its language and region, its main dialect, another dialect; else American English. */
export function nearestLocale(wanted: string, available: readonly string[]): string {
  const main = languageOf(wanted);
  const region = regionOf(wanted);
  const british = main === 'en' && region !== undefined && britishRegions.has(region);
  const candidates = [
    region ? `${main}-${region}` : main,
    british ? 'en-GB' : undefined,
    mainDialects[main],
    `${main}-${main.toUpperCase()}`,
    main,
    available.find((tag) => sameLanguage(tag, wanted)),
  ];
  return candidates.find((tag) => tag !== undefined && available.includes(tag)) ?? everywhere;
}
