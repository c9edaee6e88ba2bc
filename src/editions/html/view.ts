import type { ElementContent, Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { directionOf } from '../../document/direction.js';
import type { OctavoDocument } from '../../document/document.js';
import { type TemplateView, templateView } from '../../template/view.js';
import { foreignLang, type Words, wordsFor } from '../../template/words/index.js';
import { countWords } from '../markup/tree.js';
import { citationBox } from './citation-box.js';
import { headMetadata } from './head.js';
import { popUpScript, scriptHash } from './pop-ups.js';
import { contentsList, notesSection, referencesSection } from './sections.js';
import { pageIds, type WebDocument } from './web-document.js';

/** What `web.html` sees beside the {@link TemplateView}. */
export interface WebView extends Omit<TemplateView, 'words'> {
  /** Of a page of several: what it holds. The title is that of the publication. */
  pageTitle?: string;
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

/** From how many words on a text of several sections gets a contents list unasked. */
const longText = 3000;

/** Sources that a page may load beside what it holds: files of its own folder, on a disk or a server. */
const ownFiles = "'self' file: data:";

/** @param sources Where images, fonts and style sheets may come from. */
export function policyFor(script: string | undefined, sources = 'data:'): string {
  const styles = sources === ownFiles ? `${ownFiles} 'unsafe-inline'` : "'unsafe-inline'";
  return [
    "default-src 'none'",
    `img-src ${sources}`,
    `font-src ${sources}`,
    `style-src ${styles}`,
    ...(script ? [`script-src ${scriptHash(script)}`] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function wantsContents({ toc, contents, body }: OctavoDocument): boolean {
  return contents.length > 0 && (toc || (contents.length > 2 && countWords(body) >= longText));
}

/** What a page of the web edition is made of. */
export interface PageParts {
  document: OctavoDocument;
  /** As the page shows it: a page of several has a part of the text and of the notes. */
  web: WebDocument;
  reference?: readonly ElementContent[];
  /** Whether the publication's other pages and files stand beside it. */
  isOfSeveral?: boolean;
  /** Done to a tree before it is written. */
  settle?(tree: Nodes): void;
}

/** The whole publication as a page shows it, or its first page of several. */
export function viewOf({
  document,
  web,
  reference,
  isOfSeveral = false,
  settle,
}: PageParts): Omit<WebView, 'css'> {
  const { metadata, contents, referencesTitle } = document;
  const { series, authors } = metadata;
  const words = wordsFor(metadata.lang);
  const script = web.notes.length > 0 ? popUpScript : undefined;
  const html = (node: Nodes | undefined) => {
    if (node) settle?.(node);
    return node && toHtml(node);
  };
  const hasContents = isOfSeveral ? contents.length > 0 : wantsContents(document);
  return {
    ...templateView({ ...document, colophon: undefined }, web.callOf),
    colophonHtml: html(web.colophon),
    direction: directionOf(metadata.lang),
    ids: pageIds,
    words: {
      ...words,
      about: authors.length > 1 ? words.aboutAuthors : words.aboutAuthor,
      latestIssues: series && `${words.latest} ${series.name}`,
      seriesEditor: series?.editor && words.editor + words.signs.colon + series.editor,
    },
    wordsLang: foreignLang(words, metadata),
    policy: policyFor(script, isOfSeveral ? ownFiles : undefined),
    headHtml: toHtml(headMetadata(document)),
    bodyHtml: html(web.body) ?? '',
    contentsHtml: hasContents ? html(contentsList(contents, web)) : undefined,
    notesHtml: html(notesSection(web, words)),
    referencesHtml: html(referencesSection(web, referencesTitle)),
    citationHtml: html(citationBox(metadata, reference, words)),
    script,
  };
}
