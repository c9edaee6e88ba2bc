import { Report } from '../../../src/diagnostics/report.js';
import type { PageStart } from '../../../src/pages/pages.js';
import type { ImageFile } from '../../../src/publication/publication.js';
import { cleanDrawing } from '../../../src/publication/svg/clean-drawing.js';
import type { Sample } from '../sample-document.js';
import { tinyGif, tinyJpeg, tinyPng } from './open-book.js';

const encode = (text: string) => new TextEncoder().encode(text);

function cleaned(svg: string): Uint8Array {
  const origin = { name: 'd.svg', shown: 'd.svg', place: { file: 'manuscript.md' } };
  const bytes = cleanDrawing(encode(svg), origin, new Report());
  if (!bytes) throw new Error('the drawing is refused');
  return bytes;
}

const image = (
  source: string,
  mediaType: ImageFile['mediaType'],
  bytes: Uint8Array,
  width = 1,
  height = 1,
): ImageFile => ({ source, mediaType, bytes, width, height });

/** A drawing as hostile as files come, and as the publication hands it on. */
const drawing = cleaned(
  '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]>' +
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ' +
    'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" viewBox="0 0 10 10" onload="x()" ' +
    'inkscape:version="1"><script>x()</script><style>@import url(https://example.org/a.css);' +
    '.a{fill:url(https://example.org/b.svg#c)}</style><inkscape:grid/>' +
    '<image xlink:href="https://example.org/x.png" width="5" height="5"/>' +
    '<rect class="a" width="10" height="10" fill="url(#g)"/></svg>',
);

const images = [
  image('a picture.png', 'image/png', tinyPng),
  image('b.jpg', 'image/jpeg', tinyJpeg),
  image('c.gif', 'image/gif', tinyGif),
  image('d.svg', 'image/svg+xml', drawing, 10, 10),
  image('e.webp', 'image/webp', encode('RIFF'), 20, 10),
  image('huge.jpg', 'image/jpeg', tinyJpeg, 12_000, 9_000),
];

const kitchen = `
<p>Begin&nbsp;&amp; &lt;go> ]]&gt; &quot;on&quot;[[1]], <em>em</em>[[2]] <strong>strong</strong> <del>del</del> <code>a &lt; b</code>.</p>
<h2 id="1-début d'été">Début[[3]] d’été</h2>
<p>See <a href="#1-d%C3%A9but%20d'%C3%A9t%C3%A9">above</a>, <a href="#nowhere">nowhere</a>,
<a href="data.csv">data</a>, <a href="https://example.org/a|b[c]?q={x}&amp;y=%zz#f">odd</a>,
<a href="mailto:a@example.org">post</a>, <a href="javascript:x()">script</a>, <a href="https://example.org/ü">ü</a>,
<a href="https://example.org/x">in link[[1]] <a href="https://example.org/y">nested</a></a>.</p>
<ol start="3" reversed type="a"><li value="7">seven</li><li><p>para[[4]]</p><ul><li>deep<ol><li>deeper</li></ol></li></ul></li></ol>
<ul class="contains-task-list"><li><input type="checkbox" checked disabled> done</li><li><input type="checkbox" disabled> open</li></ul>
<table><caption>Caption[[5]]</caption><thead><tr><th>A[[6]]</th><th align="right" colspan="2">B</th></tr></thead>
<tbody><tr><th id="r1">row</th><td headers="r1" align="center">1</td><td width="20">2</td></tr></tbody></table>
<table><tr><td>no head</td></tr></table>
<h3 id="dup">Third</h3><h3 id="dup">Third again</h3><h4 id="notes">Notes</h4><h5 id="title">Five</h5><h6 id="page-2">Six</h6>
<blockquote cite="https://example.org/q"><p>Quote</p></blockquote>
<pre><code class="language-js">if (a &amp;&amp; b) { c(); }\n</code></pre>
<figure id="fig"><img src="a picture.png" alt="A &lt;dot> &quot;quoted&quot;"><figcaption>Figure[[7]]</figcaption></figure>
<p><img src="b.jpg" alt=""><img src="c.gif" alt="c"><img src="d.svg" alt="d" width="30"><img src="e.webp" alt="e">
<img src="huge.jpg" alt="huge"><img src="missing.png" alt="missing"></p>
<p lang="ar" dir="rtl">مرحبا بالعالم</p><p lang="ja">日本語の<ruby>組版<rt>くみはん</rt></ruby>。</p>
<p><abbr title="x">X</abbr> <tt>tt</tt> <center>c</center> <font color="red">f</font> <kbd>k</kbd> <q cite="https://example.org">q</q>
<time datetime="2025-01-01">t</time> <sup>2</sup><sub>2</sub><br>line<wbr>break <mark>m</mark></p>
<dl><dt>Term</dt><dd>Definition</dd></dl><hr>
<details open><summary>More</summary><p>Inside</p></details>
<p><span id="s p a c e">odd id</span> control \u0001\u0008 and \uFFFE end</p>`;

