import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser } from '../../src/browser/index.js';

/** WCAG 2.2 at the levels A and AA, and what axe counts as good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export interface Screen {
  width: number;
  height: number;
  scheme: 'light' | 'dark';
}

export const screens: Record<string, Screen> = {
  'a wide screen': { width: 1400, height: 900, scheme: 'light' },
  'a wide screen in the dark': { width: 1400, height: 900, scheme: 'dark' },
  'a telephone': { width: 360, height: 740, scheme: 'light' },
  'a telephone in the dark': { width: 360, height: 740, scheme: 'dark' },
};

let source: Promise<string> | undefined;

function axeSource(): Promise<string> {
  source ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  return source;
}

/** What axe-core finds wrong in a page as a browser shows it: `rule: element`, one a line. */
export async function axeFindings(
  browser: Browser,
  html: string,
  { width, height, scheme }: Screen,
): Promise<string[]> {
  const axe = await axeSource();
  return browser.withPage(html, new Map(), async ({ page }) => {
    await page.setViewport({ width, height });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.evaluate(axe);
    const options: RunOptions = {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
    };
    const results = (await page.evaluate(
      `axe.run(document, ${JSON.stringify(options)})`,
    )) as AxeResults;
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`),
    );
  });
}
