import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runBuild } from '../../src/cli/build/build.runner.js';
import { Failure } from '../../src/diagnostics/failure.js';
import { manuscript, onDisk } from '../publication/publication-on-disk.js';
import { pretendBuild, request, surroundings } from './pretend.js';

const good = manuscript('title: T');
const doubtful = manuscript('title: T', 'tilte: U');
const bad = manuscript('title: [T]');

async function build(folder: string, asked = {}, around = surroundings(folder)) {
  const status = await runBuild(request('.', asked), around, pretendBuild(folder));
  return { status, out: around.out(), err: around.err() };
}

describe('editions that are written', () => {
  it('stand in dist beside the manuscript, named after it', async () => {
    const folder = await onDisk(good);
    const { status, out, err } = await build(folder);
    expect(status).toBe(0);
    expect(err).toBe('');
    expect((await readdir(join(folder, 'dist'))).sort()).toEqual([
      'manuscript-print.pdf',
      'manuscript.epub',
      'manuscript.html',
      'manuscript.pdf',
    ]);
    expect(out.split('\n')[1]).toMatch(/^dist\/manuscript\.pdf +3 B {2}4 pages$/);
  });

  it.each<[what: string, settings: string, asked: object, files: string[]]>([
    ['as settings say', 'name: n\nout: o\neditions: [html]', {}, ['o/n.html']],
    [
      'as the command line says, over settings',
      'editions: [html]',
      { editions: ['epub'] },
      ['dist/manuscript.epub'],
    ],
  ])('%s', async (_what, settings, asked, files) => {
    const folder = await onDisk({ ...good, 'octavo.yml': settings });
    const { out } = await build(folder, asked);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(files);
  });

  it('have records of the metadata beside them where these are asked for', async () => {
    const folder = await onDisk(good);
    const records = ['crossref', 'jats', 'onix', 'cff', 'bibtex', 'ris'];
    const { out } = await build(folder, { editions: ['html'], records, json: true });
    expect(JSON.parse(out).records.map(({ record }: { record: string }) => record)).toEqual(
      records,
    );
    expect((await readdir(join(folder, 'dist'))).sort()).toEqual([
      'CITATION.cff',
      'manuscript.bib',
      'manuscript.crossref.xml',
      'manuscript.html',
      'manuscript.jats.xml',
      'manuscript.onix.xml',
      'manuscript.ris',
    ]);
  });

  it('warnings are told and do not fail', async () => {
    const { status, err } = await build(await onDisk(doubtful));
    expect(status).toBe(0);
    expect(err).toMatch(
      /^manuscript\.md:3:1: warning: .* \[publication\/unknown-field\]\n {2}Write `title`, or delete it\.\n$/,
    );
  });

  it('docs/command-line.md shows a finding as it is told', async () => {
    const page = await readFile(join(import.meta.dirname, '../../docs/command-line.md'), 'utf8');
    const [, example] = /## Diagnostics\n\n```\n([\s\S]*?)```/.exec(page) ?? [];
    const folder = await onDisk({ 'essay.md': '---\ntitle: T\ntilte: U\n---\n\nText.\n' });
    const around = surroundings(folder);
    await runBuild(request('essay.md'), around, pretendBuild(folder));
    expect(around.err()).toBe(example);
  });

  it('--quiet says nothing of success', async () => {
    const { out, err } = await build(await onDisk(good), { quiet: true });
    expect(out + err).toBe('');
  });

  it('--verbose shows the line at fault and the time of each stage', async () => {
    const { err } = await build(await onDisk(doubtful), { verbose: true });
    expect(err).toMatch(/\n {2}tilte: U\n {2}\^\n/);
    expect(err).toMatch(/^read +12 ms$/m);
  });

  it('--json tells files and findings', async () => {
    const folder = await onDisk(doubtful);
    const { out } = await build(folder, { json: true, editions: ['html', 'pdf'] });
    expect(JSON.parse(out)).toEqual({
      ok: true,
      editions: [
        { edition: 'html', file: 'dist/manuscript.html', bytes: 4 },
        { edition: 'pdf', file: 'dist/manuscript.pdf', bytes: 3, pages: 4 },
      ],
      diagnostics: [
        {
          rule: 'publication/unknown-field',
          severity: 'warning',
          file: 'manuscript.md',
          line: 3,
          column: 1,
          message: '`tilte` is no field that Octavo knows, and is not used',
          remedy: 'Write `title`, or delete it',
        },
      ],
      stages: [{ stage: 'read', ms: 12.3 }],
    });
  });
});

