import { describe, expect, it } from 'vitest';
import { writeHtmlFolder } from '../../../src/editions/html/index.js';
import { codedFaults } from '../../checkers/coded-rules.js';
import { webFolderFaults } from '../../checkers/web-folder.js';
import { manyPages, variedBooks } from '../epub/varied-books.js';
import { documentOf, type Sample, sampleTemplate } from '../sample-document.js';

const writtenAnew = async (sample: Sample) =>
  writeHtmlFolder(documentOf(sample), await sampleTemplate(), { pageStarts: manyPages });

const written = new Map<Sample, ReturnType<typeof writtenAnew>>();

/** The files of a publication, written once: they are the caller's to change. */
async function folderOf(sample: Sample) {
  const folder = written.get(sample) ?? writtenAnew(sample);
  written.set(sample, folder);
  return new Map(await folder);
}

const textOf = (files: ReadonlyMap<string, Uint8Array>, name: string) =>
  new TextDecoder().decode(files.get(name));
const pagesOf = (files: ReadonlyMap<string, Uint8Array>) =>
  [...files.keys()].filter((name) => name.endsWith('.html'));

const book: Sample = {
  metadata: {
    title: 'On <Things>',
    subtitle: 'And others',
    url: 'https://example.org/things/',
    authors: [{ name: 'Ada Byron', bio: 'Ada Byron counts.' }],
    abstract: 'All of it.',
  },
  body:
    '<p>Before.[[1]]</p><h2 id="first">First &amp; foremost[[2]]</h2><p>See <a href="#deep">there</a>.[[3]]</p>' +
    '<h2 id="Index">Index</h2><p>Text.[[4]] <a href="#first">Back</a></p><h3 id="deep">Deep</h3><p>End.[[3]]</p>',
  notes: ['One.', 'Two.', 'Three, see <a href="#deep">below</a>.', 'Four.'],
  references: ['Byron, <i>Notes</i>.'],
  referencesTitle: 'Works cited',
};

describe('the web edition as a folder', () => {
  it('has a page for the opening, each chapter and the references, in order', async () => {
    const files = await folderOf(book);
    expect(pagesOf(files)).toEqual(['index.html', 'first.html', 'index-2.html', 'references.html']);
    expect(webFolderFaults(files)).toEqual([]);
  });

  it('has each note at the foot of the page that calls it first', async () => {
    const files = await folderOf(book);
    const notesOn = (name: string) =>
      [...textOf(files, name).matchAll(/<li id="note-(\d)"/g)].map(([, number]) => number);
    expect(notesOn('index.html')).toEqual(['1']);
    expect(notesOn('first.html')).toEqual(['2', '3']);
    expect(notesOn('index-2.html')).toEqual(['4']);
    expect(textOf(files, 'index-2.html')).toContain('href="first.html#note-3"');
    expect(textOf(files, 'first.html')).toContain('href="index-2.html#deep"');
  });

  it('says what each page is, and where it stands among the others', async () => {
    const files = await folderOf(book);
    const [index, first] = [textOf(files, 'index.html'), textOf(files, 'first.html')];
    expect(index).toContain('<title>On &lt;Things&gt;');
    expect(index).toContain('citation_title');
    expect(first).toContain('<title>First &amp; foremost · On &lt;Things&gt;');
    expect(first).toContain('<link rel="canonical" href="https://example.org/things/first.html">');
    expect(first).toContain('<link rel="prev" href="index.html">');
    expect(first).toContain('<link rel="next" href="index-2.html">');
    expect(first).toContain('"@type":"Chapter"');
    for (const ofOpening of ['citation_title', 'Ada Byron counts', 'All of it', 'class="cite"']) {
      expect(index).toContain(ofOpening);
      expect(first).not.toContain(ofOpening);
    }
  });

  it('keeps what pages share in files, and asks nothing of the network', async () => {
    const files = await folderOf(variedBooks['everything at once'] ?? {});
    for (const name of pagesOf(files)) {
      expect(textOf(files, name)).toContain('@import url("style.css")');
      expect(textOf(files, name)).not.toMatch(/src="(data|https?):/);
    }
    expect([...files.keys()]).toContain('fonts/font-1.woff2');
    expect([...files.keys()].some((name) => name.startsWith('images/'))).toBe(true);
  });

  it.each(Object.keys(variedBooks))('is sound for %s, and the same each time', async (name) => {
    const sample = variedBooks[name] ?? {};
    const files = await folderOf(sample);
    expect(webFolderFaults(files)).toEqual([]);
    expect(await writtenAnew(sample)).toEqual(files);
  });
});

describe('the checker of web folders', () => {
  const spoil = async (name: string, from: string | RegExp, to: string) => {
    const files = await folderOf(book);
    const spoilt = textOf(files, name).replace(from, to);
    expect(spoilt).not.toBe(textOf(files, name));
    files.set(name, new TextEncoder().encode(spoilt));
    return webFolderFaults(files).join('\n');
  };

  const mutants: [what: string, name: string, from: string | RegExp, to: string][] = [
    ['a link to another page without its name', 'first.html', 'index-2.html#deep', '#deep'],
    ['an id that stands twice', 'first.html', '<h2 id="first"', '<h2 id="note-2"'],
    ['a font that is not there', 'style.css', 'fonts/font-1', 'fonts/font-0'],
    ['a note away from its first call', 'index.html', 'href="#note-1"', 'href="first.html#note-2"'],
  ];

  it.each(mutants)('finds %s', async (_, name, from, to) => {
    expect(await spoil(name, from, to)).not.toBe('');
  });

  it('finds each fault that it knows by one of these', async () => {
    const files = await folderOf(book);
    files.set('stray.png', new Uint8Array());
    const told = await Promise.all(mutants.map(([, name, from, to]) => spoil(name, from, to)));
    const lines = [...told.join('\n').split('\n'), ...webFolderFaults(files)];
    const texts = codedFaults('web-folder.ts');
    expect(texts.length).toBeGreaterThan(4);
    expect(texts.filter((fault) => !lines.some((each) => fault.test(each))).map(String)).toEqual(
      [],
    );
  });
});
