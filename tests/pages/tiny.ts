import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { type Browser, launchBrowser } from '../../src/browser/index.js';
import { Report } from '../../src/diagnostics/report.js';
import type { OctavoDocument } from '../../src/document/document.js';
import { ComposingRoom, layOut, type PrintedPages, pageShell } from '../../src/pages/index.js';
import { loadTemplate, type PageGeometry, type Template } from '../../src/template/index.js';

export interface TinyPages {
  readonly browser: Browser;
  /** Of pages so small that a paragraph or two fills them: the folder `tiny`. */
  readonly template: Template;
  /**
   * @param largestTake UTF-16 units that one page of the browser sets.
   * @param height Of the page, px.
   */
  lay(document: OctavoDocument, largestTake?: number, height?: number): Promise<Laid>;
  /** The same on pages that differ. */
  layOn(document: OctavoDocument, page: Partial<PageGeometry>, largestTake?: number): Promise<Laid>;
}

interface Laid {
  pages: PrintedPages;
  report: Report;
}

/** Compositors for what tests set. */
export const composingRoom = (
  browser: Browser,
  template: Template,
  copySize: number | 'kept' = 1_000_000,
): ComposingRoom => new ComposingRoom(Promise.resolve(browser), pageShell(template), copySize);

/** Starts a browser for the tests of a file, and ends it after them. */
export function useTinyPages(
  adapted: (template: Template) => Template = (template) => template,
): TinyPages {
  let browser: Browser;
  let template: Template;
  beforeAll(async () => {
    browser = await launchBrowser();
    template = adapted(await loadTemplate(fileURLToPath(new URL('./tiny', import.meta.url)), '/'));
  });
  afterAll(() => browser.close());
  const layOn: TinyPages['layOn'] = async (document, page, largestTake) => {
    const own = { ...template, page: { ...template.page, ...page } };
    const report = new Report();
    const files = { manuscript: 'manuscript.md' };
    const room = composingRoom(browser, own);
    const options = { largestTake };
    return { pages: await layOut(document, own, room, report, files, options), report };
  };
  return {
    get browser() {
      return browser;
    },
    get template() {
      return template;
    },
    lay: (document, largestTake, height = template.page.height) =>
      layOn(document, { height }, largestTake),
    layOn,
  };
}
