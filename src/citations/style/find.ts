import { readFile, realpath } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { bundledStyles } from './bundled.js';
import { machineStyleFolders, namesIn, ownStylesFolder } from './folders.js';

/** Where to look for styles. */
export interface StyleSearch {
  /** The publication's folder, absolute. */
  folder: string;
  /**
   * Who names the style. What a publication names is read inside its folder only; a path on the
   * command line counts from the working folder and may lead anywhere.
   */
  from: 'publication' | 'command';
  /** Absolute; where a path on the command line counts from. */
  workingFolder?: string;
  /** Folders of this machine to look in; default: the user's and the system's. */
  machineFolders?: readonly string[];
}

/** A style's file, read. */
export interface StyleFile {
  name: string;
  /** What a diagnostic shows. */
  source: string;
  xml: string;
}

const officialAddress = /^https?:\/\/(?:www\.)?zotero\.org\/styles\//;

/** `http://www.zotero.org/styles/apa` and `apa.csl` as `apa`. */
export function styleName(given: string): string {
  return given
    .trim()
    .replace(officialAddress, '')
    .replace(/\.csl$/i, '');
}

function isPath(given: string): boolean {
  return !officialAddress.test(given) && /[\\/]|\.(?:csl|xml)$/i.test(given);
}

/** Looks for a style by path, then by name; undefined where there is none. */
export async function findStyle(
  given: string,
  search: StyleSearch,
): Promise<StyleFile | undefined> {
  const byPath = isPath(given) ? await findPath(given, search) : undefined;
  return byPath ?? findName(styleName(given), search);
}

async function findPath(given: string, search: StyleSearch): Promise<StyleFile | undefined> {
  const { folder, from, workingFolder } = search;
  const bases = from === 'command' ? [workingFolder ?? folder, folder] : [folder];
  for (const base of bases) {
    const path = isAbsolute(given) && from === 'command' ? given : resolve(base, given);
    if (from === 'publication' && !(await isInside(path, folder))) continue;
    const file = await read(path, given);
    if (file) return file;
  }
  return undefined;
}

async function isInside(path: string, folder: string): Promise<boolean> {
  try {
    const way = relative(await realpath(folder), await realpath(path));
    return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  } catch {
    return false;
  }
}

async function findName(name: string, search: StyleSearch): Promise<StyleFile | undefined> {
  if (name === '' || /[\\/]/.test(name)) return undefined;
  for (const place of styleFolders(search)) {
    const shipped = typeof place === 'string' ? undefined : place;
    const xml = shipped && Object.hasOwn(shipped, name) ? shipped[name] : undefined;
    if (xml !== undefined) return { name, source: `@citation-js/plugin-csl: ${name}`, xml };
    if (typeof place !== 'string') continue;
    for (const path of [join(place, `${name}.csl`), join(place, 'dependent', `${name}.csl`)]) {
      const theirs = place === search.folder || place.startsWith(search.folder + sep);
      if (theirs && search.from === 'publication' && !(await isInside(path, search.folder)))
        continue;
      const file = await read(path, path);
      if (file) return file;
    }
  }
  return undefined;
}

/** Folders in the order they are asked; the styles that citation-js ships stand among them. */
function styleFolders(search: StyleSearch): (string | Readonly<Record<string, string>>)[] {
  return [
    search.folder,
    join(search.folder, 'styles'),
    ownStylesFolder(),
    bundledStyles(),
    ...(search.machineFolders ?? machineStyleFolders()),
  ];
}

/** The places that were looked in, for a person to read. */
export function placesLookedIn(search: StyleSearch): string[] {
  return styleFolders(search).map((place) =>
    typeof place === 'string' ? place : 'the styles of @citation-js/plugin-csl',
  );
}

/** Every style that can be named, each once, in the order of the folders. */
export async function styleNames(search: StyleSearch): Promise<string[]> {
  const lists = await Promise.all(
    styleFolders(search).map(async (place) =>
      typeof place === 'string'
        ? [...(await namesIn(place, '.csl')), ...(await namesIn(join(place, 'dependent'), '.csl'))]
        : Object.keys(place).sort(),
    ),
  );
  return [...new Set(lists.flat())];
}

async function read(path: string, shown: string): Promise<StyleFile | undefined> {
  try {
    const xml = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
    return { name: basename(path).replace(/\.(?:csl|xml)$/i, ''), source: shown, xml };
  } catch {
    return undefined;
  }
}
