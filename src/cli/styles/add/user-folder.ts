import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CatalogueSearch } from '../../../citations/catalogue/index.js';
import { findStyle } from '../../../citations/style/find.js';
import { shippedStyles } from '../../../citations/style/shipped.js';
import type { Fetched } from './repository.js';

/** The user's own styles and locales, and those that stand around them. */
export class UserFolder {
  /** Absolute. */
  readonly folder: string;
  /** Folders that locales are looked for in; the first is the user's. */
  readonly localeFolders: readonly string[];
  readonly #machineFolders: readonly string[];

  constructor({ shelves = [], localeFolders = [] }: CatalogueSearch) {
    const own = shelves.find(({ origin }) => origin === 'user');
    if (!own || localeFolders.length === 0) throw new Error('the user has no folder for styles');
    this.folder = own.folder;
    this.localeFolders = localeFolders;
    this.#machineFolders = shelves.map(({ folder }) => folder);
  }

  styleFile(name: string, isDependent: boolean): string {
    return join(this.folder, ...(isDependent ? ['dependent'] : []), `${name}.csl`);
  }

  localeFile(tag: string): string {
    return join(this.localeFolders[0] ?? '', `locales-${tag}.xml`);
  }

  /** A style that the user has already. */
  async kept(name: string): Promise<Fetched | undefined> {
    for (const path of [this.styleFile(name, false), this.styleFile(name, true)]) {
      const text = await readFile(path, 'utf8').catch(() => undefined);
      if (text !== undefined) return { text, address: path };
    }
    return undefined;
  }

  /** A style of that name, whoever keeps it; those of a publication do not count. */
  async found(name: string): Promise<Fetched | undefined> {
    const { folder } = this;
    const machineFolders = this.#machineFolders;
    const file = await findStyle(name, { folder, from: 'command', machineFolders });
    return file && { text: file.xml, address: file.source };
  }
}

/** Whether Octavo brings a style of that name, which goes before all that is added. */
export async function isShipped(name: string): Promise<boolean> {
  return (await shippedStyles()).includes(name);
}
