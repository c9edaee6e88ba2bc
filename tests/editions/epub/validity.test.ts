import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { checkHere } from './checkers.js';
import { writeSample } from './open-book.js';
import { manyPages, variedBooks } from './varied-books.js';

const names = Object.keys(variedBooks);

describe('a book is valid', () => {
  it.each(names)('epubcheck-ts finds nothing in %s', async (name) => {
    const { bytes } = await writeSample(variedBooks[name] ?? {}, { pageStarts: manyPages });
    expect(await checkHere(bytes)).toEqual([]);
  });

  it('finds a link that leads nowhere in a book spoilt on purpose', async () => {
    const { bytes } = await writeSample(variedBooks['everything at once'] ?? {});
    const zip = await JSZip.loadAsync(bytes);
    const text = (await zip.file('EPUB/text/text.xhtml')?.async('string')) ?? '';
    zip.file('EPUB/text/text.xhtml', text.replace('id="note-1"', 'id="note-one"'));
    const spoilt = await zip.generateAsync({ type: 'uint8array' });
    expect(await checkHere(spoilt)).not.toEqual([]);
  });
});
