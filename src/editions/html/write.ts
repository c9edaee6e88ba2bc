import type { ElementContent, Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { OctavoDocument } from '../../document/document.js';
import { formulaCharactersOf } from '../../document/formula-characters.js';
import type { PageStart } from '../../pages/pages.js';
import { directionOf } from '../../template/direction.js';
import { webFormulaCss } from '../../template/formula-css.js';
import { renderTemplate } from '../../template/render-template.js';
import type { Template } from '../../template/template.js';
import { type TemplateView, templateView } from '../../template/view.js';
import { foreignLang, type Words, wordsFor } from '../../template/words/index.js';
import { dataUri } from '../markup/data-uri.js';
import { facesNamedIn, fontFaceRule, formulaFaces, subsetFaces } from '../markup/fonts.js';
import { countWords } from '../markup/tree.js';
import { citationBox } from './citation-box.js';
import { headMetadata } from './head.js';
import { popUpScript, scriptHash } from './pop-ups.js';
import { contentsList, noteAnchors, notesSection, referencesSection } from './sections.js';
import { pageIds, type WebDocument, webDocument } from './web-document.js';

/** What `web.html` sees beside the {@link TemplateView}. */
export interface WebView extends Omit<TemplateView, 'words'> {
  direction: 'ltr' | 'rtl';
  ids: typeof pageIds;
  words: Words & { about: string; latestIssues?: string; seriesEditor?: string };
  /** Content security policy: nothing from the network. */
  policy: string;
  headHtml: string;
  css: string;
  bodyHtml: string;
  contentsHtml?: string;
  notesHtml?: string;
  referencesHtml?: string;
  citationHtml?: string;
  script?: string;
}

export interface WriteHtmlOptions {
  /** Where the printed pages begin, if any were printed: the text then has their anchors. */
  pageStarts?: readonly PageStart[];
  /** How others cite the publication, in its own style. */
  reference?: readonly ElementContent[];
}

/** From how many words on a text of several sections gets a contents list unasked. */
const longText = 3000;

function policyFor(script: string | undefined): string {
  return [
    "default-src 'none'",
    'img-src data:',
    'font-src data:',
    "style-src 'unsafe-inline'",
    ...(script ? [`script-src ${scriptHash(script)}`] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

const html = (node: Nodes | undefined) => node && toHtml(node);

function wantsContents({ toc, contents, body }: OctavoDocument): boolean {
  return contents.length > 0 && (toc || (contents.length > 2 && countWords(body) >= longText));
}

function viewOf(
  document: OctavoDocument,
  web: WebDocument,
  reference: readonly ElementContent[] | undefined,
): Omit<WebView, 'css'> {
  const { metadata, contents, referencesTitle } = document;
  const { series, authors } = metadata;
  const words = wordsFor(metadata.lang);
  const script = web.notes.length > 0 ? popUpScript : undefined;
  return {
    ...templateView({ ...document, colophon: undefined }, web.callOf),
    colophonHtml: html(web.colophon),
    direction: directionOf(metadata.lang),
    ids: pageIds,
    words: {
      ...words,
      about: authors.length > 1 ? words.aboutAuthors : words.aboutAuthor,
      latestIssues: series && `${words.latest} ${series.name}`,
      seriesEditor: series?.editor && `${words.editor}: ${series.editor}`,
    },
    wordsLang: foreignLang(words, metadata),
    policy: policyFor(script),
    headHtml: toHtml(headMetadata(document)),
    bodyHtml: toHtml(web.body),
    contentsHtml: wantsContents(document) ? html(contentsList(contents, web)) : undefined,
    notesHtml: html(notesSection(web, words)),
    referencesHtml: html(referencesSection(web, referencesTitle)),
    citationHtml: html(citationBox(metadata, reference, words)),
    script,
  };
}

/** A style element ends at the first `</style`, whatever stands around it. */
const insideStyle = (css: string) => css.replace(/<\/(?=style)/gi, '<\\/');

async function styleSheet(
  document: OctavoDocument,
  template: Template,
  page: string,
  web: WebDocument,
): Promise<string> {
  const named = facesNamedIn(template.webCss, template.fonts);
  const formulas = formulaCharactersOf(document);
  const faces = [
    ...(await subsetFaces(named, page, 'woff2')),
    ...(await subsetFaces(formulaFaces(template.fonts, formulas), formulas, 'woff2')),
  ];
  return insideStyle(
    [
      ...faces.map((face) => fontFaceRule(face, dataUri(face.bytes, 'font/woff2'), 'woff2')),
      ...(formulas === '' ? [] : [webFormulaCss]),
      template.webCss,
      noteAnchors(web.notes),
    ].join('\n'),
  );
}

/** The web edition: one self-contained HTML file in UTF-8, which asks the network for nothing. */
export async function writeHtml(
  document: OctavoDocument,
  template: Template,
  { pageStarts, reference }: WriteHtmlOptions = {},
): Promise<Uint8Array> {
  const web = webDocument(document, pageStarts);
  const view = viewOf(document, web, reference);
  const page = renderTemplate(template.webHtml, { ...view, css: '' });
  const css = await styleSheet(document, template, page, web);
  return new TextEncoder().encode(renderTemplate(template.webHtml, { ...view, css }));
}
