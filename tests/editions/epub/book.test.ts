import fc from 'fast-check';
import JSZip from 'jszip';
import { SaxesParser } from 'saxes';
import { describe, expect, it, test } from 'vitest';
import { packBook } from '../../../src/editions/epub/container.js';
import type { Rasterise } from '../../../src/editions/epub/index.js';
import type { ImageFile } from '../../../src/publication/publication.js';
import { hebrewWords, partlyHebrew, type Sample } from '../sample-document.js';
import { bookOf, tinyJpeg, tinyPng, writeSample } from './open-book.js';
import { variedBooks } from './varied-books.js';

/** Throws where the text is no well-formed XML. */
const parseXml = (text: string) => new SaxesParser({ xmlns: true }).write(text).close();

const opf = 'EPUB/package.opf';
const text = 'EPUB/text/text.xhtml';

describe('the container', () => {
  it('starts with its type, stored, and keeps the order of the files', async () => {
    const bytes = await packBook(
      new Map([
        ['b', tinyPng],
        ['a/c', tinyPng],
      ]),
    );
    const head = Buffer.from(bytes.subarray(0, 58)).toString('latin1');
    expect(head.slice(30)).toBe('mimetypeapplication/epub+zip');
    expect(bytes[8]).toBe(0);
    expect(Object.keys((await JSZip.loadAsync(bytes)).files)).toEqual(['mimetype', 'b', 'a/c']);
  });

  it('is the same, byte for byte, in another time zone and a second time', async () => {
    const sample = variedBooks['everything at once'] as Sample;
    const first = await writeSample(sample);
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Kiritimati';
    const second = await writeSample(sample);
    process.env.TZ = zone;
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  });
});

