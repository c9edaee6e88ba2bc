import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Metadata } from '../../publication/publication.js';
import type { TemplateView } from '../../template/view.js';
import type { Words } from '../../template/words/index.js';
import { type BookFile, typed } from './book-file.js';

const line = (className: string, text: string | undefined): ElementContent[] =>
  text ? [h('p', { className }, text)] : [];

export function coverFile(title: string, words: Words): BookFile {
  const image = h('img', { src: '../images/cover.jpg', alt: `${words.cover}: ${title}` });
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
  byline: string | undefined,
  words: Words,
  lang?: string,
): ElementContent[] {
  if (!byline) return [];
  return [
    h('p', { className: 'byline' }, [h('span', { className: 'by', lang }, words.by), ` ${byline}`]),
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

export function titlePageFile(
  metadata: Metadata,
  view: TemplateView,
  words: Words,
  wordsLang: string | undefined,
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
          h('h1', { id: 'title' }, title),
          ...subtitleLine,
          ...bylineOf(view.byline, words, wordsLang),
          ...date,
          ...(abstract
            ? [
                h(
                  'div',
                  { className: 'abstract', role: 'doc-abstract', ariaLabel: words.abstract },
                  [h('p', abstract)],
                ),
              ]
            : []),
          h('div', { className: 'imprint-block' }, [
            ...line('publisher', publisher),
            ...identifierLines(metadata),
          ]),
        ],
      ),
    ],
  };
}

export const editorLine = (editor: string | undefined, words: Words): ElementContent[] =>
  line('editor', editor && `${words.editor}: ${editor}`);
