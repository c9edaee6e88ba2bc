import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeSample } from '../tests/editions/epub/open-book.js';
import { manyPages, variedBooks } from '../tests/editions/epub/varied-books.js';
import { epubCheckJar, hasEpubCheck, run } from './support/outside-tools.js';

describe.runIf(hasEpubCheck())('EPUBCheck', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'octavo-ebooks-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function check(book: Uint8Array) {
    const path = join(folder, 'book.epub');
    writeFileSync(path, book);
    return run('java', ['-jar', epubCheckJar, '--failonwarnings', path]);
  }

  test.each(Object.keys(variedBooks))('finds nothing in %s', async (name) => {
    const { bytes } = await writeSample(variedBooks[name] ?? {}, { pageStarts: manyPages });
    const { status, output } = check(bytes);
    expect(output).toMatch(/No errors or warnings detected/);
    expect(status).toBe(0);
  });

  test('finds a link that leads nowhere in a book spoilt on purpose', async () => {
    const { bytes } = await writeSample(variedBooks['everything at once'] ?? {});
    const zip = await JSZip.loadAsync(bytes);
    const text = (await zip.file('EPUB/text/text.xhtml')?.async('string')) ?? '';
    zip.file('EPUB/text/text.xhtml', text.replace('id="note-1"', 'id="note-one"'));
    expect(check(await zip.generateAsync({ type: 'uint8array' })).status).not.toBe(0);
  });
});
