import { readFile } from 'node:fs/promises';
import type { Resource } from '../browser/index.js';
import type { OctavoDocument } from '../document/document.js';
import type { FontFace, Template } from '../template/index.js';
import { imagePath } from './copy/image-paths.js';
import { fullWidthFamily } from './full-width-css.js';
import { imageResource } from './image-resources.js';
import { neededFonts } from './needed-fonts.js';
import { filePath, sheetCss } from './sheet-css.js';

/** What the browser is given of a template before there is any text: style sheet and fonts. */
export interface PageShell {
  html: string;
  /** Grows with what a Document needs besides: see {@link addResources}. */
  resources: Map<string, Resource>;
}

async function addFont(
  resources: PageShell['resources'],
  index: number,
  { path }: FontFace,
): Promise<Uint8Array> {
  const known = resources.get(filePath(index));
  if (known) return known.bytes;
  const bytes = await readFile(path);
  resources.set(filePath(index), { bytes, mediaType: 'font/ttf' });
  return bytes;
}

/** An empty page that all type of a template can be set in. */
export async function pageShell({ page, fonts, pagesCss }: Template): Promise<PageShell> {
  const resources: PageShell['resources'] = new Map();
  await Promise.all(
    fonts.map((face, index) => face.use === undefined && addFont(resources, index, face)),
  );
  const css = sheetCss(page, fonts, pagesCss);
  return {
    html: `<!doctype html><html><head><meta charset="utf-8"><style>${css}</style></head><body></body></html>`,
    resources,
  };
}

/**
 * Adds what a Document needs besides its template's plain fonts: those for formulas and for other
 * scripts, and images.
 *
 * @returns The files of all fonts that it needs, in the template's order, and the families of
 * those that it does not.
 */
export async function addResources(
  { resources }: PageShell,
  document: OctavoDocument,
  { fonts }: Template,
): Promise<{ fonts: Uint8Array[]; idleFamilies: string[] }> {
  [...document.images.values()].forEach((image, index) => {
    resources.set(imagePath(index), imageResource(image));
  });
  const isNeeded = neededFonts(document, fonts);
  const files = fonts.map((face, index) => isNeeded(face) && addFont(resources, index, face));
  const needed = new Set(fonts.filter(isNeeded).map(({ family }) => family));
  const families = new Set(fonts.map(({ family }) => family));
  return {
    fonts: (await Promise.all(files)).filter((file) => file !== false),
    idleFamilies: [...families]
      .filter((family) => !needed.has(family))
      .flatMap((family) => [family, fullWidthFamily(family)]),
  };
}
