import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { Failure } from '../diagnostics/failure.js';
import { PublicationFolder } from './publication-folder.js';

export const settingsName = 'octavo.yml';
export const defaultManuscript = 'manuscript.md';

const markdownEndings = new Set(['.md', '.markdown', '.mdown', '.mkd', '.mkdn', '.text', '.txt']);

/** What a path leads to, before anything is read. */
export interface Located {
  folder: PublicationFolder;
  /** Name of the manuscript in the folder, where the path names the file itself. */
  manuscript?: string;
  /** As typed. */
  path: string;
  hasSettings: boolean;
}

/** The folder of a publication, from a path to it, to its manuscript or to its `octavo.yml`. */
export async function locatePublication(path: string, workingFolder: string): Promise<Located> {
  const absolute = resolve(workingFolder, path);
  const found = await realpath(absolute).catch(() => undefined);
  const kind = found === undefined ? undefined : await stat(found);
  if (found === undefined || kind === undefined) {
    throw new Failure(
      'publication/not-found',
      { file: path },
      { message: 'There is no such file or folder', remedy: 'Correct the path' },
      2,
    );
  }
  const named = kind.isDirectory() ? undefined : basename(found);
  if (named !== undefined && named !== settingsName) refuseOthers(named, path, kind.isFile());
  const folder = await PublicationFolder.open(named ? dirname(found) : found, workingFolder);
  const hasSettings = typeof (await folder.find(settingsName)) === 'string';
  return { folder, path, hasSettings, manuscript: named === settingsName ? undefined : named };
}

function refuseOthers(name: string, path: string, isPlain: boolean): void {
  if (isPlain && markdownEndings.has(extname(name).toLowerCase())) return;
  throw new Failure(
    'publication/not-found',
    { file: path },
    {
      message: isPlain ? 'This is no Markdown file' : 'This is neither a file nor a folder',
      remedy: 'Name a file that ends in .md, or the folder of a publication',
    },
    2,
  );
}

/** Told when a folder holds neither settings nor a manuscript of the usual name. */
export async function noManuscript({ folder, path, hasSettings }: Located): Promise<Failure> {
  const entries = await readdir(folder.path).catch(() => []);
  const candidates = entries
    .filter(
      (entry) => extname(entry) === '.md' && !/^(readme|changelog|licen[cs]e)\.md$/i.test(entry),
    )
    .sort();
  const remedy = hasSettings
    ? `Name the Markdown file in octavo.yml, as in \`manuscript: ${candidates[0] ?? 'essay.md'}\``
    : candidates[0] === undefined
      ? `Name a Markdown file, or a folder that holds ${defaultManuscript}`
      : `Name the Markdown file: octavo build ${join(path, candidates[0])}`;
  return new Failure(
    'publication/not-found',
    { file: hasSettings ? folder.shown(join(folder.path, settingsName)) : path },
    {
      message: hasSettings
        ? `There is no ${defaultManuscript} beside octavo.yml, and no \`manuscript\` is named in it`
        : `The folder holds neither ${settingsName} nor ${defaultManuscript}`,
      remedy,
    },
    hasSettings ? 1 : 2,
  );
}
