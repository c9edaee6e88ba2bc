import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { unpackBrowser } from '../../src/browser/unpack.js';

let base: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'octavo-test-'));
});
afterEach(() => rm(base, { recursive: true, force: true }));

const onThisMachine = process.platform === 'linux' && process.arch === 'x64';

it.runIf(onThisMachine)(
  'unpacks whole beside another build that does the same, over what an earlier one left half-made',
  async () => {
    const environment = { XDG_CACHE_HOME: base };
    const broken = join(base, 'octavo', 'chromium-147.0.0');
    await mkdir(broken, { recursive: true });
    await writeFile(join(broken, 'chromium'), 'half');

    const [one, other] = await Promise.all([
      unpackBrowser(environment),
      unpackBrowser(environment),
    ]);
    expect(one).toEqual(other);
    const { size, mode } = await stat(one?.executable ?? '');
    expect(size).toBeGreaterThan(100e6);
    expect(mode & 0o777).toBe(0o700);
    expect(await readdir(join(base, 'octavo'))).toEqual(['chromium-147.0.0']);

    const before = await stat(one?.executable ?? '');
    await unpackBrowser(environment);
    expect((await stat(one?.executable ?? '')).mtimeMs).toBe(before.mtimeMs);
  },
  60_000,
);
