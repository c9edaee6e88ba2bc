import { link, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../../diagnostics/failure.js';
import { makeFolder } from '../out-folder.js';

/**
 * Writes a file whole or not at all: beside its place first, then into it. Its folder is made
 * where there is none.
 *
 * @param replace What stands there already is replaced; else it stays, and nothing is written.
 * @returns Whether the file was written.
 * @throws Failure `command/unwritable` or `command/no-space` (status 3).
 */
export async function writeWhole(
  path: string,
  content: string,
  { replace, shown, remedy }: { replace: boolean; shown: string; remedy: string },
): Promise<boolean> {
  const fresh = join(dirname(path), `.${basename(path)}.${process.pid}.new`);
  try {
    await makeFolder(dirname(path));
    await writeFile(fresh, content);
    if (replace) await rename(fresh, path);
    // A second name is refused where the name is taken, whoever took it meanwhile.
    else await link(fresh, path);
    return true;
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (!replace && code === 'EEXIST') return false;
    const noSpace = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code);
    throw new Failure(
      noSpace ? 'command/no-space' : 'command/unwritable',
      { file: shown },
      { message: noSpace ? 'the disk has no room' : `it cannot be written (${message})`, remedy },
      3,
      error,
    );
  } finally {
    await rm(fresh, { force: true }).catch(() => {});
  }
}
