import { execFileSync } from 'node:child_process';
import { chmod, symlink, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics/report.js';
import { judgeFileName } from '../../src/publication/file-name.js';
import { PublicationFolder } from '../../src/publication/publication-folder.js';
import { manuscript, onDisk, read, readAt } from './publication-on-disk.js';

const fields = ['bibliography', 'colophon', 'csl', 'series.issues'] as const;

/** A manuscript that names a file in one of the fields, and the place of the name. */
function naming(field: (typeof fields)[number], name: string) {
  const quoted = JSON.stringify(name);
  const line =
    field === 'series.issues' ? `series: {name: N, issues: ${quoted}}` : `${field}: ${quoted}`;
  return { files: manuscript('title: T', line), place: `manuscript.md:3:${line.indexOf('"') + 1}` };
}

describe.each(fields)('%s may not name', (field) => {
  it.each([
    ['an absolute path', '/etc/passwd', 'outside'],
    ['a path of Windows', 'C:\\secret.txt', 'outside'],
    ['a file of another machine', '\\\\server\\share', 'outside'],
    ['a file above', '../secret.json', 'outside'],
    ['a file above by a detour', 'a/../../secret.json', 'outside'],
    ['a file above with strokes of Windows', '..\\secret.json', 'outside'],
    ['a file of the home folder', '~/secret.json', 'outside'],
    ['an address', 'https://example.org/refs.json', 'outside'],
    ['an address of a file', 'file:///etc/passwd', 'outside'],
    ['a missing file', 'sub/nothing.json', 'missing-file'],
    ['a folder', 'folder.json/', 'unreadable'],
    ['a null character', 'a\0b', 'missing-file'],
  ])('%s', async (_what, name, rule) => {
    const { files, place } = naming(field, name);
    const { findings, publication } = await read({ ...files, 'folder.json/x': '' });
    expect(findings).toEqual([`publication/${rule} ${place}`]);
    expect(publication).toBeDefined();
  });

  it('a link that leads out', async () => {
    const { files, place } = naming(field, 'link.json');
    const outside = await onDisk({ 'secret.json': '[]' });
    const folder = await onDisk(files);
    await symlink(join(outside, 'secret.json'), join(folder, 'link.json'));
    const { findings } = await readAt(folder);
    expect(findings).toEqual([`publication/outside ${place}`]);
  });

  it('a file in a folder that is a link leading out', async () => {
    const { files, place } = naming(field, 'link/secret.json');
    const outside = await onDisk({ 'secret.json': '[]' });
    const folder = await onDisk(files);
    await symlink(outside, join(folder, 'link'));
    const { findings } = await readAt(folder);
    expect(findings).toEqual([`publication/outside ${place}`]);
  });

  it('a link to itself', async () => {
    const { files, place } = naming(field, 'loop.json');
    const folder = await onDisk(files);
    await symlink('loop.json', join(folder, 'loop.json'));
    const { findings } = await readAt(folder);
    expect(findings).toEqual([`publication/unreadable ${place}`]);
  });

  it('a pipe', async () => {
    const { files, place } = naming(field, 'pipe.json');
    const folder = await onDisk(files);
    execFileSync('mkfifo', [join(folder, 'pipe.json')]);
    const { findings } = await readAt(folder);
    expect(findings).toEqual([`publication/unreadable ${place}`]);
  });
});

describe('files of the publication', () => {
  it('may lie in folders within it, and be reached by links that stay inside', async () => {
    const folder = await onDisk({
      ...manuscript('title: T', 'bibliography: [data/a.json, data/../b.json, link.json]'),
      'data/a.json': 'a',
      'b.json': 'b',
      'data/c.json': 'c',
    });
    await symlink(join('data', 'c.json'), join(folder, 'link.json'));
    const { publication, findings } = await readAt(folder);
    expect(findings).toEqual([]);
    expect(publication?.citations.bibliography.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
  });

  it('are told by their nearest name where they are missing', async () => {
    const { remedies } = await read({
      ...manuscript('title: T', 'bibliography: data/refernces.json'),
      'data/references.json': '[]',
    });
    expect(remedies[0]).toMatch(/^Write “data\/references\.json”, or add the file$/);
  });

  it('each missing one of a list is told at its place', async () => {
    const { findings } = await read({
      ...manuscript('title: T', 'bibliography:', '  - a.json', '  - b.json', '  - c.json'),
      'b.json': '[]',
    });
    expect(findings).toEqual([
      'publication/missing-file manuscript.md:4:5',
      'publication/missing-file manuscript.md:6:5',
    ]);
  });

  it('may not be of monstrous size', async () => {
    const folder = await onDisk({
      ...manuscript('title: T', 'bibliography: a.json'),
      'a.json': '',
    });
    await truncate(join(folder, 'a.json'), 65 * 2 ** 20);
    const { findings } = await readAt(folder);
    expect(findings).toEqual(['publication/unreadable manuscript.md:3:15']);
  });

  it.skipIf(process.getuid?.() === 0)('must be readable', async () => {
    const folder = await onDisk({
      ...manuscript('title: T', 'bibliography: a.json'),
      'a.json': '',
    });
    await chmod(join(folder, 'a.json'), 0);
    const { findings } = await readAt(folder);
    expect(findings).toEqual(['publication/unreadable manuscript.md:3:15']);
  });

  it('that are no UTF-8 are told at their own place', async () => {
    const { findings } = await read({
      ...manuscript('title: T', 'colophon: colophon.md'),
      'colophon.md': Buffer.from('Eins\nZw\u00f6lf', 'latin1'),
    });
    expect(findings).toEqual(['publication/encoding colophon.md:2:3']);
  });
});

describe('citation style and template', () => {
  it.each([
    ['csl: apa', 'apa'],
    ['csl: apa.csl', 'apa.csl'],
    ['csl: http://www.zotero.org/styles/apa', 'http://www.zotero.org/styles/apa'],
  ])('%s stays a name', async (line, style) => {
    const { publication, findings } = await read(manuscript('title: T', line));
    expect(findings).toEqual([]);
    expect(publication?.citations.style).toBe(style);
  });

  it('a file in the folder becomes an absolute path', async () => {
    const { publication, folder } = await read({
      ...manuscript('title: T', 'csl: styles/house.csl', 'template: ./design'),
      'styles/house.csl': '<style/>',
      'design/pages.css': '',
    });
    expect(publication?.citations.style).toBe(join(folder, 'styles', 'house.csl'));
    expect(publication?.template).toBe(join(folder, 'design'));
  });

  it.each([
    ['template: ../design', 'publication/outside manuscript.md:3:11'],
    ['template: ./design', 'publication/missing-file manuscript.md:3:11'],
    ['template: ./manuscript.md', 'publication/unreadable manuscript.md:3:11'],
  ])('%s is refused', async (line, finding) => {
    const { findings, publication } = await read(manuscript('title: T', line));
    expect(findings).toEqual([finding]);
    expect(publication?.template).toBeUndefined();
  });
});

describe('the list of issues', () => {
  it.each<[what: string, text: string, findings: string[]]>([
    ['malformed', '[{"number": "1"', ['publication/yaml issues.json:1:16']],
    ['no list', '{"number": "1"}', ['publication/field issues.json:1:1']],
    ['an issue that is none', '["25|08"]', ['publication/field issues.json:1:2']],
    [
      'an issue without a title',
      '[{"number": "1", "author": "A"}]',
      ['publication/field issues.json:1:2'],
    ],
    [
      'an unknown field',
      '[{"number": "1", "author": "A", "title": "T", "url": "x"}]',
      ['publication/unknown-field issues.json:1:47'],
    ],
    [
      'a title that is a list',
      '[{"number": 1, "author": "A", "title": []}]',
      ['publication/field issues.json:1:40'],
    ],
  ])('%s', async (_what, text, expected) => {
    const { findings } = await read({
      ...manuscript('title: T', 'series: {name: N, issues: issues.json}'),
      'issues.json': text,
    });
    expect(findings).toEqual(expected);
  });
});

describe('names', () => {
  it('no name that passes leads out, whatever it is made of', async () => {
    const folder = await PublicationFolder.open(await onDisk({}), '/');
    const pieces = fc.constantFrom('..', '.', '/', '\\', 'a', '~', 'C:', 'file:', '%2e', ' ', '\0');
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 8 }), async (parts) => {
        const name = parts.join('');
        if (judgeFileName(name) !== undefined) return;
        expect(folder.holds(join(folder.path, name).replace(/\/$/, ''))).toBe(true);
        const report = new Report();
        expect(await folder.readText(name, { file: 'x' }, report)).toBeUndefined();
        expect(report.diagnostics).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });
});