const longBook = (chapters: number): string =>
  Array.from({ length: chapters }, (_, index) => {
    const text = 'A sentence of the book that says little. '.repeat(400);
    return `<h2 id="c-${index}">Chapter ${index} &amp; more</h2><p>${text}[[${index + 1}]]</p><h3 id="s-${index}">Section</h3><p>See <a href="#c-0">the first</a>, <a href="#ref-1">a book</a>.[[1]]</p>`;
  }).join('\n');

/** Documents that ebooks have stumbled over, by what is odd in them. */
export const variedBooks: Record<string, Sample> = {
  'nothing but a title': { metadata: { title: 'A < B & "C"' }, body: '' },
  'everything at once': {
    metadata: {
      title: 'Kitchen & <sink>',
      subtitle: 'A sub‑title',
      authors: [
        { name: 'Anna de la Cruz', bio: 'Anna writes.', email: 'a@example.org' },
        { name: 'Institute of Things (IoT)' },
      ],
      date: '2025-02',
      abstract: 'What\u0003 it is about',
      keywords: ['one', 'two & three'],
      series: {
        name: 'A Series',
        number: '25|08',
        issn: '2532-6570',
        editor: 'Ed Itor (e@example.org)',
        issues: [{ number: '25|07', author: 'B & C', title: 'T < U' }],
      },
      publisher: 'The Press',
      rights: '© 2025',
      doi: '10.1000/x<y>',
      isbn: '978-3-16-148410-0',
    },
    body: kitchen,
    notes: [
      '<p>One, <a href="https://example.org/1">https://example.org/1</a>.</p>',
      '<blockquote><p>Starts with a quotation.</p></blockquote>',
      '<p>In a heading.</p>',
      '<ul><li>A list</li></ul>',
      '<p>In a caption, and <a class="note-call" id="call-8" href="#note-8" data-note="8">8</a>.</p>',
      '<p>In a table head.</p>',
      '<p>In a figure.</p>',
      '<p>Called from a note.</p>',
      '<p>Never called.</p>',
    ],
    references: ['<em>A Book</em>, 2020.', 'Another, <a href="https://doi.org/10.1/2">doi</a>.'],
    colophon: '<p>No heading first.</p><h2>The Press</h2><p>Its house.</p><h2>Again</h2>',
    images,
    toc: true,
  },
  'a book of chapters': {
    metadata: { title: 'A Book', authors: [{ name: 'One' }], date: 'Spring 2024' },
    body: `<p>Before the first chapter.</p>${longBook(8)}`,
    notes: Array.from({ length: 8 }, (_, index) => `<p>Note ${index + 1}.</p>`),
    references: ['A Book, 2020.'],
  },
  'a language from right to left': {
    metadata: { title: 'كتاب', lang: 'ar', authors: [{ name: 'كاتب' }], date: '2025' },
    body: '<h2 id="الفصل">الفصل</h2><p>نص[[1]]</p>',
    notes: ['<p>حاشية</p>'],
    colophon: '<h2>الناشر</h2>',
    toc: true,
  },
  'Chinese without a date': {
    metadata: { title: '中文書', lang: 'zh-Hant', authors: [] },
    body: '<p>沒有標題的文字。[[1]]</p>',
    notes: ['<p>註</p>'],
  },
};

/** A page at every few characters of the first blocks: breaks fall into every kind of element. */
export const manyPages: PageStart[] = Array.from({ length: 60 }, (_, page) => ({
  page,
  label: String(page + 1),
  block: Math.floor(page / 2),
  offset: (page % 2) * 7,
}));
