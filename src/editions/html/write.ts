import type { ElementContent } from 'hast';
import type { OctavoDocument } from '../../document/document.js';
import { formulaCharactersOf } from '../../document/formula-characters.js';
import type { PageStart } from '../../pages/pages.js';
import { webFormulaCss } from '../../template/formula-css.js';
import { renderTemplate } from '../../template/render-template.js';
import type { Template } from '../../template/template.js';
import { dataUri } from '../markup/data-uri.js';
import {
  facesNamedIn,
  fontFaceRule,
  formulaFaces,
  type SubsetFace,
  subsetFaces,
} from '../markup/fonts.js';
import { noteAnchors } from './sections.js';
import { viewOf } from './view.js';
import { webDocument } from './web-document.js';

export interface WriteHtmlOptions {
  /** Where the printed pages begin, if any were printed: the text then has their anchors. */
  pageStarts?: readonly PageStart[];
  /** How others cite the publication, in its own style. */
  reference?: readonly ElementContent[];
}

/** A style element ends at the first `</style`, whatever stands around it. */
export const insideStyle = (css: string) => css.replace(/<\/(?=style)/gi, '<\\/');

/** The rules that all pages share; `page` holds every character that is shown. */
export async function styleSheet(
  document: OctavoDocument,
  template: Template,
  page: string,
  addressOf: (face: SubsetFace, index: number) => string,
): Promise<string> {
  const named = facesNamedIn(template.webCss, template.fonts);
  const formulas = formulaCharactersOf(document);
  const faces = [
    ...(await subsetFaces(named, page, 'woff2')),
    ...(await subsetFaces(formulaFaces(template.fonts, formulas), formulas, 'woff2')),
  ];
  return [
    ...faces.map((face, index) => fontFaceRule(face, addressOf(face, index), 'woff2')),
    ...(formulas === '' ? [] : [webFormulaCss]),
    template.webCss,
  ].join('\n');
}

/** The web edition: one self-contained HTML file in UTF-8, which asks the network for nothing. */
export async function writeHtml(
  document: OctavoDocument,
  template: Template,
  { pageStarts, reference }: WriteHtmlOptions = {},
): Promise<Uint8Array> {
  const web = webDocument(document, pageStarts);
  const view = viewOf({ document, web, reference });
  const page = renderTemplate(template.webHtml, { ...view, css: '' });
  const shared = await styleSheet(document, template, page, ({ bytes }) =>
    dataUri(bytes, 'font/woff2'),
  );
  const css = insideStyle(`${shared}\n${noteAnchors(web.notes)}`);
  return new TextEncoder().encode(renderTemplate(template.webHtml, { ...view, css }));
}
