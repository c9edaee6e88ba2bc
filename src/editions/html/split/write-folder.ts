import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { OctavoDocument } from '../../../document/document.js';
import type { ImageFile } from '../../../publication/publication.js';
import { renderTemplate } from '../../../template/render-template.js';
import type { Template } from '../../../template/template.js';
import { wordsFor } from '../../../template/words/index.js';
import { extensions } from '../../markup/image-names.js';
import { maker } from '../../pdf-file/facts.js';
import { headMetadata } from '../head.js';
import { noteAnchors } from '../sections.js';
import { viewOf, type WebView } from '../view.js';
import { webDocument } from '../web-document.js';
import { insideStyle, styleSheet, type WriteHtmlOptions } from '../write.js';
import { chapterMetadata } from './chapter-metadata.js';
import { type CutPages, cutPages, firstFile, linkPages, type WebPage } from './cut-pages.js';
import { type PagePlace, pageNavigation, pageRelations } from './navigation.js';

const styleFile = 'style.css';
const utf8 = new TextEncoder();

/** The files that the pages share, each once. */
class SharedFiles {
  readonly files = new Map<string, Uint8Array>();
  private readonly names = new Map<ImageFile, string>();

  image(image: ImageFile): string {
    let name = this.names.get(image);
    if (name === undefined) {
      name = `images/image-${this.names.size + 1}.${extensions[image.mediaType]}`;
      this.names.set(image, name);
      this.files.set(name, image.bytes);
    }
    return name;
  }

  font(bytes: Uint8Array, index: number): string {
    const name = `fonts/font-${index + 1}.woff2`;
    this.files.set(name, bytes);
    return name;
  }
}

/** What a page shows beside the text is on the first page alone. */
const ofFirstPage: Partial<WebView> = {
  titleCallHtml: undefined,
  subtitle: undefined,
  byline: undefined,
  bylineHtml: undefined,
  hasBios: false,
  abstract: undefined,
  date: undefined,
  colophonHtml: undefined,
  contentsHtml: undefined,
  citationHtml: undefined,
};

/** Makes the pages of one publication. */
class PageMaker {
  constructor(
    private readonly document: OctavoDocument,
    private readonly web: ReturnType<typeof webDocument>,
    private readonly cut: CutPages,
    private readonly reference: WriteHtmlOptions['reference'],
  ) {}

  view(page: WebPage, index: number): Omit<WebView, 'css'> {
    const { document, web, cut, reference } = this;
    const { pages, fileOf } = cut;
    const place: PagePlace = { before: pages[index - 1], after: pages[index + 1] };
    const isFirst = page.file === firstFile;
    this.navigate(page, place);
    const view = viewOf({
      document,
      reference,
      isOfSeveral: true,
      web: {
        ...web,
        body: page.body,
        notes: page.notes,
        references: page.hasReferences ? web.references : [],
        colophon: isFirst ? web.colophon : undefined,
      },
      settle: (tree) => linkPages(tree, page.file, fileOf),
    });
    const head: Root = isFirst ? headMetadata(document) : chapterMetadata(document, page);
    head.children.unshift(h('meta', { name: 'generator', content: maker }));
    head.children.push(...pageRelations(place));
    const headHtml = toHtml(head);
    if (isFirst) return { ...view, headHtml };
    const series = view.series && { ...view.series, hasIssues: false };
    return { ...view, ...ofFirstPage, pageTitle: page.title, series, headHtml };
  }

  private navigate({ body, file }: WebPage, place: PagePlace): void {
    const { metadata } = this.document;
    const words = wordsFor(metadata.lang);
    if (this.cut.pages.length < 2) return;
    const links = (isHead: boolean): Element => pageNavigation(place, words, metadata, isHead);
    // The first page opens with the publication's own title, and holds the contents.
    if (file !== firstFile) body.children.unshift(links(true));
    if (file !== firstFile || place.after) body.children.push(links(false));
  }
}

/**
 * The web edition as a folder: `index.html` with the opening and the contents, a page for each
 * section of the highest level with its notes at its foot, one for the references, and the files
 * that they share (`style.css`, `fonts/`, `images/`). Nothing is asked of the network.
 *
 * @returns Files by their paths in the folder, in order.
 */
export async function writeHtmlFolder(
  document: OctavoDocument,
  template: Template,
  { pageStarts, reference }: WriteHtmlOptions = {},
): Promise<Map<string, Uint8Array>> {
  const shared = new SharedFiles();
  const web = webDocument(document, pageStarts, (image) => shared.image(image));
  const cut = cutPages(web, document.referencesTitle);
  const maker = new PageMaker(document, web, cut, reference);
  const views = cut.pages.map((page, index) => ({ page, view: maker.view(page, index) }));
  const pages = views.map(({ page, view }) => {
    const css = insideStyle(`@import url("${styleFile}");\n${noteAnchors(page.notes)}`);
    return [page.file, renderTemplate(template.webHtml, { ...view, css })] as const;
  });
  const text = pages.map(([, html]) => html).join('');
  const css = await styleSheet(document, template, text, ({ bytes }, index) =>
    shared.font(bytes, index),
  );
  return new Map([
    ...pages.map(([file, html]) => [file, utf8.encode(html)] as const),
    [styleFile, utf8.encode(css)],
    ...shared.files,
  ]);
}
