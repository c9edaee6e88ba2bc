import { constants, renameSync, rmSync } from 'node:fs';
import { copyFile, link, lstat, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../diagnostics/failure.js';
import { type EditionFolder, FolderMove } from './edition-folder.js';
import { writeFailure } from './machine-failure.js';
import { makeFolder } from './out-folder.js';

export interface EditionFile {
  /** Name in the folder. */
  name: string;
  bytes: Uint8Array;
}

/** An edition on its way: written beside its place first, what stood there kept until all are in. */
interface Move {
  target: string;
  fresh: string;
  kept: string;
  /** Whether something stood at the target. */
  replaces: boolean;
}

/**
 * Writes a set of editions into a folder: all of them or none, each whole. On a failure, or an
 * interrupt before the last is ready, the folder is as it was before.
 *
 * @param shown A path as diagnostics show it.
 * @param folders Editions that are folders: each takes the place of the one before whole.
 * @throws Failure (status 3) where the folder cannot be written.
 */
export async function writeEditions(
  folder: string,
  files: readonly EditionFile[],
  shown: (path: string) => string = (path) => path,
  folders: readonly EditionFolder[] = [],
): Promise<void> {
  const moves = files.map(({ name }) => moveTo(folder, name));
  const folderMoves = folders.map((edition) => new FolderMove(folder, edition, shown));
  const guard = new InterruptGuard([
    ...moves.flatMap(({ fresh, kept }) => [fresh, kept]),
    ...folderMoves.flatMap(({ temporary }) => temporary),
  ]);
  try {
    await makeFolder(folder).catch((error) => {
      throw writeFailure(error, shown(folder));
    });
    for (const [index, move] of moves.entries()) {
      await prepare(move, files[index]?.bytes ?? new Uint8Array(), shown);
    }
    for (const move of folderMoves) await move.prepare();
    replaceAll(moves, folderMoves, shown);
  } finally {
    for (const move of folderMoves) await move.discard();
    await Promise.all(moves.flatMap(({ fresh, kept }) => [fresh, kept].map(removeQuietly)));
    guard.release();
  }
}

/** The process's number keeps two builds into one folder apart. */
function moveTo(folder: string, name: string): Move {
  const beside = join(folder, `.${name}.${process.pid}`);
  return {
    target: join(folder, name),
    fresh: `${beside}.new`,
    kept: `${beside}.old`,
    replaces: false,
  };
}

async function prepare(move: Move, bytes: Uint8Array, shown: (path: string) => string) {
  const { target, fresh } = move;
  const before = await lstat(target).catch(() => undefined);
  if (before?.isDirectory()) {
    throw new Failure(
      'command/unwritable',
      { file: shown(target) },
      {
        message: 'A folder stands where an edition should be written',
        remedy: 'Move it away, or name another folder with --out',
      },
      3,
    );
  }
  move.replaces = before !== undefined;
  try {
    // What a killed build left, or somebody laid there as a link, is neither kept nor followed.
    await removeQuietly(fresh);
    await writeFile(fresh, bytes, { flag: 'wx' });
    if (move.replaces) await keep(move);
  } catch (error) {
    throw writeFailure(error, shown(target));
  }
}

/** In one go, without a wait: an interrupt is heard of before the first or after the last. */
function replaceAll(
  moves: readonly Move[],
  folders: readonly FolderMove[],
  shown: (path: string) => string,
): void {
  const done: Move[] = [];
  const doneFolders: FolderMove[] = [];
  try {
    for (const move of folders) {
      move.replace();
      doneFolders.push(move);
    }
    replaceFiles(moves, done, shown);
  } catch (error) {
    for (const each of done) undo(each);
    for (const each of doneFolders) each.undo();
    throw error;
  }
}

function replaceFiles(moves: readonly Move[], done: Move[], shown: (path: string) => string): void {
  for (const move of moves) {
    try {
      renameSync(move.fresh, move.target);
      done.push(move);
    } catch (error) {
      throw writeFailure(error, shown(move.target));
    }
  }
}

/** A second name for what stands at the target, or a copy where the disk knows no second names. */
async function keep({ target, kept }: Move): Promise<void> {
  await removeQuietly(kept);
  await link(target, kept).catch(() => copyFile(target, kept, constants.COPYFILE_EXCL));
}

function undo({ target, kept, replaces }: Move): void {
  try {
    if (replaces) renameSync(kept, target);
    else rmSync(target, { force: true });
  } catch {
    // The others are put back all the same; what is told is the fault that began it.
  }
}

const removeQuietly = (path: string) => rm(path, { force: true }).catch(() => {});

/** Takes unfinished files away when the process is told to end, and lets it end. */
class InterruptGuard {
  readonly #signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  readonly #listener: (signal: NodeJS.Signals) => void;

  constructor(paths: readonly string[]) {
    this.#listener = (signal) => {
      for (const path of paths) {
        try {
          rmSync(path, { recursive: true });
        } catch {
          // Not there: nothing to take away.
        }
      }
      this.release();
      process.kill(process.pid, signal);
    };
    for (const signal of this.#signals) process.on(signal, this.#listener);
  }

  release(): void {
    for (const signal of this.#signals) process.off(signal, this.#listener);
  }
}
