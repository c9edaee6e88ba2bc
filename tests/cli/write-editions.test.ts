import { spawn } from 'node:child_process';
import { chmod, readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { madeHere } from '../../src/cli/edition-folder.js';
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

  it('follows no link that lies where it writes', async () => {
    const folder = await onDisk({ outside: 'precious' });
    for (const ending of ['new', 'old']) {
      await symlink(join(folder, 'outside'), join(folder, `.a.html.${process.pid}.${ending}`));
    }
    await symlink(join(folder, 'outside'), join(folder, 'a.html'));
    await writeEditions(folder, [{ name: 'a.html', bytes: bytes('new') }], asItIs);
    expect((await readdir(folder)).sort()).toEqual(['a.html', 'outside']);
    expect(await readFile(join(folder, 'outside'), 'utf8')).toBe('precious');
    expect(await readFile(join(folder, 'a.html'), 'utf8')).toBe('new');
  });
});

describe('an interrupt', () => {
  /** Runs a script that has `writeEditions` and `folder`; gives the signal that ended it. */
  async function interrupted(folder: string, body: string, onOutput?: NodeJS.Signals) {
    const module = pathToFileURL(join(import.meta.dirname, '../../src/cli/write-editions.ts')).href;
    const script = `
      import { writeEditions } from ${JSON.stringify(module)};
      const folder = ${JSON.stringify(folder)};
      ${body}
    `;
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', script],
      { cwd: join(import.meta.dirname, '../..'), stdio: ['ignore', 'pipe', 'inherit'] },
    );
    if (onOutput) child.stdout.once('data', () => child.kill(onOutput));
    return new Promise((ended) => child.once('exit', (_, name) => ended(name)));
  }

  it('while an edition is written leaves the last as they were', async () => {
    const folder = await onDisk({ 'a.html': 'old' });
    const signal = await interrupted(
      folder,
      `
      async function* endless() {
        yield 'begun';
        process.stdout.write('writing');
        await new Promise((done) => setTimeout(done, 2 ** 30));
      }
      const files = [{ name: 'a.html', bytes: 'new' }, { name: 'b.html', bytes: endless() }];
      await writeEditions(folder, files);
      `,
      'SIGINT',
    );
    expect(signal).toBe('SIGINT');
    expect(await readdir(folder)).toEqual(['a.html']);
  });

  it('while they take their places leaves no mixture', async () => {
    const folder = await onDisk({ 'a.html': 'old', 'b.html': 'old' });
    const signal = await interrupted(
      folder,
      `
      import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      const { renameSync } = fs;
      const { rename } = fs.promises;
      fs.renameSync = (...paths) => {
        renameSync(...paths);
        process.kill(process.pid, 'SIGTERM');
      };
      fs.promises.rename = async (...paths) => {
        await rename(...paths);
        process.kill(process.pid, 'SIGTERM');
        await new Promise((done) => setTimeout(done, 1000));
      };
      syncBuiltinESMExports();
      const files = ['a.html', 'b.html'].map((name) => ({ name, bytes: 'new' }));
      await writeEditions(folder, files);
      setTimeout(() => {}, 10000);
      `,
    );
    expect(signal).toBe('SIGTERM');
    expect((await readdir(folder)).sort()).toEqual(['a.html', 'b.html']);
    const texts = ['a.html', 'b.html'].map((name) => readFile(join(folder, name), 'utf8'));
    expect(new Set(await Promise.all(texts)).size).toBe(1);
  });

  const pages = (text: string) => ({
    name: 'a',
    files: new Map([
      ['index.html', bytes(`${madeHere}${text}`)],
      ['fonts/one.woff2', bytes('font')],
    ]),
  });

  it('puts a folder in the place of the one before, whole', async () => {
    const folder = await onDisk({ 'a/index.html': madeHere, 'a/gone.html': 'old' });
    await writeEditions(folder, [], asItIs, [pages('new')]);
    expect((await readdir(folder, { recursive: true })).sort()).toEqual([
      'a',
      'a/fonts',
      'a/fonts/one.woff2',
      'a/index.html',
    ]);
    expect(await readFile(join(folder, 'a/index.html'), 'utf8')).toBe(`${madeHere}new`);
  });

  it('leaves the folder as it was when another edition fails', async () => {
    const folder = await onDisk({ 'a/index.html': `${madeHere}old` });
    const twice = { name: 'b.pdf', bytes: bytes('new') };
    await expect(writeEditions(folder, [twice, twice], asItIs, [pages('new')])).rejects.toThrow(
      Failure,
    );
    expect(await readdir(folder)).toEqual(['a']);
    expect(await readFile(join(folder, 'a/index.html'), 'utf8')).toBe(`${madeHere}old`);
    expect(await readdir(join(folder, 'a'))).toEqual(['index.html']);
  });

  it("puts no folder away that is somebody else's", async () => {
    const folder = await onDisk({ 'a/manuscript.md': 'precious' });
    await expect(writeEditions(folder, [], asItIs, [pages('new')])).rejects.toMatchObject({
      status: 3,
    });
    expect(await readFile(join(folder, 'a/manuscript.md'), 'utf8')).toBe('precious');
    expect(await readdir(folder)).toEqual(['a']);
  });
});
