import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
  folder = await mkdtemp(join(tmpdir(), 'octavo-test-'));
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

  it('names what is near where nothing is found', async () => {
    await expect(loadTemplate('comentary', folder)).rejects.toMatchObject({
      status: 1,
      diagnostic: {
        rule: 'template/not-found',
        remedy: expect.stringContaining('Did you mean `commentary`?'),
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
