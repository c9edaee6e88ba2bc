import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, launchBrowser } from '../src/browser/index.js';
import { writeSample } from '../tests/editions/epub/open-book.js';
import { manyPages, variedBooks } from '../tests/editions/epub/varied-books.js';
import { run, sayUnchecked } from './support/outside-tools.js';
import { discard, everyPublication, octavo, prepare } from './support/publications.js';

/** Ace by DAISY: the package `@daisy/ace-cli`, or its `ace.js` that OCTAVO_ACE names. */
function findAce(): string | undefined {
  const named = process.env.OCTAVO_ACE;
  if (named) return existsSync(named) ? named : undefined;
  try {
    return createRequire(import.meta.url).resolve('@daisy/ace-cli/bin/ace.js');
  } catch {
    return undefined;
  }
}

const ace = findAce();
if (ace === undefined) sayUnchecked('Ace by DAISY (npm package @daisy/ace-cli, or OCTAVO_ACE)');

describe.runIf(ace !== undefined)('Ace by DAISY', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'octavo-ace-'));
    browser = await launchBrowser();
    // Its own browser is not downloaded: it uses the one that lays out the pages.
    process.env.PUPPETEER_EXECUTABLE_PATH = browser.executable;
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  /** Rules that Ace finds broken: status 2 and a report. */
  function broken(book: string): string[] {
    const out = join(folder, 'report');
    const { status, output } = run(process.execPath, [ace ?? '', '-f', '-E', '-o', out, book]);
    const report = join(out, 'report.json');
    expect(existsSync(report), `${status} ${output}`).toBe(true);
    const { assertions } = JSON.parse(readFileSync(report, 'utf8'));
    return assertions.flatMap(({ assertions: found = [] }) =>
      found.map((each: { 'earl:test': { 'dct:title': string } }) => each['earl:test']['dct:title']),
    );
  }

  test.each(everyPublication())('finds nothing in the ebook of %s', async (source) => {
    const copy = await prepare(source);
    try {
      expect(octavo(['build', copy, '--to', 'epub', '--quiet']).status).toBe(0);
      expect(broken(join(copy, 'dist', 'manuscript.epub'))).toEqual([]);
    } finally {
      discard(copy);
    }
  });

  test.each(['a book of chapters', 'a language from right to left'])(
    'finds nothing in %s',
    async (name) => {
      const { bytes } = await writeSample(variedBooks[name] ?? {}, { pageStarts: manyPages });
      const book = join(folder, 'book.epub');
      writeFileSync(book, bytes);
      expect(broken(book)).toEqual([]);
    },
  );

  test('finds headings that skip levels in a book spoilt on purpose', async () => {
    const { bytes } = await writeSample({
      body: '<p>Text.</p><h5 id="deep">A heading far too deep</h5><h2 id="high">High</h2>',
    });
    const book = join(folder, 'spoilt.epub');
    writeFileSync(book, bytes);
    expect(broken(book)).not.toEqual([]);
  });
});