describe('a build that fails leaves the last editions as they were', () => {
  async function withLast(files: Record<string, string | Uint8Array>) {
    return onDisk({ ...files, 'dist/manuscript.html': 'last' });
  }

  async function expectUntouched(folder: string) {
    expect(await readdir(join(folder, 'dist'))).toEqual(['manuscript.html']);
    expect(await readFile(join(folder, 'dist/manuscript.html'), 'utf8')).toBe('last');
  }

  it('errors: status 1', async () => {
    const folder = await withLast(bad);
    const { status, err, out } = await build(folder);
    expect(status).toBe(1);
    expect(err).toMatch(/Nothing was written: 1 error, 1 warning\./);
    expect(out).toBe('');
    await expectUntouched(folder);
  });

  it('warnings under --strict: status 1', async () => {
    const folder = await withLast(doubtful);
    const { status, err } = await build(folder, { strict: true });
    expect(status).toBe(1);
    expect(err).toMatch(/Nothing was written: 1 warning, and --strict is set\./);
    await expectUntouched(folder);
  });

  it('a failure keeps the findings before it, and its status', async () => {
    const folder = await withLast(doubtful);
    const around = surroundings(folder);
    const failing = pretendBuild(folder, () => {
      const finding = { message: 'no browser', remedy: 'Install one' };
      throw new Failure('browser/missing', { file: 'octavo' }, finding, 3);
    });
    expect(await runBuild(request('.'), around, failing)).toBe(3);
    expect(around.err()).toMatch(/unknown-field[\s\S]*no browser \[browser\/missing\]/);
    await expectUntouched(folder);
  });

  it.each<[thrown: unknown, rule: string]>([
    [new Error('oops'), 'command/internal'],
    ['oops', 'command/internal'],
    [undefined, 'command/internal'],
    [Object.assign(new Error('full'), { code: 'ENOSPC' }), 'command/no-space'],
    [Object.assign(new Error('files'), { code: 'EMFILE' }), 'command/out-of-resources'],
  ])('%s: status 3, %s', async (thrown, rule) => {
    const folder = await withLast(good);
    const around = surroundings(folder);
    const failing = pretendBuild(folder, () => {
      throw thrown;
    });
    expect(await runBuild(request('.', { json: true }), around, failing)).toBe(3);
    expect(JSON.parse(around.out())).toMatchObject({ ok: false, diagnostics: [{ rule }] });
    await expectUntouched(folder);
  });

  it('a folder in the place of one edition: none is replaced', async () => {
    const folder = await withLast(good);
    await mkdir(join(folder, 'dist/manuscript.epub'));
    const { status, err } = await build(folder);
    expect(status).toBe(3);
    expect(err).toMatch(
      /^dist\/manuscript\.epub: error: A folder stands .* \[command\/unwritable\]/,
    );
    expect((await readdir(join(folder, 'dist'))).sort()).toEqual([
      'manuscript.epub',
      'manuscript.html',
    ]);
    expect(await readFile(join(folder, 'dist/manuscript.html'), 'utf8')).toBe('last');
  });
});

describe('an output folder that cannot be written: status 3', () => {
  it.each([
    ['is a file', 'manuscript.md'],
    ['lies in a file', 'manuscript.md/dist'],
    ['is a device', '/dev/null'],
    ['lies where none can write', '/proc/octavo'],
  ])('it %s', async (_what, out) => {
    const folder = await onDisk(good);
    const path = out.startsWith('/') ? out : join(folder, out);
    const { status, err } = await build(folder, { out: path });
    expect(status).toBe(3);
    expect(err).toMatch(/\[command\/unwritable\]/);
    expect(await readdir(folder)).toEqual(['manuscript.md']);
  });

  it('dist is a file', async () => {
    const folder = await onDisk({ ...good, dist: 'a file' });
    const { status } = await build(folder);
    expect(status).toBe(3);
    expect(await readFile(join(folder, 'dist'), 'utf8')).toBe('a file');
  });
});

