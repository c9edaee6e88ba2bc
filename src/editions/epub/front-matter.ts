import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { NoteOwner } from '../../document/document.js';
import type { Metadata } from '../../publication/publication.js';
import { namesInList, type TemplateView } from '../../template/view.js';
import type { Words } from '../../template/words/index.js';
import { type BookFile, typed } from './book-file.js';

const line = (className: string, text: string | undefined): ElementContent[] =>
  text ? [h('p', { className }, text)] : [];

export function coverFile(title: string, words: Words): BookFile {
  const image = h('img', {
    src: '../images/cover.jpg',
    alt: words.cover + words.signs.colon + title,
  });
  image.properties.role = 'doc-cover';
  return {
    name: 'cover.xhtml',
    title: words.cover,
    matter: 'cover',
    landmark: 'cover',
    content: [h('div', { className: 'cover' }, [image])],
  };
}

/** Byline with the word before the names in its own language. */
export function bylineOf(
  byline: string | readonly ElementContent[] | undefined,
  words: Words,
  lang?: string,
): ElementContent[] {
  if (!byline) return [];
  return [
    h('p', { className: 'byline' }, [
      h('span', { className: 'by', lang }, words.by),
      ' ',
      ...(typeof byline === 'string' ? [byline] : byline),
    ]),
  ];
}

function identifierLines(metadata: Metadata): ElementContent[] {
  const { series, isbn, doi, rights } = metadata;
  return [
    ...line('imprint', rights),
    ...line('imprint', series?.issn && `ISSN ${series.issn}`),
    ...line('imprint', isbn && `ISBN ${isbn}`),
    ...line('imprint', doi && `DOI ${doi}`),
  ];
}

interface TitlePageParts {
  words: Words;
  wordsLang?: string;
  /** The call of the title's or an author's note. */
  callOf: (owner: NoteOwner) => Element | undefined;
  /** The section of the notes that the page calls. */
  notes: readonly ElementContent[];
}

/** The byline with the calls of the authors' notes. */
function bylineContent(
  { authors, lang }: Metadata,
  callOf: TitlePageParts['callOf'],
): ElementContent[] {
  const names = authors.map(({ name }) => name);
  return namesInList(names, lang).flatMap(({ text, name }): ElementContent[] => {
    const call = name === undefined ? undefined : callOf(name);
    return [{ type: 'text', value: text }, ...(call ? [call] : [])];
  });
}

export function titlePageFile(
  metadata: Metadata,
  view: TemplateView,
  { words, wordsLang, callOf, notes }: TitlePageParts,
): BookFile {
  const { title, subtitle, publisher, abstract } = metadata;
  const { series } = view;
  const name = [series?.name, series?.spacedNumber].filter(Boolean).join(' ');
  const date = view.date
    ? [
        h(
          'p',
          { className: 'date' },
          view.isoDate ? [h('time', { dateTime: view.isoDate }, view.date)] : view.date,
        ),
      ]
    : [];
  const byline = view.byline && bylineContent(metadata, callOf);
  const subtitleLine = subtitle
    ? [
        typed('p', 'subtitle', 'doc-subtitle', { className: 'subtitle' }, [
          { type: 'text', value: subtitle },
        ]),
      ]
    : [];
  return {
    name: 'title-page.xhtml',
    title: words.titlePage,
    matter: 'frontmatter',
    landmark: 'titlepage',
    content: [
      typed(
        'section',
        'titlepage',
        undefined,
        { className: 'title-page', ariaLabelledBy: 'title' },
        [
          ...line('series', name),
          h('h1', { id: 'title' }, [title, callOf('title')]),
          ...subtitleLine,
          ...bylineOf(byline, words, wordsLang),
          ...date,
          ...(abstract
            ? [
                h(
                  'div',
                  { className: 'abstract', role: 'doc-abstract', ariaLabel: words.abstract },
                  view.abstractParagraphs.map(({ text, dir }) => h('p', { dir }, text)),
                ),
              ]
            : []),
          h('div', { className: 'imprint-block' }, [
            ...line('publisher', publisher),
            ...identifierLines(metadata),
          ]),
          ...notes,
        ],
      ),
    ],
  };
}

export const editorLine = (editor: string | undefined, words: Words): ElementContent[] =>
  line('editor', editor && words.editor + words.signs.colon + editor);
