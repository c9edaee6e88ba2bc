import { basename, join, resolve } from 'node:path';
import type { Place } from '../diagnostics/diagnostic.js';
import { Failure } from '../diagnostics/failure.js';
import { nearest } from '../diagnostics/nearest.js';
import { Report } from '../diagnostics/report.js';
import { allOf } from './all-of.js';
import { findFonts } from './fonts.js';
import { snap } from './length.js';
import { checkPlaceholders } from './placeholders.js';
import { pressOf } from './press.js';
import { checkMustache } from './render-template.js';
import { type PlacedSettings, readSettings } from './settings.js';
import type { PageGeometry, Template } from './template.js';
import {
  namedByPerson,
  namedByPublication,
  packagedTemplate,
  type TemplateFolder,
} from './template-folder.js';

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

/** Who named a template, and from where. */
export interface TemplateSearch {
  /**
   * A person at the command line may name a folder anywhere; a publication's own template reads
   * nothing outside the publication's folder, and fonts of Octavo's own packages.
   */
  from: 'command' | 'publication';
  /** Where it is named. */
  place?: Place;
  /** Is told of what is odd, and keeps nothing from being built. */
  report?: Report;
  /** What shown paths are relative to: absolute. Else the process's. */
  workingFolder?: string;
}

async function findFolder(
  nameOrFolder: string,
  baseFolder: string,
  { from, place = { file: nameOrFolder }, workingFolder = process.cwd() }: TemplateSearch,
): Promise<TemplateFolder> {
  if (templateNames.includes(nameOrFolder)) return packagedTemplate(nameOrFolder, workingFolder);
  const path = resolve(baseFolder, nameOrFolder);
  const folder =
    from === 'command'
      ? await namedByPerson(path, workingFolder)
      : await namedByPublication(path, baseFolder, workingFolder, place);
  if (folder !== undefined) return folder;
  const meant = nearest(nameOrFolder, templateNames);
  const names = templateNames.map((name) => `\`${name}\``).join(', ');
  throw new Failure('template/not-found', place, {
    message: `There is no template “${nameOrFolder}”, and no such folder`,
    remedy: meant
      ? `Write \`${meant}\`, or the path of a template's folder`
      : `Use ${names} or the path of a template's folder`,
  });
}

/**
 * A file that a folder of one's own leaves out is taken from `commentary`, so that a template
 * may change the type alone and leave the rest.
 */
async function readOne(folder: TemplateFolder, name: string, report?: Report): Promise<string> {
  for (const place of [folder, packagedTemplate('commentary', folder.path)]) {
    const text = await place.readText(name);
    if (text === undefined) continue;
    if (name.endsWith('.html')) {
      const shown = place.shown(join(place.path, name));
      checkMustache(text, shown);
      if (report) checkPlaceholders(text, name, shown, report);
    }
    return text;
  }
  throw new Failure(
    'template/missing-file',
    { file: folder.shown(join(folder.path, name)) },
    { message: `The template lacks ${name}`, remedy: 'Add the file; it may be empty' },
  );
}

async function readFiles(folder: TemplateFolder, report?: Report): Promise<TemplateFiles> {
  const reports: Report[] = [];
  const entries = await allOf(
    Object.entries(files).map(async ([field, name], index) => {
      const own = new Report();
      reports[index] = own;
      return [field, await readOne(folder, name, report && own)];
    }),
  );
  // In the order of the files, whichever is read first.
  report?.diagnostics.push(...reports.flatMap(({ diagnostics }) => diagnostics));
  return Object.fromEntries(entries);
}

/** The settings of a folder; what they leave out is taken from `commentary`, as files are. */
async function readSettingsFile(
  folder: TemplateFolder,
): Promise<{ file: string } & PlacedSettings> {
  const file = folder.shown(join(folder.path, 'template.yml'));
  const text = await folder.readText('template.yml');
  if (text !== undefined) {
    const rest = await packagedTemplate('commentary', folder.path).readText('template.yml');
    return { file, ...readSettings(text, file, rest) };
  }
  throw new Failure(
    'template/missing-file',
    { file },
    { message: 'The template lacks template.yml', remedy: 'Add it, as templates/README.md shows' },
  );
}

function geometryOf({ settings: { page }, placeOf }: PlacedSettings): PageGeometry {
  const { width, height, margins, columns, leading } = page;
  const columnGap = page['column-gap'];
  const columnWidth =
    (width - margins.inside - margins.outside - columnGap * (columns - 1)) / columns;
  const textHeight = height - margins.top - margins.bottom;
  if (columnWidth < leading * 3 || textHeight < leading * 5) {
    throw new Failure('template/invalid', placeOf('page', 'margins'), {
      message: 'The margins leave too little room for text',
      remedy: 'Make the margins narrower, the page larger, or the columns fewer',
    });
  }
  const { area, columns: noteColumns } = page.notes;
  const noteColumnGap = page.notes['column-gap'] ?? (columnGap || leading);
  const areaWidth = columnWidth * columns + columnGap * (columns - 1);
  const noteWidth = (areaWidth - noteColumnGap * (noteColumns - 1)) / noteColumns;
  if (noteWidth < leading * 3) {
    throw new Failure('template/invalid', placeOf('page', 'notes'), {
      message: 'The columns of the notes are too narrow for words',
      remedy: 'Make `notes.columns` fewer, or their `column-gap` narrower',
    });
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
    notes: {
      area: area ?? (noteColumns > 1 ? 'page' : 'column'),
      columns: noteColumns,
      columnGap: noteColumnGap,
    },
    balanceLastPage: page['balance-last-page'],
    dropCaps: page['drop-caps'],
  };
}

/**
 * Reads a template: one of {@link templateNames}, or a folder (relative to `baseFolder`; for one
 * that a publication names, the publication's folder). Files and settings that a folder leaves out
 * are taken from `commentary`; template.yml itself, which may be empty, has to be there.
 *
 * @throws Failure `template/not-found`, `template/invalid`, `template/missing-file`,
 *   `template/font`, `template/mustache`, or `publication/outside` where a publication's own
 *   template reaches out of its folder (status 1).
 */
export async function loadTemplate(
  nameOrFolder: string,
  baseFolder: string,
  search: TemplateSearch = { from: 'command' },
): Promise<Template> {
  const folder = await findFolder(nameOrFolder, baseFolder, search);
  const { file, settings, placeOf } = await readSettingsFile(folder);
  const [fonts, press, texts] = await allOf([
    findFonts({ settings, placeOf }, folder),
    pressOf(settings, folder, { file }),
    readFiles(folder, search.report),
  ] as const);
  const { style } = settings;
  return {
    name: basename(folder.path),
    folder: folder.path,
    style,
    page: geometryOf({ settings, placeOf }),
    press,
    fonts,
    ...texts,
  };
}
