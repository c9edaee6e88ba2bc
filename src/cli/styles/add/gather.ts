import { styleName } from '../../../citations/style/find.js';
import { Failure } from '../../../diagnostics/failure.js';
import type { Report } from '../../../diagnostics/report.js';
import { usageFailure } from '../../usage.js';
import type { AddRequest } from '../styles.parser.js';
import { type CheckedStyle, checkLocale, checkStyle } from './check.js';
import type { Fetched, Repository } from './repository.js';
import { isShipped, type UserFolder } from './user-folder.js';
import { localesHere, tagsToFetch } from './wanted-locales.js';

/** What is to be kept, what others stand on first. */
export interface AddPlan {
  name: string;
  title: string;
  files: { path: string; text: string; address: string }[];
}

/**
 * Fetches and checks a style, its parent and its locale, as far as they are not here. Keeps nothing.
 *
 * @param began Is told what is fetched.
 * @throws Failure where the style is not in the repository, or is broken.
 */
export async function gather(
  { name: given, lang, force }: AddRequest,
  repository: Repository,
  user: UserFolder,
  report: Report,
  began: (what: string) => void,
): Promise<AddPlan> {
  const name = await nameOf(given);
  const files: AddPlan['files'] = [];
  const fetchStyle = async (wanted: string, needed: () => Failure): Promise<CheckedStyle> => {
    began(wanted);
    const fetched = await repository.style(wanted);
    if (!fetched) throw needed();
    const checked = checkStyle(wanted, fetched);
    const path = user.styleFile(wanted, checked.parent !== undefined);
    files.unshift({ path, ...fetched });
    return checked;
  };
  const kept = force ? undefined : await user.kept(name);
  const style = kept
    ? checkStyle(name, kept)
    : await fetchStyle(name, () => notThere(given, 'the repository has no style'));
  const parent = await parentOf(style, { force, user }, (wanted) =>
    fetchStyle(wanted, () => notThere(wanted, `“${name}” stands on a style that is not there:`)),
  );
  if (parent?.parent !== undefined) throw nestedDependence(name, style);
  const locales = [style.locale ?? parent?.locale, lang].filter((tag) => tag !== undefined);
  for (const tag of locales) {
    const locale = await fetchLocale(tag, repository, user, began);
    if (locale === 'none') noLocale(tag, report);
    else if (locale) files.unshift(locale);
  }
  return { name, title: style.title, files };
}

/** @throws Failure (status 2) where no style can have the name, or Octavo brings it. */
async function nameOf(given: string): Promise<string> {
  const name = styleName(given);
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(name)) {
    throw usageFailure(
      `“${given}” is no name of a style`,
      'Give the name that zotero.org/styles shows, such as “nature”',
    );
  }
  if (await isShipped(name)) {
    throw usageFailure(
      `“${name}” comes with Octavo, and goes before any style that is added`,
      `Use it as it is, with --style ${name}; another copy of it can stand in the publication’s folder`,
    );
  }
  return name;
}

/** The style that a dependent one stands on: the one that is here, or else a fetched one. */
async function parentOf(
  { parent }: CheckedStyle,
  { force, user }: { force: boolean; user: UserFolder },
  fetchStyle: (name: string) => Promise<CheckedStyle>,
): Promise<CheckedStyle | undefined> {
  if (parent === undefined) return undefined;
  const renewed = force && (await user.kept(parent)) !== undefined && !(await isShipped(parent));
  const here = renewed ? undefined : await user.found(parent);
  return here ? checkStyle(parent, here) : fetchStyle(parent);
}

async function fetchLocale(
  wanted: string,
  repository: Repository,
  user: UserFolder,
  began: (what: string) => void,
): Promise<AddPlan['files'][number] | 'none' | undefined> {
  const tags = tagsToFetch(wanted, await localesHere(user.localeFolders));
  if (tags.length === 0) return undefined;
  for (const tag of tags) {
    began(`terms for ${tag}`);
    const fetched: Fetched | undefined = await repository.locale(tag);
    if (!fetched) continue;
    checkLocale(tag, fetched);
    return { path: user.localeFile(tag), ...fetched };
  }
  return 'none';
}

function noLocale(tag: string, report: Report): void {
  report.add(
    'citation/missing-locale',
    { file: 'octavo' },
    {
      message: `The repository has no terms for “${tag}”: citations are set in the nearest language that is here`,
      remedy: 'Name another language, or write a locale of your own',
    },
  );
}

function notThere(name: string, what: string): Failure {
  return new Failure(
    'citation/unknown-style',
    { file: 'octavo' },
    {
      message: `${what} “${name}”`,
      remedy: 'Look the name up at zotero.org/styles; a title is no name',
    },
  );
}

function nestedDependence(name: string, { parent }: CheckedStyle): Failure {
  return new Failure(
    'citation/bad-style',
    { file: name },
    {
      message: `“${name}” stands on “${parent}”, which stands on another style itself`,
      remedy: 'Nothing was kept: tell the repository’s keepers',
    },
  );
}
