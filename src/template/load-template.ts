import { readFile, stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { Failure } from '../diagnostics/failure.js';
import { nearest } from '../diagnostics/nearest.js';
import { findFonts } from './fonts.js';
import { snap } from './length.js';
import { packageFolder } from './package-folder.js';
import { checkMustache } from './render-template.js';
import { readSettings, type TemplateSettings } from './settings.js';
import type { PageGeometry, Template } from './template.js';

/** Templates that come with Octavo. */
export const templateNames: readonly string[] = ['commentary'];

/** The files of a template beside template.yml, by the field they fill. */
const files = {
  pagesCss: 'pages.css',
  openingHtml: 'opening.html',
  openingFootHtml: 'opening-foot.html',
  pageHtml: 'page.html',
  endOfTextHtml: 'end-of-text.html',
  closingHtml: 'closing.html',
  webHtml: 'web.html',
  webCss: 'web.css',
  ebookCss: 'ebook.css',
  coverHtml: 'cover.html',
  coverCss: 'cover.css',
} as const;

type TemplateFiles = Record<keyof typeof files, string>;

function shown(path: string): string {
  const short = relative(process.cwd(), path);
  return short !== '' && short.length < path.length ? short : path;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function findFolder(nameOrFolder: string, baseFolder: string): Promise<string> {
  if (templateNames.includes(nameOrFolder)) return join(packageFolder(), 'templates', nameOrFolder);
  const folder = resolve(baseFolder, nameOrFolder);
  if (await isFolder(folder)) return folder;
  const meant = nearest(nameOrFolder, templateNames);
  throw new Failure(
    'template/not-found',
    { file: nameOrFolder },
    {
      message: `There is no template \`${nameOrFolder}\`, and no such folder`,
      remedy: `${meant ? `Did you mean \`${meant}\`? ` : ''}Use ${templateNames
        .map((name) => `\`${name}\``)
        .join(', ')} or the path of a template's folder`,
    },
  );
}

/**
 * A file that a folder of one's own leaves out is taken from `commentary`, so that a template
 * may change the type alone and leave the rest.
 */
async function readOne(folder: string, name: string): Promise<string> {
  const fallback = join(packageFolder(), 'templates', 'commentary');
  for (const place of new Set([folder, fallback])) {
    const text = await readFile(join(place, name), 'utf8').catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT') return undefined;
      throw cause;
    });
    if (text !== undefined) {
      if (name.endsWith('.html')) checkMustache(text, shown(join(place, name)));
      return text;
    }
  }
  throw new Failure(
    'template/missing-file',
    { file: shown(join(folder, name)) },
    { message: `The template lacks ${name}`, remedy: 'Add the file; it may be empty' },
  );
}

async function readFiles(folder: string): Promise<TemplateFiles> {
  const entries = await Promise.all(
    Object.entries(files).map(async ([field, name]) => [field, await readOne(folder, name)]),
  );
  return Object.fromEntries(entries);
}

async function readSettingsFile(folder: string): Promise<{ file: string; text: string }> {
  const path = join(folder, 'template.yml');
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text !== undefined) return { file: shown(path), text };
  throw new Failure(
    'template/missing-file',
    { file: shown(path) },
    { message: 'The template lacks template.yml', remedy: 'Add it, as templates/README.md shows' },
  );
}

function geometryOf({ page }: TemplateSettings, file: string): PageGeometry {
  const { width, height, margins, columns, leading } = page;
  const columnGap = page['column-gap'];
  const columnWidth =
    (width - margins.inside - margins.outside - columnGap * (columns - 1)) / columns;
  const textHeight = height - margins.top - margins.bottom;
  if (columnWidth < leading * 3 || textHeight < leading * 5) {
    throw new Failure(
      'template/invalid',
      { file },
      {
        message: 'The margins leave too little room for text',
        remedy: 'Make the margins narrower, the page larger, or the columns fewer',
      },
    );
  }
  return {
    width,
    height,
    bleed: page.bleed,
    margins,
    columns,
    columnGap,
    leading,
    noteGap: page['note-gap'] ?? snap(leading / 2),
    balanceLastPage: page['balance-last-page'],
  };
}

/**
 * Reads a template: one of {@link templateNames}, or a folder (relative to `baseFolder`). What a
 * folder leaves out but for template.yml is taken from `commentary`.
 *
 * @throws Failure `template/not-found`, `template/invalid`, `template/missing-file`,
 *   `template/font` or `template/mustache` (status 1).
 */
export async function loadTemplate(nameOrFolder: string, baseFolder: string): Promise<Template> {
  const folder = await findFolder(nameOrFolder, baseFolder);
  const { file, text } = await readSettingsFile(folder);
  const settings = readSettings(text, file);
  const [fonts, texts] = await Promise.all([
    findFonts(settings, folder, { file }),
    readFiles(folder),
  ]);
  const { style } = settings;
  return {
    name: basename(folder),
    folder,
    style,
    page: geometryOf(settings, file),
    fonts,
    ...texts,
  };
}
