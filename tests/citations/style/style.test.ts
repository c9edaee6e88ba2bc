import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import {
  type CitationStyle,
  resolveLocale,
  resolveStyle,
  type StyleSearch,
} from '../../../src/citations/index.js';
import { nearestLocale } from '../../../src/citations/style/locales.js';
import { Failure } from '../../../src/diagnostics/failure.js';
import { Report } from '../../../src/diagnostics/report.js';
import { expectHouseWording } from '../../diagnostics/wording.js';
import { place, styleNamed } from '../setting.js';

const style = (body: string, attributes = 'class="in-text"') =>
  `<?xml version="1.0"?>\n<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" ${attributes}>\n${body}\n</style>`;
const layout = '<citation><layout><text variable="title"/></layout></citation>';
/** Macros each of which calls the next ten times. */
const hugeMacros = Array.from(
  { length: 8 },
  (_, level) => `<macro name="m${level}">${`<text macro="m${level + 1}"/>`.repeat(10)}</macro>`,
).join('');
const dependent = (parent: string) =>
  style(
    `<info><link href="http://www.zotero.org/styles/${parent}" rel="independent-parent"/></info>`,
    'default-locale="de-DE"',
  );

let folder = '';
let search: StyleSearch;

beforeAll(async () => {
  const base = await mkdtemp(join(tmpdir(), 'octavo-styles-'));
  folder = join(base, 'publication');
  await mkdir(join(folder, 'styles'), { recursive: true });
  await mkdir(join(base, 'machine', 'dependent'), { recursive: true });
  const files: [path: string, text: string][] = [
    [join(base, 'outside.csl'), style(layout)],
    [join(folder, 'mine.csl'), style(layout)],
    [join(folder, 'styles', 'house.csl'), style(layout, 'class="note"')],
    [join(base, 'machine', 'journal.csl'), style(layout)],
    [join(base, 'machine', 'dependent', 'child.csl'), dependent('journal')],
    [join(base, 'machine', 'dependent', 'orphan.csl'), dependent('nowhere')],
    [join(folder, 'cut.csl'), '<?xml version="1.0"?>\n<style>\n  <citation'],
    [join(folder, 'page.csl'), '<html/>'],
    [join(folder, 'empty.csl'), style('<citation/>')],
    [
      join(folder, 'macro.csl'),
      style('<citation><layout>\n  <text macro="gone"/></layout></citation>'),
    ],
    [
      join(folder, 'circle.csl'),
      style(
        `<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>${layout}`,
      ),
    ],
    [
      join(folder, 'huge.csl'),
      style(`${hugeMacros}<macro name="m8"><text value="x"/></macro>${layout}`),
    ],
    [join(folder, 'unversioned.csl'), style(layout).replace('version="1.0" class', 'class')],
  ];
  for (const [path, text] of files) await writeFile(path, text);
  await symlink(join(base, 'outside.csl'), join(folder, 'way-out.csl'));
  search = { folder, from: 'publication', machineFolders: [join(base, 'machine')] };
});

async function failureOf(
  given: string,
  from: StyleSearch['from'] = 'publication',
): Promise<Failure> {
  const failure = await resolveStyle(given, { ...search, from }, place).catch((error) => error);
  expect(failure).toBeInstanceOf(Failure);
  return failure;
}

test.each([
  ['mine.csl', 'mine'],
  ['mine', 'mine'],
  ['./styles/house.csl', 'house'],
  ['house', 'house'],
  ['journal', 'journal'],
  ['journal.csl', 'journal'],
  ['http://www.zotero.org/styles/journal', 'journal'],
  ['iai', 'iai'],
  ['apa', 'apa'],
  ['vancouver', 'vancouver'],
  ['harvard1', 'harvard1'],
])('%s is found', async (given, name) => {
  expect((await resolveStyle(given, search, place)).name).toBe(name);
});

test('a dependent style is its parent with a locale of its own', async () => {
  const child = await resolveStyle('child', search, place);
  const parent = await resolveStyle('journal', search, place);
  expect(child).toEqual({ ...parent, name: 'child', ownLocale: 'de-DE' });
  expect((await failureOf('orphan')).diagnostic.message).toContain('“nowhere”');
});

test('what a publication names is read inside its folder only', async () => {
  expect((await failureOf('../outside.csl')).diagnostic.rule).toBe('citation/unknown-style');
  expect((await failureOf(join(folder, '..', 'outside.csl'))).status).toBe(1);
  expect((await failureOf('way-out.csl')).status).toBe(1);
  const named = await resolveStyle(
    '../outside.csl',
    { ...search, from: 'command', workingFolder: folder },
    place,
  );
  expect(named.name).toBe('outside');
});