describe('attributes and text that must survive', () => {
  const survivors = bookOf({
    body: `<table><tr><th id="h" scope="colgroup" colspan="2">x</th></tr><tr><td headers="h">x</td></tr></table>
        <ol start="4" reversed type="a"><li value="9">x</li></ol><blockquote cite="https://example.org/q"><p>x</p></blockquote>
        <p><time datetime="2025-01-01">x</time><abbr title='Long "form" &lt;x>'>x</abbr><span lang="fr" dir="ltr">x</span>
        <bdi dir="rtl">x</bdi><data value="3">x</data><ins cite="https://example.org/i" datetime="2025">x</ins>
        <code class="language-js">x</code><img src="a.png" alt=""><img src="a.png" alt="A" style="width:60%;height:auto"><br>naïve – “quotes” &amp; 日本語 🎉 ]]></p>
        <aside class="pull-quote" role="doc-pullquote"><p>x</p></aside>`,
    images: [{ source: 'a.png', bytes: tinyPng, mediaType: 'image/png', width: 1, height: 1 }],
  });

  it.each([
    '<th id="h" scope="colgroup" colspan="2">x</th>',
    '<td headers="h">x</td>',
    '<ol start="4" reversed="" type="a">',
    '<li value="9">',
    '<blockquote cite="https://example.org/q">',
    '<time datetime="2025-01-01">',
    '<abbr title="Long &quot;form&quot; &lt;x>">',
    '<span lang="fr" dir="ltr" xml:lang="fr">',
    '<bdi dir="rtl">',
    '<data value="3">',
    '<ins cite="https://example.org/i" datetime="2025">',
    '<code class="language-js">',
    '<img src="../images/image-1.png" alt=""/>',
    '<img class="looks-1" src="../images/image-1.png" alt="A"/>',
    '<br/>',
    '<aside class="pull-quote" role="doc-pullquote" epub:type="pullquote">',
    'naïve – “quotes” &amp; 日本語 🎉',
    ']]&gt;',
  ])('%s', async (markup) => {
    const { text: read } = await survivors;
    expect(read(text)).toContain(markup);
  });

  it('is well-formed whatever the text holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string(), async (title, words) => {
        const body = `<p title="x">${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;
        const { text: read } = await bookOf({ metadata: { title, publisher: words }, body });
        for (const path of [opf, text, 'EPUB/nav.xhtml', 'EPUB/toc.ncx']) parseXml(read(path));
      }),
      { numRuns: 8 },
    );
  });
});

describe('notes', () => {
  it('have calls that hold only their number, and start with the number that leads back', async () => {
    const { text: read } = await bookOf({
      body: '<p>A.[[1]] B.[[1]] C[[2]]</p>',
      notes: ['<p>First.</p>', '<ul><li>x</li></ul>'],
    });
    const page = read(text);
    expect(page).toContain(
      '<a id="call-1" href="#note-1" class="note-call" role="doc-noteref" epub:type="noteref">1</a>',
    );
    expect(page).toMatch(
      /<div id="note-1" class="note" role="doc-footnote" epub:type="footnote"><p><a class="note-number" href="#call-1" role="doc-backlink" aria-label="[^"]+">1<\/a> <a class="note-again" href="#call-1-2"[^>]*>b<\/a> First\.<\/p><\/div>/,
    );
    expect(page).toMatch(
      /id="note-2"[^>]*><p><a class="note-number" href="#call-2"[^>]*>2<\/a> <\/p><ul>/,
    );
    expect(page).not.toMatch(/<sup|<aside|doc-endnote"|display:\s*none/);
  });

  it('stand in the file of their first call; links find other files', async () => {
    const { text: read, paths } = await bookOf(variedBooks['a book of chapters'] ?? {});
    expect(paths).toContain('EPUB/text/chapter-09.xhtml');
    expect(read('EPUB/text/chapter-03.xhtml')).toContain('id="note-2"');
    expect(read('EPUB/text/chapter-03.xhtml')).toContain('href="chapter-02.xhtml#note-1"');
    expect(read('EPUB/text/chapter-03.xhtml')).toContain('href="references.xhtml#ref-1"');
    expect(read('EPUB/text/chapter-03.xhtml')).toContain('<h1 id="c-1">Chapter 1 &amp; more</h1>');
  });
});

describe('the package document', () => {
  const fullBook = bookOf(variedBooks['everything at once'] as Sample);

  it.each([
    '<dc:identifier id="isbn">urn:isbn:9783161484100</dc:identifier>',
    '<meta refines="#isbn" property="identifier-type" scheme="onix:codelist5">15</meta>',
    'doi:10.1000/x&lt;y>',
    '<meta refines="#subtitle" property="title-type">subtitle</meta>',
    '<meta refines="#author-1" property="file-as">de la Cruz, Anna</meta>',
    '<meta refines="#author-1" property="role" scheme="marc:relators">aut</meta>',
    '<meta refines="#author-2" property="display-seq">2</meta>',
    '<dc:contributor id="series-editor">Ed Itor</dc:contributor>',
    '<dc:date>2025-02</dc:date>',
    '<dc:description>What it is about</dc:description>',
    '<dc:subject>two &amp; three</dc:subject>',
    '<meta refines="#series" property="group-position">25.8</meta>',
    '<meta refines="#series" property="dcterms:identifier">urn:issn:2532-6570</meta>',
    '<meta property="dcterms:modified">2025-02-01T00:00:00Z</meta>',
    '<meta name="cover" content="cover-image"/>',
    '<meta property="schema:accessModeSufficient">textual,visual</meta>',
  ])('says %s', async (line) => {
    expect((await fullBook).text(opf)).toContain(line);
  });

  it('names a book without numbers by what it is, and the same again', async () => {
    const id = async (title: string) =>
      /urn:uuid:([0-9a-f-]+)/.exec((await bookOf({ metadata: { title } })).text(opf))?.[1];
    const first = await id('One');
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(await id('One')).toBe(first);
    expect(await id('Two')).not.toBe(first);
  });

  it('takes the time of change from SOURCE_DATE_EPOCH before the date', async () => {
    const sample = { metadata: { date: '2025-02-14' } };
    expect((await bookOf(sample, { sourceDate: new Date(1000) })).text(opf)).toContain(
      '1970-01-01T00:00:01Z',
    );
    expect((await bookOf({})).text(opf)).toContain('1980-01-01T00:00:00Z');
  });

  it.each([
    ['no image', '<p>a</p>', ['textual'], ['textual'], false],
    [
      'a described one',
      '<p><img src="a" alt="A"></p>',
      ['textual', 'visual'],
      ['textual', 'textual,visual'],
      true,
    ],
    [
      'a decorative one',
      '<p><img src="a" alt=""></p>',
      ['textual', 'visual'],
      ['textual', 'textual,visual'],
      false,
    ],
  ])('computes accessibility: %s', async (_, body, modes, sufficient, alternative) => {
    const images = [
      { source: 'a', bytes: tinyPng, mediaType: 'image/png' as const, width: 1, height: 1 },
    ];
    const page = (await bookOf({ body, images })).text(opf);
    const values = (property: string) =>
      [...page.matchAll(new RegExp(`"schema:${property}">([^<]+)`, 'g'))].map(([, value]) => value);
    expect(values('accessMode')).toEqual(modes);
    expect(values('accessModeSufficient')).toEqual(sufficient);
    expect(values('accessibilityFeature').includes('alternativeText')).toBe(alternative);
  });
});

describe('the page list', () => {
  it('leads to each page break, in order', async () => {
    const { text: read } = await bookOf(
      { body: '<p>One two</p><h2 id="page-2">Two</h2><p>Three</p>' },
      {
        pageStarts: [
          { page: 0, label: 'i', block: 0, offset: 0 },
          { page: 1, label: '2', block: 1, offset: 2 },
          { page: 2, label: '3' },
        ],
      },
    );
    expect(read('EPUB/nav.xhtml')).toContain(
      '<li><a href="text/text.xhtml#page-i">i</a></li><li><a href="text/text.xhtml#page-2-2">2</a></li></ol>',
    );
    expect(read(text)).toMatch(
      /aria-label="2" id="page-2-2" epub:type="pagebreak"><\/span><h2 id="page-2">/,
    );
    expect(read('EPUB/toc.ncx')).toContain('<pageTarget id="page-target-1" type="normal">');
    expect(read(opf)).toContain('property="source-of">pagination<');
  });

  it('is not there where there are no pages', async () => {
    const { text: read } = await bookOf({ body: '<p>One</p>' });
    expect(read('EPUB/nav.xhtml')).not.toContain('page-list');
    expect(read(opf)).not.toContain('source-of');
  });
});

describe('images', () => {
  const webp = {
    source: 'a.webp',
    bytes: tinyPng,
    mediaType: 'image/webp' as const,
    width: 3000,
    height: 3000,
  };
  const sample = { body: '<p><img src="a.webp" alt="A"></p>', images: [webp] };

  it('of kinds that not every reader knows are drawn anew, no larger than shops accept', async () => {
    const sizes: { width: number; height: number }[] = [];
    const { paths, report } = await bookOf(sample, {
      rasterise: async (_, size) => {
        sizes.push(size);
        return tinyJpeg;
      },
    });
    expect(paths).toContain('EPUB/images/image-1.jpg');
    expect(sizes).toEqual([
      { width: 1600, height: 2560 },
      { width: 2366, height: 2366 },
    ]);
    expect(report.diagnostics).toEqual([]);
  });

  it('that devices might show lying on their side are drawn anew', async () => {
    const size = { width: 30, height: 40 };
    const photograph = {
      source: 'a.jpg',
      bytes: tinyJpeg,
      mediaType: 'image/jpeg' as const,
      ...size,
    };
    const sizesOf = async (image: ImageFile) => {
      const sizes: { width: number; height: number }[] = [];
      const draw: Rasterise = async (_, each) => {
        sizes.push(each);
        return tinyJpeg;
      };
      const body = '<p><img src="a.jpg" alt="A"></p>';
      await bookOf({ body, images: [image] }, { rasterise: draw });
      return sizes.slice(1);
    };
    expect(await sizesOf(photograph)).toEqual([]);
    expect(await sizesOf({ ...photograph, orientation: { value: 6, at: 9 } })).toEqual([size]);
  });

  it('stay as they are without a browser, and the reader is told', async () => {
    const { paths, report } = await bookOf(sample, { rasterise: undefined });
    expect(paths).toContain('EPUB/images/image-1.webp');
    expect(paths.some((path) => path.includes('cover'))).toBe(false);
    expect(report.diagnostics.map(({ rule }) => rule)).toEqual(['epub/webp', 'epub/large-image']);
  });
});

describe('links', () => {
  it('lead out by whole addresses, and to the reference list in its own file', async () => {
    const { text: read } = await bookOf({
      body: '<p><a href="https://example.org/a b">out</a>, <a href="#references">list</a></p>',
      references: ['A Book.'],
    });
    expect(read(text)).toContain('<a href="https://example.org/a%20b">out</a>');
    expect(read(text)).toContain('<a href="references.xhtml#references">list</a>');
    expect(read('EPUB/text/references.xhtml')).toContain('<h1 id="references">References</h1>');
  });
});

test('abstract, lives and entries of the contents run as their letters do', async () => {
  const { text: read } = await bookOf(partlyHebrew);
  expect(read('EPUB/text/title-page.xhtml')).toContain(`<p dir="rtl">${hebrewWords}</p>`);
  expect(read('EPUB/text/authors.xhtml')).toContain(`<p dir="rtl">${hebrewWords}</p><p>B.</p>`);
  expect(read('EPUB/nav.xhtml')).toMatch(/<a href="[^"]*">One<\/a>/);
  expect(read('EPUB/nav.xhtml')).toMatch(
    /<a href="[^"]*" lang="he" dir="rtl" xml:lang="he">הדפוס היה מלאכה<\/a>/,
  );
});
