import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatPlace } from '../../src/diagnostics/diagnostic.js';
import { Report } from '../../src/diagnostics/report.js';
import { type BuildOptions, buildPublication } from '../../src/pipeline/build-publication.js';
import { expectHouseWording } from '../diagnostics/wording.js';
import { type Files, onDisk } from '../publication/publication-on-disk.js';

const webOnly: Files = {
  'octavo.yml': 'editions: [html]',
  'manuscript.md': '---\ntitle: T\n---\n\nText.\n',
};
const noBrowser = { executable: '/no/such/browser' };

async function build(files: Files, options: BuildOptions = {}, path = '.') {
  const folder = await onDisk(files);
  const report = new Report();
  const result = await buildPublication(
    path,
    { workingFolder: folder, browser: noBrowser, ...options },
    report,
  );
  expectHouseWording(report.diagnostics);
  const findings = report.diagnostics.map(({ rule, place }) => `${rule} ${formatPlace(place)}`);
  return { result, findings };
}

describe('a machine without a browser', () => {
  it('builds what octavo.yml asks for where that needs none', async () => {
    const { result, findings } = await build(webOnly);
    expect(findings).toEqual([]);
    expect([...result.editions.keys()]).toEqual(['html']);
  });

  it('cannot build pages', async () => {
    await expect(build(webOnly, { editions: ['pdf'] })).rejects.toMatchObject({
      status: 3,
      diagnostic: { rule: 'browser/missing' },
    });
  });
});

describe('records of the metadata', () => {
  const front = 'title: T\nauthor: Ada Byron\ndate: 2025-02-14\n';
  const publication = (more = ''): Files => ({
    'octavo.yml': 'editions: [html]',
    'manuscript.md': `---\n${front}${more}---\n\nText.\n`,
  });

  it('are made where they are asked for, in an order of their own', async () => {
    const { result, findings } = await build(publication(), { records: ['ris', 'cff', 'jats'] });
    expect(findings).toEqual([]);
    expect([...result.records.keys()]).toEqual(['jats', 'cff', 'ris']);
    expect([...result.editions.keys()]).toEqual(['html']);
    expect((await build(publication())).result.records.size).toBe(0);
  });

  it('fail the build at the field that is missing, or at the top where there is none', async () => {
    const { result, findings } = await build(publication('depositor: { name: D }\n'), {
      records: ['crossref', 'cff'],
    });
    expect(findings).toEqual([
      'metadata/missing manuscript.md:1:1',
      'metadata/missing manuscript.md:1:1',
      'metadata/missing manuscript.md:1:1',
      'metadata/missing manuscript.md:1:1',
    ]);
    expect([result.records.size, result.editions.size]).toEqual([0, 0]);
  });
});

describe('one fault, one finding', () => {
  const cited = (front: string) => ({
    'manuscript.md': `---\ntitle: T\n${front}\n---\n\nText.[@a] More.[@b]\n`,
  });
  it.each([
    [
      'no bibliography',
      cited('bibliography: gone.json'),
      ['publication/missing-file manuscript.md:3:15'],
    ],
    [
      'a bibliography that cannot be read',
      { ...cited('bibliography: a.json'), 'a.json': 'no JSON' },
      ['citation/bibliography-syntax a.json:1:1'],
    ],
    [
      'a key given twice',
      {
        ...cited('bibliography: a.json'),
        'a.json': '[{"id":"a","type":"book","title":"A"},\n{"id":"a","type":"book","title":"B"}]',
      },
      ['citation/duplicate-key a.json:2:1'],
    ],
    [
      'nothing but a comment',
      { 'manuscript.md': '---\ntitle: T\n---\n\n<!-- to be written -->\n' },
      ['publication/empty manuscript.md:4:1'],
    ],
  ])('%s', async (_, files, expected) => {
    const { result, findings } = await build(files, { editions: ['html'] });
    expect(findings).toEqual(expected);
    expect(result.editions.size).toBe(0);
  });
});

describe('a bibliography that is asked for', () => {
  const front = 'section-bibliographies: true\nback-references: true\nbibliography: a.json';
  const files: Files = {
    'manuscript.md': `---\ntitle: T\n${front}\n---\n\nText.[@a]\n\n::: {#refs}\n:::\n`,
    'a.json': '[{"id":"a","type":"book","title":"A"}]',
  };

  it.each([
    ['iai', 'is told of where the style prints none', ['3:25', '4:18', '10:1']],
    ['octavo-author-date', 'is none to tell of where it prints one', []],
  ])('under %s %s', async (style, _, places) => {
    const { findings } = await build(files, { editions: ['html'], style });
    expect(findings).toEqual(places.map((place) => `citation/no-list manuscript.md:${place}`));
  });

  it('is nothing to tell of where none is wanted', async () => {
    const none = { ...files, 'octavo.yml': 'suppress-bibliography: true' };
    const { findings } = await build(none, { editions: ['html'], style: 'iai' });
    expect(findings).toEqual([]);
  });
});

