import { copyFile, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Failure } from '../../src/diagnostics/failure.js';
import { Report } from '../../src/diagnostics/report.js';
import {
  columnWidth,
  loadTemplate,
  pageProperties,
  templateNames,
  textHeight,
} from '../../src/template/index.js';

const serif = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
);

let folder: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'octavo-test-')));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const settings = (font: string, margin = '10mm') => `style: iai
page:
  width: 100mm
  height: 150mm
  margins: { top: 10mm, bottom: 10mm, inside: ${margin}, outside: 10mm }
  leading: 12pt
fonts:
  - { family: Own, file: ${font} }
`;

const write = (name: string, text: string | Uint8Array) => writeFile(join(folder, name), text);

describe('loading a template', () => {
  it.each(templateNames)('%s is whole', async (name) => {
    const template = await loadTemplate(name, folder);
    expect(template).toMatchObject({ name, style: expect.any(String) });
    expect(template.fonts.length).toBeGreaterThan(0);
    const { page } = template;
    const lines = textHeight(page) / page.leading;
    expect(lines).toBeCloseTo(Math.round(lines), 6);
    expect(columnWidth(page) * 64).toBe(Math.round(columnWidth(page) * 64));
    expect(pageProperties(page)).toContain(`--leading: ${page.leading}px;`);
  });

  it('takes a folder beside the publication, with fonts of its own', async () => {
    await copyFile(serif, join(folder, 'own.ttf'));
    await write('template.yml', settings('own.ttf'));
    await write('pages.css', '.text { color: red }');
    const template = await loadTemplate('.', folder);
    expect(template.fonts).toEqual([
      { family: 'Own', weight: 400, style: 'normal', path: join(folder, 'own.ttf') },
    ]);
    expect(template.pagesCss).toContain('red');
    expect(template.openingHtml).toContain('{{title}}');
  });

  it('takes settings that a folder leaves out from commentary', async () => {
    await write('template.yml', 'page: { columns: 3, margins: { top: 30mm } }');
    const [own, commentary] = [
      await loadTemplate('.', folder),
      await loadTemplate('commentary', folder),
    ];
    expect(own.page).toEqual({
      ...commentary.page,
      columns: 3,
      margins: { ...commentary.page.margins, top: own.page.margins.top },
    });
    expect(own.page.margins.top).not.toBe(commentary.page.margins.top);
    expect(own.fonts).toEqual(commentary.fonts);
  });

  it('names what is near where nothing is found', async () => {
    await expect(loadTemplate('comentary', folder)).rejects.toMatchObject({
      status: 1,
      diagnostic: {
        rule: 'template/not-found',
        remedy: expect.stringContaining('Write `commentary`'),
      },
    });
  });

  const faults: [string, () => Promise<unknown>, string][] = [
    ['a folder without template.yml', async () => {}, 'template/missing-file'],
    [
      'a font that is not there',
      () => write('template.yml', settings('gone.ttf')),
      'template/missing-file',
    ],
    [
      'a font in no package',
      () => write('template.yml', settings('npm:no-such-package/a.ttf')),
      'template/missing-file',
    ],
    [
      'a font of another kind',
      async () => {
        await write('web.ttf', Buffer.from('wOF2 and more'));
        await write('template.yml', settings('web.ttf'));
      },
      'template/font',
    ],
    [
      'margins wider than the page',
      async () => {
        await copyFile(serif, join(folder, 'own.ttf'));
        await write('template.yml', settings('own.ttf', '95mm'));
      },
      'template/invalid',
    ],
    [
      'a section that is left open',
      async () => {
        await copyFile(serif, join(folder, 'own.ttf'));
        await write('template.yml', settings('own.ttf'));
        await write('opening.html', '<p>\n{{#series}}x</p>');
      },
      'template/mustache',
    ],
  ];
  it.each(faults)('refuses %s', async (_, prepare, rule) => {
    await prepare();
    await expect(loadTemplate(folder, '/')).rejects.toMatchObject({
      status: 1,
      diagnostic: { rule },
    });
  });
});

it('tells of each font that is not there, with its line', async () => {
  const two = settings('gone.ttf').replace(
    /( {2}- .*)\n$/,
    '$1\n  - { family: B, file: lost.ttf }\n',
  );
  await write('template.yml', two);
  await write('opening.html', '{{#series}}');
  const error = await loadTemplate(folder, '/').catch((cause: unknown) => cause);
  const { diagnostic, others } = error as Failure;
  const told = [diagnostic, ...others].map(({ rule, place }) => `${rule} ${place.line}`);
  expect(told).toEqual([
    'template/missing-file 8',
    'template/missing-file 9',
    'template/mustache 1',
  ]);
});

