import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { directionOfText } from '../../document/directions.js';
import type { Metadata } from '../../publication/publication.js';
import type { TemplateView } from '../../template/view.js';
import type { Words } from '../../template/words/index.js';
import { isPageBreak } from '../markup/page-breaks.js';
import { elementsOf, isElement, levelHeadings, textOf } from '../markup/tree.js';
import { type BookFile, typed } from './book-file.js';
import { editorLine } from './front-matter.js';

export function referencesFile(
  heading: { text: string; id?: string },
  entries: readonly { id: string; content: ElementContent[] }[],
): BookFile {
  const list = entries.map(({ id, content }) => h('li', { id }, content));
  return {
    name: 'references.xhtml',
    title: heading.text,
    matter: 'backmatter',
    landmark: 'bibliography',
    content: [
      typed('section', 'bibliography', 'doc-bibliography', { ariaLabelledBy: heading.id }, [
        h('h1', { id: heading.id }, heading.text),
        h('ul', { className: 'references', role: 'list' }, list),
      ]),
    ],
  };
}

export function authorsFile(
  { authors, lang: bookLang }: Metadata,
  words: Words,
  lang?: string,
): BookFile | undefined {
  const bios = authors.filter(({ bio }) => bio);
  if (bios.length === 0) return undefined;
  const title = authors.length > 1 ? words.aboutAuthors : words.aboutAuthor;
  return {
    name: 'authors.xhtml',
    title,
    matter: 'backmatter',
    content: [
      h('section', { className: 'authors', ariaLabelledBy: 'authors-title' }, [
        h('h1', { id: 'authors-title', lang }, title),
        ...bios.map(({ bio = '', email }) =>
          h(
            'p',
            { dir: directionOfText(bio, bookLang) },
            email ? [bio, ' ', h('a', { href: mailAddress(email) }, email)] : bio,
          ),
        ),
      ]),
    ],
  };
}

/** An address for letters as a link, with what RFC 6068 (2) asks to be escaped. */
function mailAddress(email: string): string {
  return `mailto:${encodeURIComponent(email).replaceAll('%40', '@').replaceAll('%2B', '+')}`;
}

/** The colophon under its own heading; one is added where it has none to start with. */
export function colophonFile(colophon: Root, words: Words, lang?: string): BookFile {
  levelHeadings(colophon, 1);
  const content = colophon.children as ElementContent[];
  const first = content.find((child) => child.type === 'element' && !isPageBreak(child));
  const own = isElement(first, 'h1') ? first : undefined;
  if (own) levelBelow(colophon, own);
  const title = own ? textOf(own).trim() : words.colophon;
  const heading = own ? [] : [h('h1', { id: 'colophon-title', lang }, words.colophon)];
  if (!own) levelHeadings(colophon, 2);
  return {
    name: 'colophon.xhtml',
    title: title || words.colophon,
    matter: 'backmatter',
    landmark: 'colophon',
    content: [
      typed(
        'section',
        'colophon',
        'doc-colophon',
        { className: 'colophon', ariaLabel: title || words.colophon },
        [...heading, ...content],
      ),
    ],
  };
}

/** A file has one heading of the highest level: later ones go below it. */
function levelBelow(tree: Root, top: ElementContent): void {
  const later = elementsOf(tree, (element) => element.tagName === 'h1' && element !== top);
  if (later.length === 0) return;
  for (const heading of elementsOf(tree, (element) => /^h[1-5]$/.test(element.tagName))) {
    if (heading !== top) heading.tagName = `h${Number(heading.tagName[1]) + 1}`;
  }
}

export function latestIssuesFile({ series }: TemplateView, words: Words): BookFile | undefined {
  if (!series?.hasIssues) return undefined;
  const title = `${words.latest} ${series.name}`;
  return {
    name: 'latest-issues.xhtml',
    title,
    matter: 'backmatter',
    content: [
      h('section', { ariaLabelledBy: 'latest-title' }, [
        h('h1', { id: 'latest-title' }, title),
        ...editorLine(series.editor, words),
        h(
          'ul',
          { className: 'issues', role: 'list' },
          series.issues.map(({ spacedNumber, author, title: name }) =>
            h('li', [
              h('span', { className: 'issue-number' }, spacedNumber),
              ` ${author}${words.signs.comma}`,
              h('cite', name),
            ]),
          ),
        ),
      ]),
    ],
  };
}
