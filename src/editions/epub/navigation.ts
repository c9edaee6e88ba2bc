import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Element as XmlElement } from 'xast';
import { x } from 'xastscript';
import type { Words } from '../../template/words/index.js';
import { writeXhtml, writeXml } from '../markup/xml.js';
import { type ContentsLine, htmlElement, typed } from './book-file.js';

export interface PageLine {
  href: string;
  label: string;
}

export interface Landmark {
  type: string;
  href: string;
  label: string;
}

export interface Navigation {
  lang: string;
  title: string;
  identifier: string;
  words: Words;
  /** `en` where the words are not in the book's language. */
  wordsLang?: string;
  contents: readonly ContentsLine[];
  pages: readonly PageLine[];
  landmarks: readonly Landmark[];
}

function contentsOl(lines: readonly ContentsLine[]): Element {
  return h(
    'ol',
    lines.map(({ href, label, lang, dir, children }) =>
      h('li', [
        h('a', { href, lang, dir }, structuredClone(label)),
        ...(children.length > 0 ? [contentsOl(children)] : []),
      ]),
    ),
  );
}

function pageNav({ pages, words, wordsLang: lang }: Navigation): Element[] {
  if (pages.length === 0) return [];
  return [
    typed('nav', 'page-list', 'doc-pagelist', { ariaLabelledBy: 'page-list-title', hidden: true }, [
      h('h2', { id: 'page-list-title', lang }, words.pages),
      h(
        'ol',
        pages.map(({ href, label }) => h('li', [h('a', { href }, label)])),
      ),
    ]),
  ];
}

function landmarkNav({ landmarks, words, wordsLang: lang }: Navigation): Element {
  return typed('nav', 'landmarks', undefined, { ariaLabelledBy: 'landmarks-title', hidden: true }, [
    h('h2', { id: 'landmarks-title', lang }, words.landmarks),
    h(
      'ol',
      landmarks.map(({ type, href, label }) =>
        h('li', [typed('a', type, undefined, { href }, [{ type: 'text', value: label }])]),
      ),
    ),
  ]);
}

/** The navigation document (EPUB 3.3, section 7): contents, pages, landmarks. */
export function navigationDocument(navigation: Navigation): string {
  const { words, wordsLang: lang, contents } = navigation;
  const shell = {
    lang: navigation.lang,
    title: navigation.title,
    styleSheet: 'css/book.css',
    matter: 'frontmatter',
    className: 'contents',
  };
  return writeXhtml(
    htmlElement(shell, [
      typed('nav', 'toc', 'doc-toc', { ariaLabelledBy: 'toc-title' }, [
        h('h1', { id: 'toc-title', lang }, words.contents),
        contentsOl(contents),
      ]),
      ...pageNav(navigation),
      landmarkNav(navigation),
    ]),
  );
}

/** Kindle and older systems read no deeper. */
const deepest = 2;

function points(
  lines: readonly ContentsLine[],
  level: number,
  count: { next: number },
): XmlElement[] {
  return lines.map(({ href, text, children }) => {
    const id = `point-${count.next++}`;
    const below = level < deepest ? points(children, level + 1, count) : [];
    return x('navPoint', { id }, [
      x('navLabel', [x('text', text)]),
      x('content', { src: href }),
      ...below,
    ]);
  });
}

/** The table of contents that EPUB 2 systems read. */
export function ncxDocument({ lang, title, identifier, contents, pages }: Navigation): string {
  const depth = contents.some(({ children }) => children.length > 0) ? deepest : 1;
  const numbers = pages.map(({ label }) => Number(label)).filter(Number.isInteger);
  const meta = (name: string, content: string | number) => x('meta', { name, content });
  const root = x(
    'ncx',
    { xmlns: 'http://www.daisy.org/z3986/2005/ncx/', version: '2005-1', 'xml:lang': lang },
    [
      x('head', [
        meta('dtb:uid', identifier),
        meta('dtb:depth', depth),
        meta('dtb:totalPageCount', pages.length),
        meta('dtb:maxPageNumber', numbers.length > 0 ? Math.max(...numbers) : 0),
      ]),
      x('docTitle', [x('text', title)]),
      x('navMap', points(contents, 1, { next: 1 })),
      ...(pages.length > 0
        ? [
            x(
              'pageList',
              pages.map(({ href, label }, index) =>
                x('pageTarget', { id: `page-target-${index + 1}`, type: 'normal' }, [
                  x('navLabel', [x('text', label)]),
                  x('content', { src: href }),
                ]),
              ),
            ),
          ]
        : []),
    ],
  );
  return writeXml(x(null, root));
}
