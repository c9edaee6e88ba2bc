import type { Nodes } from 'hast';
import { describe, expect, it } from 'vitest';
import { codedFaults } from '../../checkers/coded-rules.js';
import { type BookFiles, ebookFaults } from '../../checkers/ebook.js';
import { documentOf, type Sample } from '../sample-document.js';
import { bookOf } from './open-book.js';
import { manyPages, variedBooks } from './varied-books.js';

async function filesOf(sample: Sample): Promise<BookFiles> {
  const { paths, text } = await bookOf(sample, { pageStarts: manyPages });
  return new Map(paths.map((path) => [path, text(path)]));
}

const attributes: Sample = {
  body: `<table><tr><th id="h" scope="colgroup" colspan="2">x</th></tr><tr><td headers="h" rowspan="1">x</td></tr></table>
    <ol start="4" reversed type="a"><li value="9">x</li></ol><blockquote cite="https://example.org/q"><p>x</p></blockquote>
    <p><time datetime="2025-01-01">x</time><abbr title="Long">x</abbr><span lang="fr" dir="ltr">x</span> One.[[1]] Two.[[2]] One.[[1]]</p>`,
  notes: ['<p>First.</p>', '<p>Second.</p>'],
};
const treesOf = (sample: Sample): Nodes[] => [documentOf(sample).body];

describe('a book has none of the faults that validators miss', () => {
  it.each(Object.entries(variedBooks))('%s', async (name, sample) => {
    const source = name === 'everything at once' ? [] : treesOf(sample);
    expect(ebookFaults(await filesOf(sample), source)).toEqual([]);
  });

  it('one with every attribute that speaks', async () => {
    expect(ebookFaults(await filesOf(attributes), treesOf(attributes))).toEqual([]);
  });
});

describe('the checker catches', () => {
  const text = 'EPUB/text/text.xhtml';
  const whole = filesOf(attributes);

  const mutants: [what: string, path: string, from: RegExp, to: string][] = [
    ['a call of another number', text, /(role="doc-noteref" epub:type="noteref">)2</, '$13<'],
    ['a call that opens another note', text, /(id="call-2" href="#note-)2"/, '$11"'],
    ['a call that opens no note', text, /(id="call-2" href="#)note-2"/, '$1call-1"'],
    [
      'a call with more than its number',
      text,
      /epub:type="noteref">2</,
      'epub:type="noteref"><sup>2</sup><',
    ],
    ['a call without its role', text, / role="doc-noteref"/, ''],
    ['a note without its role', text, / role="doc-footnote"/, ''],
    [
      'a note that leads back to another call',
      text,
      /href="#call-2" role="doc-backlink"/,
      'href="#call-1" role="doc-backlink"',
    ],
    [
      'a note that does not lead back to its second call',
      text,
      /href="#call-1-2" role="doc-backlink"/,
      'href="#call-1" role="doc-backlink"',
    ],
    ['a note as an aside', text, /<div (id="note-2"[\s\S]*?)<\/div>/, '<aside $1</aside>'],
    ['an id that stands twice', text, /id="note-2"/, 'id="note-1"'],
    ['an id that is not plain', text, /id="page-1"/, 'id="page.1"'],
    [
      'a link that leads nowhere',
      'EPUB/nav.xhtml',
      /href="text\/text.xhtml"/,
      'href="text/gone.xhtml"',
    ],
    ['a style in the text', text, /<ol /, '<ol style="color:red" '],
    ['a style sheet in the text', text, /<\/head>/, '<style>p{}</style></head>'],
    ['a table of contents too deep', 'EPUB/toc.ncx', /<navPoint/, '<navPoint><navPoint><navPoint'],
    ['margins that Kindle ignores', 'EPUB/css/book.css', /$/, 'p{margin:0 auto}'],
    ['notes that are hidden', 'EPUB/css/book.css', /$/, '.note{display:none}'],
    ['a scope that was lost', text, / scope="colgroup"/, ''],
    ['headers that were lost', text, / headers="h"/, ''],
    ['a span of columns that was lost', text, / colspan="2"/, ''],
    ['the start of a list that was lost', text, / start="4"/, ''],
    ['a value that was lost', text, / value="9"/, ''],
    ['a source that was lost', text, / cite="[^"]*"/, ''],
    ['a date that was lost', text, / datetime="[^"]*"/, ''],
    ['a language that was lost', text, /<span lang="fr"/, '<span'],
    ['a direction that was lost', text, / dir="ltr"/, ''],
    ['a long form that was lost', text, / title="Long"/, ''],
  ];
  const spoilt = async (path: string, from: RegExp, to: string): Promise<BookFiles> => {
    const files = new Map(await whole);
    const before = files.get(path) ?? '';
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    return files.set(path, after);
  };

  it.each(mutants)('%s', async (_, path, from, to) => {
    expect(ebookFaults(await spoilt(path, from, to), treesOf(attributes))).not.toEqual([]);
  });

  const kobo = async () => new Map([...(await whole), ['EPUB/fonts/a.woff2', ''] as const]);

  it('a font that Kobo does not read', async () => {
    expect(ebookFaults(await kobo())).not.toEqual([]);
  });

  /** The notes in a file of their own, away from their calls. */
  const away = async () => {
    const files = new Map(await whole);
    const notes =
      /<section[^>]*class="notes"[\s\S]*<\/section>/.exec(files.get(text) ?? '')?.[0] ?? '';
    const rest = (files.get(text) ?? '').replace(notes, '');
    files.set(text, rest.replace(/href="#note-/g, 'href="notes.xhtml#note-'));
    files.set(
      'EPUB/text/notes.xhtml',
      `<html><body>${notes.replace(/href="#call-/g, 'href="text.xhtml#call-')}</body></html>`,
    );
    return files;
  };

  it('notes in another file than their calls', async () => {
    expect(ebookFaults(await away()).join()).toContain('is in another file than its first call');
  });

  it('each fault that it knows, by one of these', async () => {
    const books = [
      ...(await Promise.all(mutants.map(([, path, from, to]) => spoilt(path, from, to)))),
      await kobo(),
      await away(),
    ];
    const told = books.flatMap((files) => ebookFaults(files, treesOf(attributes)));
    const texts = codedFaults('ebook.ts');
    expect(texts.length).toBeGreaterThan(12);
    expect(texts.filter((fault) => !told.some((each) => fault.test(each))).map(String)).toEqual([]);
  });
});
