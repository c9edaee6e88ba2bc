import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { readCommandLine } from '../../src/cli/program.js';
import { expectHouseWording } from '../diagnostics/wording.js';
import { surroundings } from './pretend.js';

const parse = (argv: string[], environment = {}) =>
  readCommandLine(argv, surroundings('/work', { environment }))?.build;

describe('what was asked', () => {
  const nothing = {
    path: '.',
    editions: undefined,
    style: undefined,
    template: undefined,
    out: undefined,
    split: false,
    strict: false,
    json: false,
    dumpCitations: false,
    quiet: false,
    verbose: false,
    sourceDate: undefined,
  };

  it.each<[argv: string, asked: object]>([
    ['build', {}],
    ['build essay.md', { path: 'essay.md' }],
    ['build --to html,pdf', { editions: ['html', 'pdf'] }],
    ['build --to=PDF,pdf,', { editions: ['pdf'] }],
    ['build --to html --to epub', { editions: ['html', 'epub'] }],
    ['build --style apa', { style: 'apa' }],
    ['build --style house.csl', { style: 'house.csl' }],
    ['build --style ./house.csl', { style: '/work/house.csl' }],
    ['build --style styles/house.csl', { style: '/work/styles/house.csl' }],
    ['build --style /a/house.csl', { style: '/a/house.csl' }],
    [
      'build --style http://www.zotero.org/styles/apa',
      { style: 'http://www.zotero.org/styles/apa' },
    ],
    ['build --template ../design', { template: '/design' }],
    ['build --template commentary', { template: 'commentary' }],
    ['build --out out', { out: '/work/out' }],
    ['build . --strict --json --quiet', { strict: true, json: true, quiet: true }],
    ['build --dump-citations --verbose x', { path: 'x', dumpCitations: true, verbose: true }],
    ['build -- --odd.md', { path: '--odd.md' }],
  ])('octavo %s', (argv, asked) => {
    expect(parse(argv.split(' '))).toEqual({ ...nothing, ...asked });
  });

  it('SOURCE_DATE_EPOCH is a date', () => {
    expect(parse(['build'], { SOURCE_DATE_EPOCH: '86400' })?.sourceDate).toEqual(
      new Date('1970-01-02T00:00:00Z'),
    );
  });
});

describe('a command used wrongly: status 2, one diagnostic, nothing on standard output', () => {
  it.each<[argv: string[], message: RegExp, environment?: Record<string, string>]>([
    [[], /No command/],
    [['biuld'], /Write `build`/],
    [['preview'], /no command “preview”/],
    [['essay.md'], /octavo build essay\.md/],
    [['.'], /octavo build \./],
    [['--versoin'], /Write `--version`/],
    [['build', '--stile', 'apa'], /no option “--stile”[\s\S]*Write `--style`/],
    [['build', '--too=html'], /Write `--to`/],
    [['build', '--frobnicate'], /octavo help build/],
    [['build', '--to'], /wants a value/],
    [['build', '--to', 'html,pfd'], /no edition “pfd”[\s\S]*Write `pdf`/],
    [['build', '--to', 'docx'], /html, pdf, print, epub/],
    [['build', '--to', ','], /names no edition/],
    [['build', '--style', ''], /--style is empty/],
    [['build', ''], /path is empty/],
    [['build', 'a', 'b'], /One path/],
    [['build', '--quiet', '--verbose'], /exclude each other/],
    [['build'], /SOURCE_DATE_EPOCH/, { SOURCE_DATE_EPOCH: 'yesterday' }],
    [['build'], /SOURCE_DATE_EPOCH/, { SOURCE_DATE_EPOCH: '-1' }],
    [['build', '--to', 'html', 'no/such/file.md'], /no such file/],
  ])('octavo %j', async (argv, message, environment = {}) => {
    const around = surroundings('/work', { environment });
    expect(await main(argv, around)).toBe(2);
    expect(around.err()).toMatch(message);
    expect(around.err()).toMatch(/^\S+: error: .* \[(command\/usage|publication\/not-found)\]$/m);
    expect(around.out()).toBe('');
    const asJson = surroundings('/work', { environment });
    await main([...argv, '--json'], asJson);
    expectHouseWording(JSON.parse(asJson.out()).diagnostics);
  });

  it('as JSON, where JSON was asked for', async () => {
    const around = surroundings('/work');
    expect(await main(['build', '--json', '--stile'], around)).toBe(2);
    expect(JSON.parse(around.out())).toMatchObject({
      ok: false,
      editions: [],
      diagnostics: [{ rule: 'command/usage', severity: 'error', file: 'octavo' }],
    });
  });
});

describe('help and version', () => {
  it.each([
    [['--help'], /Usage: octavo <command>[\s\S]*build \[options\] \[path\][\s\S]*Examples:/],
    [['help'], /Usage: octavo <command>/],
    [['build', '--help'], /--dump-citations[\s\S]*Examples:/],
    [['help', 'build'], /--dump-citations/],
    [['--version'], /^\d+\.\d+\.\d+\n$/],
  ])('octavo %j', async (argv, text) => {
    const around = surroundings('/work');
    expect(await main(argv, around)).toBe(0);
    expect(around.out()).toMatch(text);
    expect(around.err()).toBe('');
  });

  it('no line is wider than a terminal', async () => {
    for (const argv of [['--help'], ['build', '--help']]) {
      const around = surroundings('/work');
      await main(argv, around);
      const widest = Math.max(
        ...around
          .out()
          .split('\n')
          .map((line) => line.length),
      );
      expect(widest).toBeLessThanOrEqual(80);
    }
  });
});

describe('docs/command-line.md', () => {
  it('tells every option that the help tells, and no other', async () => {
    const around = surroundings('/work');
    await main(['build', '--help'], around);
    const told = [...around.out().matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option]) => option);
    const page = readFileSync(join(import.meta.dirname, '../../docs/command-line.md'), 'utf8');
    const [section = ''] = page.split('## `octavo styles');
    const documented = [...section.matchAll(/^\| `(--[a-z-]+)/gm)].map(([, option]) => option);
    expect([...documented, '--help']).toEqual(told);
  });

  it.each(['SOURCE_DATE_EPOCH', 'OCTAVO_BROWSER', 'OCTAVO_BROWSER_SANDBOX', 'XDG_CACHE_HOME'])(
    'tells of %s',
    (variable) => {
      const page = readFileSync(join(import.meta.dirname, '../../docs/command-line.md'), 'utf8');
      expect(page).toMatch(new RegExp(`^\\| \`${variable}\` \\|`, 'm'));
    },
  );
});