describe('values that a file asks for', () => {
  const loaded = async (text: string, file = 'opening.html') => {
    await write('template.yml', '');
    await write(file, text);
    const report = new Report();
    await loadTemplate(folder, '/', { from: 'command', report });
    return report.diagnostics;
  };

  it('are told of where nothing fills them, with the nearest name', async () => {
    const told = await loaded('<h1>{{title}}</h1>\n{{#series}}{{isssn}}{{/series}} {{words.bye}}');
    expect(told.map(({ place, remedy }) => [place.line, place.column, remedy])).toEqual([
      [2, 12, 'Write `issn`'],
      [2, 33, 'Write `words.by`'],
    ]);
  });

  it('are those of their file', async () => {
    expect(await loaded('{{folio}}', 'page.html')).toEqual([]);
    expect(await loaded('{{folio}} {{#authors}}{{.}}{{/authors}}')).toHaveLength(1);
  });

  it.each(templateNames)('are all filled in %s', async (name) => {
    const report = new Report();
    await loadTemplate(name, folder, { from: 'command', report });
    expect(report.diagnostics).toEqual([]);
  });
});

describe('a template that a publication names', () => {
  const ownFont = 'npm:@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf';
  let outside: string;
  beforeEach(async () => {
    outside = await mkdtemp(join(tmpdir(), 'octavo-test-'));
    await mkdir(join(folder, 'mine'));
    await write('mine/template.yml', settings(`'${ownFont}'`));
  });
  afterEach(() => rm(outside, { recursive: true, force: true }));

  const load = (name = 'mine') =>
    loadTemplate(name, folder, { from: 'publication', workingFolder: folder });

  it.each<[string, () => string]>([
    ['by name', () => 'mine'],
    ['by path', () => './mine'],
    ['by absolute path', () => join(folder, 'mine')],
  ])('is found inside the publication %s, with fonts of Octavo', async (_, name) => {
    const template = await load(name());
    expect(template).toMatchObject({ name: 'mine', folder: join(folder, 'mine') });
    expect(template.fonts[0]?.path).toMatch(/SourceSerif4_400Regular\.ttf$/);
  });

  it('may have fonts in another folder of the publication', async () => {
    await copyFile(serif, join(folder, 'own.ttf'));
    await write('mine/template.yml', settings('../own.ttf'));
    expect((await load()).fonts[0]?.path).toBe(join(folder, 'own.ttf'));
  });

  const faults: [string, () => Promise<unknown>, string, string?][] = [
    [
      'a folder that is a link leading out',
      async () => {
        await write('mine/pages.css', '');
        await copyFile(join(folder, 'mine/template.yml'), join(outside, 'template.yml'));
        await rm(join(folder, 'mine'), { recursive: true });
        await symlink(outside, join(folder, 'mine'));
      },
      'publication/outside',
    ],
    ['a folder above', async () => {}, 'publication/outside', '..'],
    [
      'a file that is a link leading out',
      async () => {
        await writeFile(join(outside, 'secret'), 'secret');
        await symlink(join(outside, 'secret'), join(folder, 'mine/web.css'));
      },
      'publication/outside',
    ],
    [
      'template.yml that is a link leading out',
      async () => {
        await rm(join(folder, 'mine/template.yml'));
        await writeFile(join(outside, 'secret'), 'secret');
        await symlink(join(outside, 'secret'), join(folder, 'mine/template.yml'));
      },
      'publication/outside',
    ],
    [
      'a font by absolute path',
      () => write('mine/template.yml', settings(serif)),
      'publication/outside',
    ],
    [
      'a font above the publication',
      async () => {
        await copyFile(serif, join(outside, 'own.ttf'));
        const name = outside.split('/').at(-1);
        await write('mine/template.yml', settings(`../../${name}/own.ttf`));
      },
      'publication/outside',
    ],
    [
      'a font that is a link leading out',
      async () => {
        await symlink(serif, join(folder, 'mine/own.ttf'));
        await write('mine/template.yml', settings('own.ttf'));
      },
      'publication/outside',
    ],
    [
      'a font out of a package of Octavo',
      () =>
        write(
          'mine/template.yml',
          settings(`'${ownFont.replace('400Regular/', '../source-serif-4/400Regular/')}'`),
        ),
      'template/missing-file',
    ],
    [
      'a font by a path that only looks like a package',
      () => write('mine/template.yml', settings(`'npm:${serif}'`)),
      'template/missing-file',
    ],
    [
      'a font in a package of its own',
      async () => {
        await mkdir(join(folder, 'node_modules/a'), { recursive: true });
        await copyFile(serif, join(folder, 'node_modules/a/own.ttf'));
        await write('mine/template.yml', settings('npm:a/own.ttf'));
      },
      'template/missing-file',
    ],
  ];
  it.each(faults)('may not be or hold %s', async (_, prepare, rule, name) => {
    await prepare();
    await expect(load(name)).rejects.toMatchObject({ status: 1, diagnostic: { rule } });
  });

  it('reads anything where a person named it', async () => {
    await symlink(serif, join(folder, 'mine/own.ttf'));
    await write('mine/template.yml', settings('own.ttf'));
    const template = await loadTemplate('mine', folder, { from: 'command' });
    expect(template.fonts).toHaveLength(1);
  });
});
