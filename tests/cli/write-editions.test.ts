import { spawn } from 'node:child_process';
import { chmod, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { writeEditions } from '../../src/cli/write-editions.js';
import { Failure } from '../../src/diagnostics/failure.js';
import { onDisk } from '../publication/publication-on-disk.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const asItIs = (path: string) => path;

describe('writing a set of editions', () => {
  it('replaces what was there, whole', async () => {
    const folder = await onDisk({ 'a.html': 'old and longer', other: 'x' });
    await writeEditions(
      folder,
      [
        { name: 'a.html', bytes: bytes('new') },
        { name: 'a.pdf', bytes: bytes('pdf') },
      ],
      asItIs,
    );
    expect((await readdir(folder)).sort()).toEqual(['a.html', 'a.pdf', 'other']);
    expect(await readFile(join(folder, 'a.html'), 'utf8')).toBe('new');
  });

  it('puts back what it had replaced when a later one fails', async () => {
    const folder = await onDisk({ 'a.html': 'old' });
    const files = [
      { name: 'a.html', bytes: bytes('new') },
      { name: 'b.html', bytes: bytes('new') },
      // Twice the same: the second finds its file gone.
      { name: 'b.html', bytes: bytes('new') },
    ];
    await expect(writeEditions(folder, files, asItIs)).rejects.toThrow(Failure);
    expect(await readdir(folder)).toEqual(['a.html']);
    expect(await readFile(join(folder, 'a.html'), 'utf8')).toBe('old');
  });

  it.skipIf(process.getuid?.() === 0)('tells of a folder without permission', async () => {
    const folder = await onDisk({ 'out/x': '' });
    await chmod(join(folder, 'out'), 0o500);
    const writing = writeEditions(join(folder, 'out'), [{ name: 'a', bytes: bytes('a') }], asItIs);
    await expect(writing).rejects.toMatchObject({ status: 3 });
    await chmod(join(folder, 'out'), 0o700);
  });

  it('takes its files away when it is interrupted', async () => {
    const folder = await onDisk({ 'a.html': 'old' });
    const module = pathToFileURL(join(import.meta.dirname, '../../src/cli/write-editions.ts')).href;
    const script = `
      import { writeEditions } from ${JSON.stringify(module)};
      async function* endless() {
        yield 'begun';
        process.stdout.write('writing');
        await new Promise((done) => setTimeout(done, 2 ** 30));
      }
      const files = [{ name: 'a.html', bytes: 'new' }, { name: 'b.html', bytes: endless() }];
      await writeEditions(${JSON.stringify(folder)}, files, (path) => path);
    `;
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', script],
      {
        cwd: join(import.meta.dirname, '../..'),
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    child.stdout.once('data', () => child.kill('SIGINT'));
    const signal = await new Promise((ended) => child.once('exit', (_, name) => ended(name)));
    expect(signal).toBe('SIGINT');
    expect(await readdir(folder)).toEqual(['a.html']);
  });
});