describe('an output folder that leads out of the publication', () => {
  it.each([
    ['dist', ''],
    ['out', 'out: out\n'],
  ])('%s: status 1, and nothing is written there', async (name, settings) => {
    const outside = await onDisk({});
    const folder = await onDisk({ ...good, 'octavo.yml': settings });
    await symlink(outside, join(folder, name));
    const { status, err } = await build(folder, { editions: ['html'] });
    expect(status).toBe(1);
    expect(err).toMatch(/“(dist|out)” is reached by a link .* \[publication\/outside\]/);
    expect(await readdir(outside)).toEqual([]);
  });

  it('dist is a link to what is not there', async () => {
    const outside = await onDisk({});
    const folder = await onDisk(good);
    await symlink(join(outside, 'new'), join(folder, 'dist'));
    const { status, err } = await build(folder, { editions: ['html'] });
    expect(status).toBe(1);
    expect(err).toMatch(/^dist: error: .* \[publication\/outside\]/);
    expect(await readdir(outside)).toEqual([]);
  });

  it("is the user's own word on the command line", async () => {
    const outside = await onDisk({});
    const folder = await onDisk(good);
    await symlink(outside, join(folder, 'dist'));
    const { status } = await build(folder, { editions: ['html'], out: join(folder, 'dist') });
    expect(status).toBe(0);
    expect(await readdir(outside)).toEqual(['manuscript.html']);
  });
});

describe('what a terminal shows', () => {
  it('colours and the line at fault', async () => {
    const folder = await onDisk(doubtful);
    const { err } = await build(folder, {}, surroundings(folder, { terminal: true }));
    expect(err).toContain('\u001b[1;33mwarning:');
    expect(err).toContain('tilte: U');
  });

  it('the line at fault whole, on a terminal that does not know its width', async () => {
    const folder = await onDisk(doubtful);
    const around = surroundings(folder, { terminal: true });
    around.stderr.columns = 0;
    expect((await build(folder, {}, around)).err).toContain('tilte: U');
  });

  it('no colours where NO_COLOR is set', async () => {
    const folder = await onDisk(doubtful);
    const environment = { NO_COLOR: '1' };
    const { err } = await build(folder, {}, surroundings(folder, { terminal: true, environment }));
    expect(err).not.toContain('\u001b');
  });

  it('a hostile name cannot move the cursor', async () => {
    const folder = await onDisk(manuscript('title: T', '"\\e[2Jevil\\u202E": 1'));
    const { err } = await build(folder);
    expect(err).toContain('\\u001b[2Jevil\\u202e');
    expect(err).not.toContain('\u001b');
    expect(err).not.toContain('\u202e');
  });
});

describe('citations', () => {
  it('are printed alone, and nothing is written', async () => {
    const folder = await onDisk(good);
    const around = surroundings(folder);
    const status = await runBuild(
      request('.', { dumpCitations: true }),
      around,
      async (path, options, report) => {
        expect(options.editions).toEqual([]);
        const result = await pretendBuild(folder)(path, options, report);
        const paragraph = (value: string) => ({
          type: 'element' as const,
          tagName: 'p',
          properties: {},
          children: [{ type: 'text' as const, value }],
        });
        return {
          ...result,
          citations: {
            citations: [{ note: 1, position: 'first', keys: ['a'], text: 'A.', html: 'A.' }],
            references: [{ key: 'a', id: 'ref-1', content: [], text: 'A.', html: 'A.' }],
            atEnd: [],
          },
          document: {
            notes: [
              {
                number: 1,
                id: 'note-1',
                callIds: [],
                content: [paragraph('A & B.')],
                citation: { position: 'first', keys: ['a'] },
              },
              {
                number: 2,
                id: 'note-2',
                callIds: [],
                content: [paragraph('One.'), paragraph('Two.')],
              },
            ],
          } as never,
        };
      },
    );
    expect(status).toBe(0);
    expect(JSON.parse(around.out())).toEqual({
      notes: [
        { number: 1, position: 'first', keys: ['a'], text: 'A & B.', html: '<p>A &#x26; B.</p>' },
        { number: 2, text: 'One.\n\nTwo.', html: '<p>One.</p><p>Two.</p>' },
      ],
      citations: [{ note: 1, position: 'first', keys: ['a'], text: 'A.', html: 'A.' }],
      bibliography: [{ key: 'a', text: 'A.', html: 'A.' }],
    });
    expect(await readdir(folder)).toEqual(['manuscript.md']);
  });
});

describe('temporary files', () => {
  it('left by a build that was killed do not stand in the way', async () => {
    const folder = await onDisk({ ...good, 'dist/x': '' });
    await writeFile(join(folder, `dist/.manuscript.html.${process.pid}.new`), 'stale');
    const { status } = await build(folder, { editions: ['html'] });
    expect(status).toBe(0);
    expect((await readdir(join(folder, 'dist'))).sort()).toEqual(['manuscript.html', 'x']);
    expect(await readFile(join(folder, 'dist/manuscript.html'), 'utf8')).toBe('html');
  });
});
