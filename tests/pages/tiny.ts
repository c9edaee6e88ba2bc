import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { type Browser, launchBrowser } from '../../src/browser/index.js';
import { Report } from '../../src/diagnostics/report.js';
import type { OctavoDocument } from '../../src/document/document.js';
import { layOut, type PrintedPages } from '../../src/pages/index.js';
import { loadTemplate, type Template } from '../../src/template/index.js';

export interface TinyPages {
  /** Of pages so small that a paragraph or two fills them: the folder `tiny`. */
  readonly template: Template;
  lay(document: OctavoDocument): Promise<{ pages: PrintedPages; report: Report }>;
}

/** Starts a browser for the tests of a file, and ends it after them. */
export function useTinyPages(): TinyPages {
  let browser: Browser;
  let template: Template;
  beforeAll(async () => {
    browser = await launchBrowser();
    template = await loadTemplate(fileURLToPath(new URL('./tiny', import.meta.url)), '/');
  });
  afterAll(() => browser.close());
  return {
    get template() {
      return template;
    },
    async lay(document) {
      const report = new Report();
      const files = { manuscript: 'manuscript.md' };
      return { pages: await layOut(document, template, browser, report, files), report };
    },
  };
}
