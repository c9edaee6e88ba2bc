import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, launchBrowser } from '../src/browser/index.js';
import { writeHtml } from '../src/editions/html/index.js';
import { manyPages, variedBooks } from '../tests/editions/epub/varied-books.js';
import { documentOf, sampleTemplate } from '../tests/editions/sample-document.js';
import { axeFindings, screens } from '../tests/support/axe.js';
import { copyOf, discard, hasReference, octavo, referenceFolder } from './support/publications.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const folders = ['manuscript', ...(hasReference() ? [referenceFolder as string] : [])];

describe.each(folders)('the web edition of %s', (source) => {
  let folder: string;
  let page: string;
  beforeAll(() => {
    folder = copyOf(source);
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
    expect(anchors.map(([, folio]) => Number(folio))).toEqual(anchors.map((_, index) => index + 1));
    expect(anchors.length).toBeGreaterThan(1);
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
