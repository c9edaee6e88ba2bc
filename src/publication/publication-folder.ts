import { constants } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Place } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import type { Report } from '../diagnostics/report.js';
import { judgeFileName, type NameFault } from './file-name.js';
import type { SourceText } from './publication.js';
import { type Refusal, refuse } from './refusals.js';
import { readableText } from './text-file.js';

/** Bytes that a file of each kind may have. */
export const sizeLimits = { text: 64 * 2 ** 20, image: 128 * 2 ** 20 } as const;

/** A file found inside the folder. */
export interface LocatedFile {
  /** Absolute, without symbolic links. */
  path: string;
  /** As diagnostics show it. */
  shown: string;
}

/**
 * The one way to files that a publication names. A name leads to a plain file inside the folder, or
 * the file is refused with a diagnostic at the place where it was named: addresses, absolute names,
 * names and symbolic links that lead out, folders, devices and pipes, and files beyond measure.
 */
export class PublicationFolder {
  /** Absolute, without symbolic links. */
  readonly path: string;
  readonly #workingFolder: string;

  private constructor(path: string, workingFolder: string) {
    this.path = path;
    this.#workingFolder = workingFolder;
  }

  /** The folder must be there; the working folder is what shown paths start from. */
  static async open(path: string, workingFolder: string): Promise<PublicationFolder> {
    const working = await realpath(workingFolder).catch(() => resolve(workingFolder));
    return new PublicationFolder(await realpath(path), working);
  }

  /** The path that diagnostics show: relative to the working folder where that is shorter. */
  shown(path: string): string {
    return shownPath(path, this.#workingFolder);
  }

  /** Where a named file is, or undefined (with a diagnostic) where it may not or cannot be read. */
  async locate(name: string, place: Place, report: Report): Promise<LocatedFile | undefined> {
    const found = await this.find(name);
    if (typeof found !== 'string') {
      report.add(found.rule, place, found);
      return undefined;
    }
    return { path: found, shown: this.shown(found) };
  }

  async readBytes(
    name: string,
    kind: keyof typeof sizeLimits,
    place: Place,
    report: Report,
  ): Promise<(LocatedFile & { bytes: Uint8Array }) | undefined> {
    const file = await this.locate(name, place, report);
    if (file === undefined) return undefined;
    const bytes = await readPlainFile(file.path, sizeLimits[kind]);
    if (bytes instanceof Uint8Array) return { ...file, bytes };
    const refusal = refuse(bytes, name);
    report.add(refusal.rule, place, refusal);
    return undefined;
  }

  async readText(name: string, place: Place, report: Report): Promise<SourceText | undefined> {
    const file = await this.readBytes(name, 'text', place, report);
    if (file === undefined) return undefined;
    const text = readableText(file.bytes, file.shown, report);
    return text === undefined ? undefined : { path: file.path, shown: file.shown, text };
  }

  /** Absolute path of the file named, or why there is none. */
  find(name: string): Promise<string | Refusal> {
    return this.#find(name, 'file');
  }

  /** The same for a folder. */
  findFolder(name: string): Promise<string | Refusal> {
    return this.#find(name, 'folder');
  }

  async #find(name: string, wanted: 'file' | 'folder'): Promise<string | Refusal> {
    const fault: NameFault | undefined = judgeFileName(name);
    if (fault !== undefined) return refuse(fault, name);
    try {
      const path = await realpath(join(this.path, name));
      if (!this.holds(path)) return refuse('link', name);
      const kind = await stat(path);
      if (wanted === 'folder') return kind.isDirectory() ? path : refuse('no-folder', name);
      if (kind.isDirectory()) return refuse('folder', name);
      return kind.isFile() ? path : refuse('device', name);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') {
        return refuse('missing', name, await this.#nearFile(name));
      }
      return refuse(code === 'ELOOP' ? 'loop' : 'denied', name);
    }
  }

  /** Whether an absolute path without symbolic links is this folder or lies in it. */
  holds(path: string): boolean {
    const start = this.path.endsWith(sep) ? this.path : this.path + sep;
    return path === this.path || path.startsWith(start);
  }

  /** A file of a like name where the name leads. */
  async #nearFile(name: string): Promise<string | undefined> {
    const folder = await realpath(join(this.path, dirname(name))).catch(() => undefined);
    if (folder === undefined || !this.holds(folder)) return undefined;
    const entries = await readdir(folder).catch(() => []);
    const near = nearest(basename(name), entries.sort());
    return near === undefined ? undefined : join(dirname(name), near);
  }
}

/** Relative to the working folder where that is shorter. */
export function shownPath(path: string, workingFolder: string): string {
  const fromHere = relative(workingFolder, path);
  return fromHere !== '' && fromHere.length < path.length ? fromHere : path;
}

/**
 * A plain file's bytes, through one handle: what is checked is what is read. Neither a link put in
 * the file's place nor a pipe without a writer can lead the reader astray or hold it up.
 */
export async function readPlainFile(
  path: string,
  limit: number,
): Promise<Uint8Array | 'device' | 'large' | 'denied'> {
  // Windows has neither flag.
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  try {
    const handle = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
      const kind = await handle.stat();
      if (!kind.isFile()) return 'device';
      if (kind.size > limit) return 'large';
      const bytes = await handle.readFile();
      return bytes.length > limit ? 'large' : bytes;
    } finally {
      await handle.close();
    }
  } catch {
    return 'denied';
  }
}
