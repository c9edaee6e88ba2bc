import { homedir } from 'node:os';
import { join } from 'node:path';
import type { CatalogueSearch } from '../../citations/catalogue/index.js';
import { machineLocaleFolders, machineStyleShelves } from '../../citations/style/folders.js';
import type { Surroundings } from '../surroundings.js';

/** Where styles are looked for, the working folder taken for a publication's. */
export function catalogueSearch({ environment, workingFolder }: Surroundings): CatalogueSearch {
  const home = environment.HOME || homedir();
  const config = environment.XDG_CONFIG_HOME || join(home, '.config');
  return {
    folder: workingFolder,
    shelves: machineStyleShelves(home, config),
    localeFolders: machineLocaleFolders(home, config),
  };
}
