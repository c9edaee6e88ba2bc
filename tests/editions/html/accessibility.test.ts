import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, launchBrowser } from '../../../src/browser/index.js';
import { writeHtml } from '../../../src/editions/html/index.js';
import { axeFindings, type Screen, screens } from '../../support/axe.js';
import { manyPages, variedBooks } from '../epub/varied-books.js';
import { documentOf, fontlessTemplate } from '../sample-document.js';

let browser: Browser;
let page: string;

async function pageOf(name: string): Promise<string> {
  const bytes = await writeHtml(documentOf(variedBooks[name] ?? {}), await fontlessTemplate(), {
    pageStarts: manyPages,
    reference: [{ type: 'text', value: 'A reference.' }],
  });
  return new TextDecoder().decode(bytes);
}

beforeAll(async () => {
  browser = await launchBrowser();
  page = await pageOf('everything at once');
});
afterAll(() => browser.close());

const wide = screens['a wide screen'] as Screen;

describe('axe-core finds nothing', () => {
  it.each(['nothing but a title', 'a language from right to left', 'Chinese without a date'])(
    'in %s',
    async (name) => {
      expect(await axeFindings(browser, await pageOf(name), wide)).toEqual([]);
    },
  );
});

describe('axe-core finds a page spoilt on purpose', () => {
  it.each<[rule: string, from: RegExp, to: string]>([
    ['html-has-lang', /<html lang="[^"]*"/, '<html'],
    ['image-alt', /<div class="text">/, '<div class="text"><img src="data:,">'],
    ['color-contrast', /--ink: #[0-9a-f]+;/, '--ink: #ccc;'],
    ['document-title', /<title>.*<\/title>/, ''],
    ['link-name', /<div class="text">/, '<div class="text"><a href="#text"></a>'],
    ['aria-roles', /role="doc-noteref"/, 'role="doc-notref"'],
    ['heading-order', /<div class="text">/, '<div class="text"><h5>Five</h5>'],
  ])('%s', async (rule, from, to) => {
    const spoilt = page.replace(from, to);
    expect(spoilt).not.toBe(page);
    const found = await axeFindings(browser, spoilt, wide);
    expect(found.map((line) => line.split(':')[0])).toContain(rule);
  });
});
