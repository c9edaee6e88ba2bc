import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { bundledStyles } from '../style/bundled.js';
import {
  type MachineShelf,
  machineStyleShelves,
  namesIn,
  ownStylesFolder,
} from '../style/folders.js';
import { readHead, type StyleHead } from './head.js';

/** Whose a style is. */
export type StyleOrigin = 'publication' | 'octavo' | 'citation-js' | MachineShelf['origin'];

/** A style that can be named. */
export interface CataloguedStyle extends StyleHead {
  /** What `--style` takes. */
  name: string;
  origin: StyleOrigin;
  /** Its file, or the package that ships it. */
  source: string;
}

export interface CatalogueSearch {
  /** A publication's folder, absolute; its styles go before all others. */
  folder: string;
  /** Default: those of this machine. */
  shelves?: readonly MachineShelf[];
  /** Folders that may hold locales; default: those of this machine. */
  localeFolders?: readonly string[];
}

/**
 * The styles that are here, in the order in which a name is looked up; of several with one name,
 * the one that the name leads to. Files that are no styles are left out.
 *
 * @param isWanted Told a style's name and the text of its head, whether to list it; default: all.
 */
export async function listStyles(
  search: CatalogueSearch,
  isWanted: (name: string, head: string) => boolean = () => true,
): Promise<CataloguedStyle[]> {
  const { folder, shelves = machineStyleShelves() } = search;
  const styles: CataloguedStyle[] = [];
  const seen = new Set<string>();
  const add = (name: string, origin: StyleOrigin, source: string, text: string | undefined) => {
    if (text === undefined) return;
    seen.add(name);
    const head = isWanted(name, text) ? readHead(text) : undefined;
    if (head) styles.push({ name, origin, source, ...head });
  };
  const addFolder = async (path: string, origin: StyleOrigin) => {
    for (const part of [path, join(path, 'dependent')]) {
      for (const name of await namesIn(part, '.csl')) {
        const file = join(part, `${name}.csl`);
        if (!seen.has(name)) add(name, origin, file, headOf(file));
      }
    }
  };
  const own = ownStylesFolder();
  for (const path of [folder, join(folder, 'styles')]) {
    if (path !== own) await addFolder(path, 'publication');
  }
  await addFolder(own, 'octavo');
  for (const [name, xml] of Object.entries(bundledStyles())) {
    if (!seen.has(name)) add(name, 'citation-js', '@citation-js/plugin-csl', xml);
  }
  for (const { folder: path, origin } of shelves) await addFolder(path, origin);
  return styles;
}

const headClosed = Buffer.from('</info>');
/** Bytes read at first: the heads of nearly all styles are shorter. */
const firstBytes = Buffer.alloc(4096);
/** Bytes that a head may have: the longest known has a tenth of them. */
const limit = 2 ** 18;

/**
 * The first part of a file, to where a style's head ends. Ten thousand files are looked at for one
 * question, and one after the other is the quickest way: they are in the system's cache.
 */
function headOf(file: string): string | undefined {
  try {
    const handle = openSync(file, 'r');
    try {
      return headIn(handle, firstBytes) ?? headIn(handle, Buffer.alloc(limit));
    } finally {
      closeSync(handle);
    }
  } catch {
    return undefined;
  }
}

function headIn(handle: number, bytes: Buffer): string | undefined {
  const size = readSync(handle, bytes, 0, bytes.length, 0);
  const end = bytes.subarray(0, size).indexOf(headClosed);
  return end < 0 ? undefined : bytes.toString('utf8', 0, end + headClosed.length);
}
