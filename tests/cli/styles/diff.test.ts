import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { DiffRequest } from '../../../src/cli/styles/styles.parser.js';
import { type Files, onDisk } from '../../publication/publication-on-disk.js';
import { run } from './setting.js';

/** Small styles: the engine takes long over large ones. */
const styleFile = (name: string) => join(import.meta.dirname, `../../citations/${name}.csl`);
const dated = styleFile('dated');
const bracketed = styleFile('bracketed');

const references = JSON.stringify([
  {
    id: 'roth',
    type: 'book',
    author: [{ family: 'Roth', given: 'Ada' }],
    title: 'Lines',
    publisher: 'Quill',
    'publisher-place': 'Rome',
    issued: { 'date-parts': [[2018]] },
  },
  {
    id: 'bell',
    type: 'book',
    author: [{ family: 'Bell', given: '<Ben>' }],
    title: 'Ports & <b onclick="x">Seas</b>',
    publisher: 'Quill',
    issued: { 'date-parts': [[2020]] },
  },
]);

const publication = (...text: string[]): Files => ({
  'manuscript.md': ['---', 'title: T', 'bibliography: r.json', '---', '', ...text, ''].join('\n'),
  'r.json': references,
});

const sample = publication(
  'Lines moved.[@roth, p. 3] Then ports.[@roth, p. 3] A word.^[My own note, see @bell.]',
  '',
  'As @bell argues, seas are wide [@bell].',
);

const request = (more: Partial<DiffRequest> = {}): DiffRequest => ({
  action: 'diff',
  styles: ['iai', dated],
  path: '.',
  all: false,
  json: false,
  ...more,
});

async function diff(files: Files, more: Partial<DiffRequest> = {}, around = {}) {
  const folder = await onDisk(files);
  const html = more.html && join(folder, more.html);
  return { folder, ...(await run(request({ ...more, html }), folder, around)) };
}

interface Side {
  kind: string;
  number?: number;
  text: string;
}

interface Place {
  line: number;
  column: number;
  change: string;
  before: Side | null;
  after: Side | null;
}

async function places(files: Files, ...styles: [string, string]) {
  const { out, status } = await diff(files, { styles, json: true });
  const { citations, references: list } = JSON.parse(out);
  const side = (one: Side | null) => one && `${one.kind}${one.number ?? ''}: ${one.text}`;
  return {
    status,
    units: citations.places.map(
      ({ line, column, change, before, after }: Place) =>
        `${line}:${column} ${change} | ${side(before)} | ${side(after)}`,
    ),
    works: list.works.map(({ key, change }: Record<string, string>) => `${key} ${change}`),
  };
}

it('notes that a sign calls are named by it', async () => {
  const marked = publication('Lines moved.[@roth] Mine.[^*]', '', '[^*]: See @bell.');
  const { out } = await diff(marked);
  expect(out).toMatch(/^ +\* See /m);
  expect(out).not.toContain('⁰');
  expect((await diff(marked, { json: true })).out).toMatch(/"call": ?"\*"/);
});

describe('what a swap changes', () => {
  it('from notes to the text: each citation beside what comes of it, at its place', async () => {
    expect(await places(sample, 'iai', dated)).toEqual({
      status: 0,
      units: [
        '6:13 moved | note1: Ada Roth, Lines, Rome, Quill, 2018, p. 3. | in-text: (Roth, 2018, p. 3)',
        '6:38 moved | note2: Ibid. | in-text: (Roth, 2018, p. 3)',
        expect.stringMatching(
          /^6:59 changed \| authored3: My own note, see Bell.* \| authored1: My own note, see Bell \(2020\)\.$/,
        ),
        expect.stringMatching(/^8:4 moved \| note4: .* \| in-text: \(2020\)$/),
        expect.stringMatching(/^8:32 moved \| note5: Ibid\. \| in-text: \(Bell, 2020\)$/),
      ],
      works: ['bell added', 'roth added'],
    });
  });

  it('from the text to notes: the same the other way', async () => {
    const there = await places(sample, 'iai', dated);
    const back = await places(sample, dated, 'iai');
    const turned = back.units.map((unit: string) => {
      const [head, before, after] = unit.split(' | ');
      return [head, after, before].join(' | ');
    });
    expect(turned).toEqual(there.units);
    expect(back.works.sort()).toEqual(['bell removed', 'roth removed']);
  });

  it('between two in-text styles, and in the order of the list', async () => {
    const { units, works } = await places(
      publication('A [@roth] and B [@bell].'),
      dated,
      bracketed,
    );
    expect(units).toEqual([
      '6:3 changed | in-text: (Roth, 2018) | in-text: [1]',
      '6:17 changed | in-text: (Bell, 2020) | in-text: [2]',
    ]);
    expect(works).toEqual(['roth changed', 'bell changed']);
  });

  it('notes of the author that only count otherwise are told apart', async () => {
    const { units } = await places(publication('A.[@roth] B.^[Mine.]'), 'iai', dated);
    expect(units[1]).toBe('6:13 renumbered | authored2: Mine. | authored1: Mine.');
  });

  it('wherever a citation can stand', async () => {
    const text = [
      '# Head [@roth]',
      '',
      '| a [@roth] | b[^n] |',
      '|---|---|',
      '| *c [@bell]* | d[^n] |',
      '',
      '> Quote.[@roth; @bell]',
      '',
      '- Item -@roth and @bell [p. 3]',
      '',
      '[^n]: Note [@roth].',
      '',
      '    > Its second block, @bell.',
    ];
    const { units } = await places(publication(...text), 'iai', dated);
    expect(units.map((unit: string) => unit.split(' |')[0])).toEqual([
      '6:8 moved',
      '8:5 moved',
      '8:16 changed',
      '10:6 moved',
      '12:9 moved',
      expect.stringMatching(/^14:\d+ moved$/),
      expect.stringMatching(/^14:\d+ moved$/),
    ]);
  });

  it('nothing, where the styles are one', async () => {
    const { status, out } = await diff(sample, { styles: ['iai', 'iai'] });
    expect(status).toBe(0);
    expect(out).toBe('5 citations and notes: 5 unchanged.\nNo references.\n');
  });

  it('a publication without citations has nothing to compare', async () => {
    const { status, out } = await diff(publication('Text.'));
    expect(status).toBe(0);
    expect(out).toBe('No citations and notes.\nNo references.\n');
  });
});

