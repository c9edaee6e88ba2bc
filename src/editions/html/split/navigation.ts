import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Metadata } from '../../../publication/publication.js';
import { foreignLang, type Words } from '../../../template/words/index.js';
import { firstFile, type WebPage } from './cut-pages.js';

/** Where a page stands among the others. */
export interface PagePlace {
  before?: WebPage;
  after?: WebPage;
}

/** The links of a page's head to the pages around it. */
export function pageRelations({ before, after }: PagePlace): Element[] {
  return [
    ...(before ? [h('link', { rel: 'prev', href: before.file })] : []),
    ...(after ? [h('link', { rel: 'next', href: after.file })] : []),
  ];
}

function step(rel: 'prev' | 'next', word: string, page: WebPage, title: string, lang?: string) {
  return h('a', { rel, href: page.file, className: `page-${rel}` }, [
    h('span', { className: 'page-step', lang }, word),
    ' ',
    page.title ?? title,
  ]);
}

/**
 * The way to the pages before and after, and to the contents. The one at the head of a page is a
 * landmark; the one at its foot repeats it.
 */
export function pageNavigation(
  { before, after }: PagePlace,
  words: Words,
  metadata: Metadata,
  isHead: boolean,
): Element {
  const lang = foreignLang(words, metadata);
  const links = [
    ...(before ? [step('prev', words.previous, before, metadata.title, lang)] : []),
    h('a', { href: firstFile, className: 'page-contents', lang }, words.contents),
    ...(after ? [step('next', words.next, after, metadata.title, lang)] : []),
  ];
  return isHead
    ? h('nav', { className: 'page-links', ariaLabel: words.contents }, links)
    : h('div', { className: 'page-links' }, links);
}
