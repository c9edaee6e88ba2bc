import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { onDisk } from '../publication/publication-on-disk.js';

const root = join(import.meta.dirname, '../..');
const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The command beside a program that only says what it was asked. */
async function installed(program: string | undefined) {
  const folder = await onDisk({
    'package.json': '{"type": "module"}',
    ...(program && { 'build/octavo.js': program }),
  });
  await cp(join(root, 'bin'), join(folder, 'bin'), { recursive: true });
  return (args: string[], nodeVersion?: string) => {
    const pretend = `Object.defineProperty(process.versions, 'node', { value: '${nodeVersion}' })`;
    const asNode = nodeVersion ? ['--import', `data:text/javascript,${pretend}`] : [];
    return spawnSync(process.execPath, [...asNode, join(folder, 'bin/octavo.js'), ...args], {
      encoding: 'utf8',
    });
  };
}

const program = `export const main = async (argv) => { process.stdout.write(argv.join('|')); return 1; };`;

describe('bin/octavo.js', () => {
  it('hands arguments on, and the status back', async () => {
    const run = await installed(program);
    expect(run(['build', 'a b'])).toMatchObject({ stdout: 'build|a b', stderr: '', status: 1 });
  });

  it('ends when all is written, whatever is still waited for', async () => {
    const long = 'x'.repeat(300_000);
    const run = await installed(`
      setTimeout(() => process.stdout.write('late'), 100_000);
      process.on('exit', () => process.stderr.write('undone'));
      export const main = async () => { process.stdout.write('${long}'); return 2; };
    `);
    expect(run([])).toMatchObject({ stdout: long, stderr: 'undone', status: 2 });
  });

  it.each(['18.20.4', '20.18.3', '16.0.0'])('tells Node %s that it is too old', async (version) => {
    const run = await installed(program);
    const { stderr, stdout, status } = run(['--version'], version);
    expect(status).toBe(3);
    expect(stdout).toBe('');
    expect(stderr).toContain(`Node.js ${version} is too old: Octavo needs 20.19 or newer`);
    expect(engines.node).toBe('>=20.19');
  });

  it.each(['20.19.0', '22.0.0', '24.1.0'])('is content with Node %s', async (version) => {
    const run = await installed(program);
    expect(run([], version).status).toBe(1);
  });

  it('says what to do where nothing is built', async () => {
    const run = await installed(undefined);
    const { stderr, status } = run([]);
    expect(status).toBe(3);
    expect(stderr).toContain('npm run build');
  });
});
