import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { packageFolder } from '../../machine/package-folder.js';

/** Octavo's own `styles/`. */
export function ownStylesFolder(): string {
  return join(packageFolder(), 'styles');
}

const debianFolder = '/usr/share/citation-style-language';

/** A folder of this machine that may hold styles, and whose it is. */
export interface MachineShelf {
  folder: string;
  origin: 'user' | 'zotero' | 'system';
}

/** Where styles may be on this machine, after Octavo's own: the user's, then the system's. */
export function machineStyleShelves(home = homedir(), config = configFolder(home)): MachineShelf[] {
  return [
    { folder: join(config, 'octavo', 'styles'), origin: 'user' },
    { folder: join(home, 'Zotero', 'styles'), origin: 'zotero' },
    { folder: join(home, '.csl'), origin: 'user' },
    { folder: join(debianFolder, 'styles'), origin: 'system' },
  ];
}

/** The folders of {@link machineStyleShelves}. */
export function machineStyleFolders(home = homedir(), config = configFolder(home)): string[] {
  return machineStyleShelves(home, config).map(({ folder }) => folder);
}

/** Folders of this machine that may hold CSL locale files (`locales-pt-BR.xml`). */
export function machineLocaleFolders(home = homedir(), config = configFolder(home)): string[] {
  return [join(config, 'octavo', 'locales'), join(debianFolder, 'locales')];
}

function configFolder(home: string): string {
  return process.env.XDG_CONFIG_HOME || join(home, '.config');
}

/** Names of the files in a folder that end so, without that end, sorted; none where there is no folder. */
export async function namesIn(folder: string, end: string): Promise<string[]> {
  try {
    const files = await readdir(folder);
    return files
      .filter((file) => file.endsWith(end))
      .map((file) => file.slice(0, -end.length))
      .sort();
  } catch {
    return [];
  }
}
