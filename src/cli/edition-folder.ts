import { existsSync, renameSync, rmSync } from 'node:fs';
import { lstat, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Failure } from '../diagnostics/failure.js';
import { writeFailure } from './machine-failure.js';

/** An edition that is a folder. */
export interface EditionFolder {
  /** Name in the folder of all editions. */
  name: string;
  /** By their paths in it, parted by `/`. */
  files: ReadonlyMap<string, Uint8Array>;
}

/** What tells that a folder was written here, and may be put away whole. */
export const madeHere = '<meta name="generator" content="Octavo">';

/**
 * A folder on its way: written beside its place first, then put in the place of the one before,
 * which is kept until all editions are in.
 */
export class FolderMove {
  readonly #target: string;
  readonly #fresh: string;
  readonly #kept: string;
  #isDone = false;

  constructor(
    folder: string,
    private readonly edition: EditionFolder,
    private readonly shown: (path: string) => string,
  ) {
    const beside = join(folder, `.${edition.name}.${process.pid}`);
    this.#target = join(folder, edition.name);
    this.#fresh = `${beside}.new-pages`;
    this.#kept = `${beside}.old-pages`;
  }

  /** @throws Failure (status 3) where something of somebody else's stands in the place. */
  async prepare(): Promise<void> {
    await this.refuseForeign();
    try {
      await this.discard();
      for (const [path, bytes] of this.edition.files) {
        const file = join(this.#fresh, path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, bytes, { flag: 'wx' });
      }
    } catch (error) {
      throw writeFailure(error, this.shown(this.#target));
    }
  }

  private async refuseForeign(): Promise<void> {
    const target = this.#target;
    const before = await lstat(target).catch(() => undefined);
    if (before === undefined) return;
    const isEmpty = before.isDirectory() && (await readdir(target)).length === 0;
    const index = before.isDirectory()
      ? await readFile(join(target, 'index.html'), 'utf8').catch(() => '')
      : '';
    if (isEmpty || index.includes(madeHere)) return;
    throw new Failure(
      'command/unwritable',
      { file: this.shown(target) },
      {
        message: 'Something that Octavo did not write stands where the web edition should',
        remedy: 'Move it away, or name another folder with --out',
      },
      3,
    );
  }

  /** In one go, without a wait. */
  replace(): void {
    try {
      if (existsSync(this.#target)) renameSync(this.#target, this.#kept);
      renameSync(this.#fresh, this.#target);
      this.#isDone = true;
    } catch (error) {
      this.undo();
      throw writeFailure(error, this.shown(this.#target));
    }
  }

  /** Puts back what stood there. */
  undo(): void {
    try {
      if (this.#isDone) rmSync(this.#target, { recursive: true, force: true });
      if (existsSync(this.#kept)) renameSync(this.#kept, this.#target);
    } catch {
      // The others are put back all the same; what is told is the fault that began it.
    }
  }

  /** Takes away what is left beside the place. */
  async discard(): Promise<void> {
    for (const path of this.temporary) {
      await rm(path, { recursive: true, force: true }).catch(() => {});
    }
  }

  get temporary(): string[] {
    return [this.#fresh, this.#kept];
  }
}
