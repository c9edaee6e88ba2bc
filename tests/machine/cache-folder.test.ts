import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCacheFolder } from '../../src/machine/cache-folder.js';

let base: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'octavo-test-'));
});
afterEach(() => rm(base, { recursive: true, force: true }));

describe('the cache folder', () => {
  it('is private, under XDG_CACHE_HOME', async () => {
    const cache = await openCacheFolder({ XDG_CACHE_HOME: base });
    expect(cache).toEqual({ path: join(base, 'octavo'), lasting: true });
    expect((await stat(cache.path)).mode & 0o777).toBe(0o700);
  });

  it('is made private where it was open to others', async () => {
    await mkdir(join(base, 'octavo'));
    await chmod(join(base, 'octavo'), 0o777);
    const { path } = await openCacheFolder({ XDG_CACHE_HOME: base });
    expect((await stat(path)).mode & 0o777).toBe(0o700);
  });

  it('is a stand-in where the cache cannot be made', async () => {
    await writeFile(join(base, 'file'), '');
    const { path, lasting } = await openCacheFolder({ XDG_CACHE_HOME: join(base, 'file') });
    expect(lasting).toBe(false);
    expect((await stat(path)).mode & 0o077).toBe(0);
    await rm(path, { recursive: true });
  });
});
