import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Failure } from '../../src/diagnostics/failure.js';
import { Report } from '../../src/diagnostics/report.js';
import { Proofs } from '../../src/pipeline/proofs.js';
import { prose } from '../pages/document.js';

let folder: string;
let proofs: Proofs;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'octavo-proofs-'));
  await write(prose(900));
  proofs = new Proofs(folder);
});
afterEach(async () => {
  await proofs.close();
  await rm(folder, { recursive: true });
});

const front = (more = '') => `---\ntitle: Proofs\nauthor: A. Nother\nlang: en-GB\n${more}---\n\n`;
const write = (text: string, more?: string) =>
  writeFile(join(folder, 'manuscript.md'), front(more) + text);

async function pull() {
  const report = new Report();
  return { ...(await proofs.pull(report)), report };
}

test('show what has changed since the last', async () => {
  const text = prose(2400);
  await write(text);
  const first = await pull();
  expect(first.changed.length).toBe(first.pages?.pageCount);
  expect(await first.lookedOver).toBe(true);
  expect((await pull()).changed).toEqual([]);
  await write(`${text}\n\nA coda.`);
  const { changed, pages } = await pull();
  expect(changed).not.toContain(0);
  expect(changed.map((page) => pages?.sheets[page]).join('')).toContain('coda');
});

test('that are asked for at once are pulled one after the other', async () => {
  const [one, other] = await Promise.all([pull(), pull()]);
  expect(one.changed.length).toBeGreaterThan(0);
  expect(other.changed).toEqual([]);
});

test('name the pages of what they refer to', async () => {
  const text = `# One {#one}\n\n${prose(700)}\n\n# Two {#two}\n\nAs said on page [](#one){.page}, and on page [](#two){.page}.`;
  await write(text);
  const { pages } = await pull();
  expect(pages?.sheets.join('')).toContain('#two');
  await write(`${prose(900)}\n\n${text}`);
  const again = await pull();
  expect(again.pages?.targets.two?.page).toBeGreaterThan(pages?.targets.two?.page ?? 99);
  const sheet = again.pages?.sheets[again.pages.targets.two?.page ?? 0] ?? '';
  expect(sheet).toMatch(new RegExp(`>${(again.pages?.targets.two?.page ?? 0) + 1}<`));
});

test('have no pages where the publication has errors, and have them again once it has none', async () => {
  await write('Text.', 'bibliography: none.json\n');
  const { pages, report } = await pull();
  expect(pages).toBeUndefined();
  expect(report.hasErrors).toBe(true);
  await write('Text.');
  expect((await pull()).pages?.sheets[0]).toContain('Text.');
});

test('begin afresh after a failure', async () => {
  await pull();
  await rm(join(folder, 'manuscript.md'));
  await expect(pull()).rejects.toThrow(Failure);
  await write('Again.');
  expect((await pull()).pages?.sheets[0]).toContain('Again.');
});

test('follow their template', async () => {
  const commentary = new URL('../../templates/commentary', import.meta.url);
  await cp(commentary, join(folder, 'own'), { recursive: true });
  await write(prose(900), 'template: own\n');
  const before = (await pull()).pages?.pageCount;
  const settings = join(folder, 'own', 'template.yml');
  const text = await readFile(settings, 'utf8');
  await writeFile(settings, text.replace(/leading: *[\d.]+/, 'leading: 21'));
  expect((await pull()).pages?.pageCount).toBeGreaterThan(before ?? 99);
});
