import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, launchBrowser } from '../src/browser/index.js';
import { writeHtml } from '../src/editions/html/index.js';
import { webFolderFaults } from '../tests/checkers/web-folder.js';
import { manyPages, variedBooks } from '../tests/editions/epub/varied-books.js';
import { documentOf, sampleTemplate } from '../tests/editions/sample-document.js';
import { axeFindings, screens } from '../tests/support/axe.js';
import { discard, everyPublication, octavo, prepare } from './support/publications.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(everyPublication())('the web edition of %s', (source) => {
  let folder: string;
  let page: string;
  beforeAll(async () => {
    folder = await prepare(source);
    // Built with its pages, it has their anchors.
    expect(octavo(['build', folder, '--to', 'html,pdf']).status).toBe(0);
    page = readFileSync(join(folder, 'dist', 'manuscript.html'), 'utf8');
  });
  afterAll(() => discard(folder));

  test.each(Object.entries(screens))('has nothing that axe-core finds on %s', async (_, screen) => {
    expect(await axeFindings(browser, page, screen)).toEqual([]);
  });

  test('has an anchor for each page of the text', () => {
    const anchors = [...page.matchAll(/role="doc-pagebreak"[^>]*id="page-(\d+)"/g)];
    const folios = anchors.map(([, folio]) => Number(folio));
    // Contents may fill the first pages.
    const [first = 1] = folios;
    expect(folios).toEqual(anchors.map((_, index) => first + index));
    expect(anchors.length).toBeGreaterThan(1);
  });
});

/** A page of a folder with the rules of its style sheet inside it; its fonts need not load. */
function withStyle(files: ReadonlyMap<string, Uint8Array>, name: string): string {
  const text = (file: string) => new TextDecoder().decode(files.get(file));
  return text(name).replace('@import url("style.css");', () => text('style.css'));
}

describe.each(everyPublication())('the web edition of %s as a folder', (source) => {
  let folder: string;
  const files = new Map<string, Uint8Array>();
  const pages = () => [...files.keys()].filter((name) => name.endsWith('.html'));
  beforeAll(async () => {
    folder = await prepare(source);
    expect(octavo(['build', folder, '--to', 'html', '--split']).status).toBe(0);
    const root = join(folder, 'dist', 'manuscript');
    for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
      const path = join(root, name);
      if (statSync(path).isFile()) files.set(name, readFileSync(path));
    }
  });
  afterAll(() => discard(folder));

  test('has links that lead somewhere, and notes on their own pages', () => {
    expect(pages().length).toBeGreaterThan(2);
    expect(webFolderFaults(files)).toEqual([]);
  });

  test('has nothing that axe-core finds on any page', async () => {
    const found: string[] = [];
    const [wide, , , telephone] = Object.values(screens);
    for (const name of pages()) {
      for (const screen of [wide, telephone]) {
        const page = withStyle(files, name);
        if (screen) found.push(...(await axeFindings(browser, page, screen)));
      }
    }
    expect(found).toEqual([]);
  });

  test('is the same, byte for byte, when it is built again over the last', () => {
    expect(octavo(['build', folder, '--to', 'html', '--split'], { TZ: 'Asia/Tokyo' }).status).toBe(
      0,
    );
    for (const [name, bytes] of files) {
      expect(readFileSync(join(folder, 'dist', 'manuscript', name)).equals(bytes), name).toBe(true);
    }
  });
});

describe.each(Object.keys(variedBooks))('a page of %s', (name) => {
  test.each(Object.entries(screens))('has nothing that axe-core finds on %s', async (_, screen) => {
    const bytes = await writeHtml(documentOf(variedBooks[name] ?? {}), await sampleTemplate(), {
      pageStarts: manyPages,
    });
    expect(await axeFindings(browser, new TextDecoder().decode(bytes), screen)).toEqual([]);
  });
});
