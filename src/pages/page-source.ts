import { readFile } from 'node:fs/promises';
import type { Resource } from '../browser/index.js';
import type { OctavoDocument } from '../document/document.js';
import { formulaCharactersOf } from '../document/formula-characters.js';
import { type Direction, directionOf } from '../template/direction.js';
import { renderTemplate, type Template, templateView } from '../template/index.js';
import { colophonTree, galleySources, imagePath } from './galley-source.js';
import { filePath, sheetCss } from './sheet-css.js';

/** What the browser is given to make pages of. */
export interface PageSource {
  html: string;
  resources: Map<string, Resource>;
  /** The files of the template's fonts, in its order; those for formulas where there are any. */
  fonts: readonly Uint8Array[];
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };
const escapeHtml = (text: string) =>
  text.replace(/[&<"]/g, (character) => escapes[character] ?? '');

function resourcesOf(
  document: OctavoDocument,
  fonts: readonly Uint8Array[],
): PageSource['resources'] {
  return new Map<string, Resource>([
    ...fonts.map((bytes, index) => [filePath(index), { bytes, mediaType: 'font/ttf' }] as const),
    ...[...document.images.values()].map(
      ({ bytes, mediaType }, index) => [imagePath(index), { bytes, mediaType }] as const,
    ),
  ]);
}

const inert = (name: string, html: string) =>
  `<template id="octavo-${name}">${html.trim()}</template>`;

/** A template's part in a box of its own; nothing where it says nothing. */
function part(className: string, html: string, direction: Direction): string {
  if (html.trim() === '') return '';
  const dir = direction === 'rtl' ? ' dir="rtl"' : '';
  return `<div class="${className}"${dir}>${html.trim()}</div>`;
}

/** Everything that is to be set and made up, in templates that the browser leaves alone. */
export async function pageSource(
  document: OctavoDocument,
  template: Template,
): Promise<PageSource> {
  const { title, lang } = document.metadata;
  const colophon = await colophonTree(document);
  const view = templateView({ ...document, colophon });
  const filled = (source: string) => renderTemplate(source, view);
  const { text, notes } = await galleySources(document, filled(template.endOfTextHtml));
  const direction = directionOf(lang);
  const parts = [
    inert('text', text),
    inert('notes', notes),
    inert('opening', part('opening', filled(template.openingHtml), direction)),
    inert('opening-foot', part('opening-foot', filled(template.openingFootHtml), direction)),
    inert('closing', part('closing', filled(template.closingHtml), direction)),
    inert('rule', '<div class="note-rule" aria-hidden="true"></div>'),
  ];
  const hasFormulas = formulaCharactersOf(document) !== '';
  const faces = template.fonts.filter(({ use }) => use === undefined || hasFormulas);
  const fonts = await Promise.all(faces.map(({ path }) => readFile(path)));
  const css = sheetCss(template.page, faces, template.pagesCss);
  return {
    html:
      `<!doctype html><html lang="${escapeHtml(lang)}"><head><meta charset="utf-8">` +
      `<title>${escapeHtml(title)}</title><style>${css}</style></head>` +
      `<body>${parts.join('')}</body></html>`,
    resources: resourcesOf(document, fonts),
    fonts,
  };
}
