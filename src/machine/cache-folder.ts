import { chmod, mkdir, mkdtemp, stat } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Where Octavo keeps what it can make again (XDG Base Directory Specification 0.8). */
function preferredFolder(environment: NodeJS.ProcessEnv): string {
  const { XDG_CACHE_HOME: base } = environment;
  // The specification has relative paths ignored.
  return join(base !== undefined && isAbsolute(base) ? base : join(homedir(), '.cache'), 'octavo');
}

async function makePrivate(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { uid, mode } = await stat(folder);
  const self = process.getuid?.();
  if (self === undefined) return;
  if (uid !== self) throw new Error(`${folder} belongs to another user`);
  if ((mode & 0o077) !== 0) await chmod(folder, 0o700);
}

/** The user's cache folder, which nobody else can write to; undefined where it is closed. */
export async function lastingCacheFolder(
  environment: NodeJS.ProcessEnv = process.env,
): Promise<string | undefined> {
  try {
    const folder = preferredFolder(environment);
    await makePrivate(folder);
    return folder;
  } catch {
    return undefined;
  }
}

export interface CacheFolder {
  path: string;
  /** False for a stand-in that goes when the process ends. */
  lasting: boolean;
}

/** The user's cache folder, or a stand-in where that is closed. */
export async function openCacheFolder(
  environment: NodeJS.ProcessEnv = process.env,
): Promise<CacheFolder> {
  const path = await lastingCacheFolder(environment);
  if (path !== undefined) return { path, lasting: true };
  return { path: await mkdtemp(join(tmpdir(), 'octavo-')), lasting: false };
}
