import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../../src/cli/main.js';
import { readCommandLine } from '../../../src/cli/program.js';
import { surroundings } from '../pretend.js';

const parse = (argv: string) => readCommandLine(argv.split(' '), surroundings('/work'))?.styles;

describe('what was asked', () => {
  const list = { action: 'list', query: '', limit: 6, lang: 'en-GB', samples: true, json: false };
  const diff = {
    action: 'diff',
    styles: ['a', 'b'],
    path: '.',
    html: undefined,
    all: false,
    json: false,
  };
  const add = {
    action: 'add',
    name: 'n',
    from: undefined,
    lang: undefined,
    force: false,
    json: false,
  };

  it.each<[argv: string, asked: object]>([
    ['styles', list],
    ['styles history note', { ...list, query: 'history note' }],
    ['styles --limit 20 apa', { ...list, query: 'apa', limit: 20 }],
    [
      'styles apa --all --json',
      { ...list, query: 'apa', limit: Number.POSITIVE_INFINITY, json: true },
    ],
    ['styles --lang it --no-samples', { ...list, lang: 'it', samples: false }],
    ['styles -- --odd', { ...list, query: '--odd' }],
    ['styles diff a b', diff],
    ['styles diff a b essay.md', { ...diff, path: 'essay.md' }],
    ['styles diff ./a.csl /x/b.csl', { ...diff, styles: ['/work/a.csl', '/x/b.csl'] }],
    [
      'styles diff a b --html d.html --json --all',
      { ...diff, html: '/work/d.html', json: true, all: true },
    ],
    ['styles diff --json a b', { ...diff, json: true }],
    ['styles add n', add],
    ['styles add n --force --lang it --json', { ...add, force: true, lang: 'it', json: true }],
    ['styles add --from https://a.b n', { ...add, from: 'https://a.b' }],
  ])('octavo %s', (argv, asked) => {
    expect(parse(argv)).toEqual(asked);
  });
});

describe('used wrongly: status 2, one diagnostic, nothing on standard output', () => {
  it.each<[argv: string[], message: RegExp]>([
    [['--limit', '0'], /no number of styles/],
    [['--limit', 'many'], /no number of styles/],
    [['--lang', 'en_GB'], /no language tag/],
    [['--lmit', '3'], /Write `--limit`/],
    [['diff'], /wants A[\s\S]*octavo styles diff --help/],
    [['diff', 'a'], /wants B/],
    [['diff', 'a', 'b', 'c', 'd'], /more arguments/],
    [['diff', 'a', ''], /B is empty/],
    [['diff', 'a', 'b', '--html', ' '], /--html is empty/],
    [['diff', 'a', 'b', '--htm=x'], /Write `--html`/],
    [['add'], /wants name/],
    [['add', ' '], /name is empty/],
    [['add', 'a', 'b'], /more arguments/],
    [['add', 'a', '--forse'], /Write `--force`/],
    [['add', 'a', '--lang', '??'], /no language tag/],
  ])('octavo styles %j', async (argv, message) => {
    const around = surroundings('/work');
    expect(await main(['styles', ...argv], around)).toBe(2);
    expect(around.err()).toMatch(message);
    expect(around.err()).toMatch(/^octavo: error: .* \[command\/usage\]$/m);
    expect(around.out()).toBe('');
  });
});

const commands = [['styles'], ['styles', 'diff'], ['styles', 'add']];

async function help(command: readonly string[]): Promise<string> {
  const around = surroundings('/work');
  expect(await main([...command, '--help'], around)).toBe(0);
  return around.out();
}

describe.each(commands)('octavo %s %s', (...command) => {
  it('has a help no wider than a terminal', async () => {
    const lines = (await help(command)).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(lines[0]).toMatch(new RegExp(`^Usage: octavo ${command.join(' ')} `));
  });

  it('is told whole in docs/command-line.md', async () => {
    const told = [...(await help(command)).matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, name]) => name);
    const page = readFileSync(join(import.meta.dirname, '../../../docs/command-line.md'), 'utf8');
    const section = page.split(new RegExp(`^#+ .octavo ${command.join(' ')} [A-Z[]`, 'm'))[1] ?? '';
    const [own = ''] = section.split(/^#/m);
    const documented = [...own.matchAll(/^\| `(--[a-z-]+)/gm)].map(([, name]) => name);
    expect([...documented, '--help'].sort()).toEqual(told.sort());
  });
});
