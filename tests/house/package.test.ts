import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = process.cwd();
const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

describe('the package', () => {
  let tree: string;

  beforeAll(async () => {
    tree = await mkdtemp(join(tmpdir(), 'octavo-package-'));
    for (const name of ['src', 'node_modules']) await symlink(join(root, name), join(tree, name));
    await cp(join(root, 'scripts'), join(tree, 'scripts'), { recursive: true });
    await cp(join(root, 'package.json'), join(tree, 'package.json'));
    await mkdir(join(tree, 'build/types'), { recursive: true });
    await writeFile(join(tree, 'build/types/index.d.ts'), '');
    await writeFile(join(tree, 'build/chunk-of-last-time.js'), '');
    const { status, stderr } = spawnSync(process.execPath, ['scripts/build.js'], {
      cwd: tree,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
  afterAll(() => rm(tree, { recursive: true }));

  test('keeps its types when npm builds once more after they are emitted', async () => {
    const { types } = packageJson.exports['.'];
    expect(await readFile(join(tree, types), 'utf8')).toBe('');
  });

  test('holds nothing of the build before', async () => {
    const built = await readdir(join(tree, 'build'));
    expect(built).toContain('index.js');
    expect(built).toContain('octavo.js');
    expect(built).not.toContain('chunk-of-last-time.js');
  });

  test('carries the notices of what is bundled', async () => {
    const built = await readdir(join(tree, 'build'));
    const notices = built.filter((name) => name.endsWith('.LEGAL.txt'));
    const texts = notices.map((name) => readFileSync(join(tree, 'build', name), 'utf8'));
    expect(texts.join('\n')).toMatch(/puppeteer-core[\s\S]*Copyright/);
  });

  test('has the pages that messages send people to', () => {
    expect(packageJson.files).toEqual(expect.arrayContaining(['docs', 'templates', 'NOTICE']));
  });
});

describe('what git ignores', () => {
  test.skipIf(!existsSync('.git')).each([
    ['dist/manuscript.html', true],
    ['manuscript/dist/manuscript.html', true],
    ['build/octavo.js', true],
    ['src/cli/build/build.runner.ts', false],
  ])('%s: %s', (path, ignored) => {
    const { status } = spawnSync('git', ['check-ignore', '--no-index', '-q', path], { cwd: root });
    expect(status).toBe(ignored ? 0 : 1);
  });
});