test('a style is found by its whole title, whatever its case', async () => {
  const named = (given: string) => resolveStyle(given, search, place);
  expect((await named('iai house style (NOTES)')).name).toBe('iai');
  const { title } = await named('apa');
  expect(title).toContain(' ');
  expect((await named(title)).name).toBe('apa');
  expect((await failureOf('IAI house')).status).toBe(1);
});

test('an unknown style names those near it and the places looked in', async () => {
  const { diagnostic, status } = await failureOf('vancuver');
  expect(status).toBe(1);
  expect(diagnostic.place).toEqual(place);
  expect(diagnostic.message).toBe('There is no citation style “vancuver”; near it: vancouver');
  expect(diagnostic.remedy).toContain(folder);
});

test.each([
  ['cut', 3, 'no well-formed XML'],
  ['page', 1, '<html>'],
  ['empty', 3, 'no <layout>'],
  ['macro', 4, 'no macro “gone”'],
  ['circle', 3, 'calls itself'],
  ['huge', 3, 'macro “m0” comes to too many'],
  ['unversioned', 2, 'its version'],
])('a broken style is not used: %s', async (given, line, message) => {
  const { diagnostic } = await failureOf(given);
  expect(diagnostic.rule).toBe('citation/bad-style');
  expect(diagnostic.place).toMatchObject({ line });
  expect(diagnostic.message).toContain(message);
});

test.each([
  ['iai', 'note', 'note', false],
  ['apa', 'in-text', 'author-date', true],
  ['vancouver', 'in-text', 'numeric', true],
  ['harvard1', 'in-text', 'author-date', true],
  ['bracketed', 'in-text', 'numeric', true],
])('what %s is', async (name, kind, format, hasBibliography) => {
  expect(await styleNamed(name)).toMatchObject({ class: kind, format, hasBibliography });
});

test.each([
  ['en-GB', 'en-GB'],
  ['en', 'en-US'],
  ['en-AU', 'en-GB'],
  ['en-CA', 'en-US'],
  ['it', 'it-IT'],
  ['it-CH', 'it-IT'],
  ['de-AT', 'de-DE'],
  ['fr', 'fr-FR'],
  ['zh-Hant-TW', 'zh-TW'],
  ['sr-Latn-RS', 'sr-RS'],
  ['pt-BR', 'en-US'],
  ['la', 'la'],
])('the nearest locale to %s', (wanted, nearest) => {
  const available = ['de-DE', 'en-GB', 'en-US', 'fr-FR', 'it-IT', 'la', 'sr-RS', 'zh-TW'];
  expect(nearestLocale(wanted, available)).toBe(nearest);
});

test('a language without terms is reported, and a dependent style keeps its own', async () => {
  const found = await styleNamed('apa');
  const report = new Report();
  const locale = await resolveLocale(found, 'xx', place, report, []);
  expect(locale.lang).toBe('en-US');
  expect(report.diagnostics.map(({ rule }) => rule)).toEqual(['citation/missing-locale']);
  const own: CitationStyle = { ...found, ownLocale: 'de-DE' };
  expect((await resolveLocale(own, 'en-GB', place, new Report(), [])).lang).toBe('de-DE');
});

test.each([
  ['en-AU', ['note: No terms for citations in “en-AU” are here: they are set as in “en-GB”']],
  ['it-CH', ['note: No terms for citations in “it-CH” are here: they are set as in “it-IT”']],
  ['en-GB', []],
  ['en', []],
  ['it', []],
])('another country’s terms are told of (%s)', async (lang, findings) => {
  const report = new Report();
  await resolveLocale(await styleNamed('apa'), lang, place, report, []);
  const told = report.diagnostics.map(({ severity, message }) => `${severity}: ${message}`);
  expect(told).toEqual(findings);
  expectHouseWording(report.diagnostics);
});

test.each(['en-GB', 'it-IT'])(
  'our own locale %s has every term of American English',
  async (lang) => {
    const found = await styleNamed('apa');
    const namesIn = (xml: string) =>
      new Set([...xml.matchAll(/<term name="([^"]+)"/g)].map(([, name]) => name));
    const american = await resolveLocale(found, 'en-US', place, new Report(), []);
    const ours = await resolveLocale(found, lang, place, new Report(), []);
    expect(ours.xmlOf(lang)).toContain(`xml:lang="${lang}"`);
    const missing = [...namesIn(american.xmlOf('en-US'))].filter(
      (name) => !namesIn(ours.xmlOf(lang)).has(name),
    );
    // Italian has one ordinal for each gender.
    expect(missing.filter((name) => !name?.startsWith('ordinal-'))).toEqual([]);
  },
);
