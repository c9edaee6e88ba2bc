import { constants } from 'node:fs';
import { access, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeFailure } from './machine-failure.js';

/**
 * Finds out before the work what would stop it at its end: whether the folder, or the nearest one
 * above that exists, is a folder that can be written.
 *
 * @throws Failure `command/unwritable` (status 3).
 */
export async function checkWritable(folder: string, shown: string): Promise<void> {
  try {
    const kind = await stat(folder);
    if (!kind.isDirectory()) throw Object.assign(new Error('a file'), { code: 'EEXIST' });
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const above = dirname(folder);
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || above === folder) {
      throw writeFailure(error, shown);
    }
    await checkWritable(above, shown);
  }
}

/** Makes a folder and those above it. Node's own way does not end on disks that deny being one. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const above = dirname(folder);
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return;
    if (code !== 'ENOENT' || above === folder) throw error;
    await makeFolder(above);
    await mkdir(folder);
  }
}