describe('on a terminal', () => {
  it('shows place, sentence and both texts, changes in brackets', async () => {
    const { out } = await diff(sample);
    const [first = ''] = out.split('\n\n');
    expect(first.split('\n')).toEqual([
      'manuscript.md:6:13  note 1 → in the text',
      '  iai    Lines moved.¹ Then ports.² A word.³',
      '         ¹ [-Ada-] Roth, [-Lines, Rome, Quill,-] 2018, p. 3[-.-]',
      '  dated  Lines moved (Roth, 2018, p. 3). Then ports (Roth, 2018, p.…',
      '         {+(+}Roth, 2018, p. 3{+)+}',
    ]);
    expect(out).not.toContain('\u001b');
  });

  it('sets colours for brackets where there are colours', async () => {
    const { out } = await diff(sample, {}, { terminal: true });
    expect(out).toContain('\u001b[31m');
    expect(out).not.toContain('[-');
    const plain = await diff(sample, {}, { terminal: true, environment: { NO_COLOR: '1' } });
    expect(plain.out).not.toContain('\u001b');
  });

  it('shows what stays with --all alone', async () => {
    const files = publication('A.[@roth] B.^[Mine.]');
    expect((await diff(files)).out).not.toContain('renumbered: ');
    expect((await diff(files, { all: true })).out).toContain(
      'renumbered: author’s note 2 → author’s note 1',
    );
  });

  it('lets no control character of a manuscript through', async () => {
    const { out } = await diff(publication('A\u009b2J.[@roth]^[x\u202Ey]'), { all: true });
    expect(out).not.toMatch(/[\u009b\u202e]/);
  });
});

describe('the page', () => {
  it('is whole, needs nothing beside itself, and runs nothing', async () => {
    const { folder, out, status } = await diff(sample, { html: 'diff.html' });
    expect(status).toBe(0);
    expect(out).toMatch(/\ndiff\.html\n$/);
    expect((await readdir(folder)).filter((name) => name.includes('diff'))).toEqual(['diff.html']);
    const html = await readFile(join(folder, 'diff.html'), 'utf8');
    const errors: string[] = [];
    parse(html, { onParseError: ({ code }) => errors.push(code) });
    expect(errors).toEqual([]);
    expect(html).not.toMatch(/<script|<link|<[^>]*\s(?:src|onclick)=|url\(/);
    expect(html).toMatch(/<html lang="en">[\s\S]*<title>From iai to dated: T<\/title>/);
    expect(html).toContain('<sup class="call">1</sup>');
    expect(html).toContain('<del>Ada</del> Roth');
    expect(html).toContain('prefers-color-scheme: dark');
  });

  it('keeps what is set in italics', async () => {
    const { folder } = await diff(sample, { html: 'd.html', styles: ['iai', 'iai'] });
    expect(await readFile(join(folder, 'd.html'), 'utf8')).toContain('<em>Lines</em>');
  });

  it('has the same bytes for the same input', async () => {
    const page = async () => {
      const { folder } = await diff(sample, { html: 'd.html' });
      return readFile(join(folder, 'd.html'), 'utf8');
    };
    expect(await page()).toBe(await page());
  });

  it('that cannot be written: status 3, and what stood there stays', async () => {
    const { folder, status, err } = await diff({ ...sample, 'x/inside.txt': '' }, { html: 'x' });
    expect(status).toBe(3);
    expect(err).toMatch(
      /^x: error: .* \[command\/unwritable\]\n {2}Name another file with --html\./,
    );
    expect((await readdir(folder)).sort()).toEqual(['manuscript.md', 'r.json', 'x']);
  });
});

describe('what goes wrong', () => {
  it.each<[what: string, files: Files, more: Partial<DiffRequest>, status: number, said: RegExp]>([
    [
      'an unknown style',
      sample,
      { styles: ['iai', 'apaa'] },
      1,
      /“apaa”; near it: apa[\s\S]*unknown-style/,
    ],
    [
      'an unknown key',
      publication('A.[@nobody] B.[@roth]'),
      {},
      1,
      /manuscript\.md:6:4: error: .*nobody/,
    ],
    ['a bibliography that cannot be read', { ...sample, 'r.json': '[' }, {}, 1, /r\.json/],
    ['no manuscript', { 'a.txt': '' }, {}, 2, /error/],
  ])('%s', async (_what, files, more, status, said) => {
    const result = await diff(files, more);
    expect(result.status).toBe(status);
    expect(result.err).toMatch(said);
  });

  it('a finding that both styles make is told once', async () => {
    const { err } = await diff(publication('A.[@nobody] B.[@roth]'));
    expect(err.match(/unknown-key/g)).toHaveLength(1);
  });

  it('as JSON, where JSON was asked for', async () => {
    const { out } = await diff(sample, { styles: ['iai', 'apaa'], json: true });
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      diagnostics: [{ rule: 'citation/unknown-style', severity: 'error' }],
    });
  });
});
