import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, launchBrowser } from '../../src/browser/index.js';
import { sheetCss } from '../../src/pages/sheet-css.js';
import { loadTemplate, type Template } from '../../src/template/index.js';
import { html, parse } from '../markdown/sketch.js';

let browser: Browser;
let template: Template;

beforeAll(async () => {
  browser = await launchBrowser();
  const folder = fileURLToPath(new URL('../../templates/commentary', import.meta.url));
  template = await loadTemplate(folder, '/');
});
afterAll(() => browser.close());

const list = '- [ ] task\n    - plain below\n- [x] done\n- plain\n    - [ ] task below\n';

it.each<[string, (of: Template) => string]>([
  ['pages', ({ page, fonts, pagesCss }) => sheetCss(page, fonts, pagesCss)],
  ['the web', ({ webCss }) => webCss],
  ['the ebook', ({ ebookCss }) => ebookCss],
])('tasks have no bullets, and other items have, in %s', async (_, cssOf) => {
  const page = `<style>${cssOf(template)}</style><div class="text">${html(parse(list).root)}</div>`;
  const bullets = await browser.withPage(page, new Map(), ({ page: shown }) =>
    shown.evaluate(
      `[...document.querySelectorAll('li')].map((item) => [item.textContent.trim().split('\\n')[0], getComputedStyle(item).listStyleType !== 'none'])`,
    ),
  );
  expect(bullets).toEqual([
    ['task', false],
    ['plain below', true],
    ['done', false],
    ['plain', true],
    ['task below', false],
  ]);
});
