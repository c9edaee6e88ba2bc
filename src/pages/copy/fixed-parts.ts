import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { type Direction, directionOf } from '../../document/direction.js';
import type { OctavoDocument } from '../../document/document.js';
import { renderTemplate, type Template, templateView } from '../../template/index.js';
import { markFullWidth } from '../../typography/index.js';
import { readyForPaper } from './slips.js';

/** A template's parts beside the text, as HTML; empty where a template says nothing. */
export interface FixedParts {
  opening: string;
  openingFoot: string;
  closing: string;
  /** Follows the last paragraph. */
  endOfText: string;
}

/** A template's part in a box of its own; nothing where it says nothing. */
function part(className: string, html: string, direction: Direction): string {
  if (html.trim() === '') return '';
  const dir = direction === 'rtl' ? ' dir="rtl"' : '';
  return `<div class="${className}"${dir}>${html.trim()}</div>`;
}

/** What a template filled, whose titles and names may hold signs in full width. */
function inFullWidth(html: string, lang: string): string {
  if (!/[“”‘’—―…‥·]/.test(html)) return html;
  const tree = fromHtml(html, { fragment: true });
  markFullWidth(tree, lang);
  return toHtml(tree);
}

/** The colophon, ready for paper; the Document's own stays as it is. */
async function paperColophon(document: OctavoDocument): Promise<Root | undefined> {
  if (!document.colophon) return undefined;
  const tree = structuredClone(document.colophon);
  await readyForPaper(tree, document.metadata.lang, document.images);
  return tree;
}

/** What a template puts before and after the text of a Document. */
export async function fixedParts(
  document: OctavoDocument,
  template: Template,
): Promise<FixedParts> {
  const colophon = await paperColophon(document);
  const view = templateView({ ...document, colophon });
  const direction = directionOf(document.metadata.lang);
  const filled = (className: string, source: string) =>
    part(className, inFullWidth(renderTemplate(source, view), document.metadata.lang), direction);
  return {
    opening: filled('opening', template.openingHtml),
    openingFoot: filled('opening-foot', template.openingFootHtml),
    closing: filled('closing', template.closingHtml),
    endOfText: renderTemplate(template.endOfTextHtml, view),
  };
}
