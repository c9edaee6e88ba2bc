import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import type { PageStart } from '../../../src/pages/pages.js';
import { checkHere, checkWithDebian, hasDebianChecker } from './checkers.js';
import { writeSample } from './open-book.js';
import { variedBooks } from './varied-books.js';

/** A page at every few characters of the first blocks: breaks fall into every kind of element. */
const manyPages: PageStart[] = Array.from({ length: 60 }, (_, page) => ({
  page,
  label: String(page + 1),
  block: Math.floor(page / 2),
  offset: (page % 2) * 7,
}));

const names = Object.keys(variedBooks);

if (!hasDebianChecker) {
  process.stderr.write('EPUBCheck of Debian is not installed: its half of the gate is skipped\n');
}

describe('the gate', () => {
  it.each(names)('epubcheck-ts finds nothing in %s', async (name) => {
    const { bytes } = await writeSample(variedBooks[name] ?? {}, { pageStarts: manyPages });
    expect(await checkHere(bytes)).toEqual([]);
  });

  it.runIf(hasDebianChecker).concurrent.each(['everything at once', 'a book of chapters'])(
    "Debian's EPUBCheck finds nothing in %s",
    { timeout: 60_000 },
    async (name) => {
      const { bytes } = await writeSample(variedBooks[name] ?? {}, { pageStarts: manyPages });
      expect(await checkWithDebian(bytes)).toEqual([]);
    },
  );

  it('finds a link that leads nowhere in a book spoilt on purpose', {
    timeout: 60_000,
  }, async () => {
    const { bytes } = await writeSample(variedBooks['everything at once'] ?? {});
    const zip = await JSZip.loadAsync(bytes);
    const text = (await zip.file('EPUB/text/text.xhtml')?.async('string')) ?? '';
    zip.file('EPUB/text/text.xhtml', text.replace('id="note-1"', 'id="note-one"'));
    const spoilt = await zip.generateAsync({ type: 'uint8array' });
    expect(await checkHere(spoilt)).not.toEqual([]);
    if (hasDebianChecker) expect(await checkWithDebian(spoilt)).not.toEqual([]);
  });
});