it('keys that every object has as names are keys like others', async () => {
  const keys = ['constructor', 'toString', '__proto__'];
  const works = keys.map((id) => ({ id, type: 'book', title: `The ${id}` }));
  const { result, findings } = await build(
    {
      'manuscript.md': `---\ntitle: T\nbibliography: a.json\n---\n\n${keys.map((key) => `Text.[@${key}]`).join(' ')}\n`,
      'a.json': JSON.stringify(works),
    },
    { editions: [] },
  );
  expect(findings).toEqual([]);
  expect(result.citations?.citations.map(({ text }) => text)).toEqual(
    keys.map((key) => `The ${key}.`),
  );
});

it('aliases that multiply without end are a bad entry', async () => {
  const lines = ['a', 'b', 'c', 'd'].map(
    (name, index, all) =>
      `${name}: &${name} [${new Array(9).fill(index ? `*${all[index - 1]}` : 'x').join(',')}]`,
  );
  const { findings } = await build({
    'manuscript.md': '---\ntitle: T\nbibliography: a.yaml\n---\n\nText.[@x]\n',
    'a.yaml': [...lines, 'references:', '  - {id: x, title: *d}', ''].join('\n'),
  });
  expect(findings).toEqual(['citation/bad-entry a.yaml:6:5']);
});

describe('the working folder', () => {
  it('is the one handed in, not that of the process', async () => {
    const { findings } = await build(
      {
        'sub/manuscript.md': '---\ntitle: T\n---\n\n![x](gone.png)\n\n![y](bad.png)\n',
        'sub/bad.png': 'x',
      },
      { editions: ['html'] },
      'sub',
    );
    expect(findings).toEqual([
      'publication/missing-file sub/manuscript.md:5:1',
      'publication/image-format sub/manuscript.md:7:1',
    ]);
  });

  it('is where names of the command line start', async () => {
    const folder = await onDisk(webOnly);
    const options = { workingFolder: folder, editions: [], template: 'sub/template' };
    await mkdir(join(folder, 'sub/template'), { recursive: true });
    await expect(buildPublication('.', options, new Report())).rejects.toMatchObject({
      diagnostic: { rule: 'template/missing-file', place: { file: 'sub/template/template.yml' } },
    });
  });
});

describe('a template of the publication itself', () => {
  const settings = readFile('templates/commentary/template.yml', 'utf8');

  it('is warned of where the publication names it', async () => {
    const { result, findings } = await build({
      ...webOnly,
      'octavo.yml': 'editions: [html]\ntemplate: mine',
      'mine/template.yml': await settings,
      'mine/web.html': 'Mine',
    });
    expect(findings).toEqual(['template/own octavo.yml:2:11']);
    const html = new TextDecoder().decode(result.editions.get('html'));
    expect(html).toContain('Mine');
  });

  it('is not where a person does', async () => {
    const { findings } = await build(
      {
        ...webOnly,
        'octavo.yml': 'editions: [html]\ntemplate: mine',
        'mine/template.yml': await settings,
      },
      { template: 'mine' },
    );
    expect(findings).toEqual([]);
  });
});

it('what does not fit the pages is told of where it is written, front matter and bibliography too', async () => {
  const long = 'x'.repeat(120);
  const abstract = 'Many words. '.repeat(800);
  const work = `@book{k,\n author = {Roth, A.},\n title = {${long}},\n year = 2020\n}\n`;
  const front = `title: T\nbibliography: works.bib\ncsl: octavo-author-date\nabstract: ${abstract}`;
  const { findings } = await build(
    { 'manuscript.md': `---\n${front}\n---\n\nText [@k].\n`, 'works.bib': `\n${work}` },
    { editions: ['pdf'], browser: {} },
  );
  expect(findings.filter((each) => each.startsWith('pages/'))).toEqual([
    expect.stringMatching(/^pages\/long-word works\.bib:2:\d+$/),
    expect.stringMatching(/^pages\/opening manuscript\.md:5:\d+$/),
  ]);
});
