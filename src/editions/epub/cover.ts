import { directionOf } from '../../document/direction.js';
import type { OctavoDocument } from '../../document/document.js';
import { renderTemplate } from '../../template/render-template.js';
import type { Template } from '../../template/template.js';
import { templateView } from '../../template/view.js';
import { wordsFor } from '../../template/words/index.js';
import { dataUri } from '../markup/data-uri.js';
import { facesNamedIn, fontFaceRule, subsetFaces } from '../markup/fonts.js';
import type { Rasterise } from './rasterise.js';

/** What shops ask for at the least on the longer side, in the shape of most covers. */
export const coverSize = { width: 1600, height: 2560 };

/** Lengths of a title, in characters, from which it is set smaller: `long`, then `very-long`. */
const longTitles = [60, 110] as const;

function titleSize(title: string): string {
  const [long, veryLong] = longTitles;
  return title.length > veryLong ? 'very-long' : title.length > long ? 'long' : 'short';
}

/** The cover's page, whole: style sheet and fonts inside. */
export async function coverPage(document: OctavoDocument, template: Template): Promise<string> {
  const { metadata } = document;
  const view = {
    ...templateView({ ...document, colophon: undefined }),
    direction: directionOf(metadata.lang),
    words: wordsFor(metadata.lang),
    titleSize: titleSize(metadata.title),
  };
  const drawn = renderTemplate(template.coverHtml, { ...view, css: '' });
  const named = facesNamedIn(template.coverCss, template.fonts);
  const upper = drawn + drawn.toLocaleUpperCase(metadata.lang);
  const faces = await subsetFaces(named, upper, 'sfnt');
  const rules = faces.map((face) =>
    fontFaceRule(face, dataUri(face.bytes, 'font/ttf'), 'truetype'),
  );
  return renderTemplate(template.coverHtml, {
    ...view,
    css: [...rules, template.coverCss].join('\n'),
  });
}

/** The cover as a JPEG; undefined where the template has none. */
export async function drawCover(
  document: OctavoDocument,
  template: Template,
  rasterise: Rasterise,
): Promise<Uint8Array | undefined> {
  if (template.coverHtml.trim() === '') return undefined;
  return rasterise(await coverPage(document, template), coverSize);
}
