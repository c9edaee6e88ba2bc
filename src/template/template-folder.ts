import { readFile, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { Place } from '../diagnostics/diagnostic.js';
import { Failure } from '../diagnostics/failure.js';
import { packageFolder } from '../machine/package-folder.js';
import { judgeFileName } from '../publication/file-name.js';
import {
  PublicationFolder,
  readPlainFile,
  shownPath,
  sizeLimits,
} from '../publication/publication-folder.js';
import { type Refusal, refuse } from '../publication/refusals.js';

/** A template's folder, and how far the word of who named it reaches. */
export interface TemplateFolder {
  /** Absolute path. */
  path: string;
  /** A path as diagnostics show it. */
  shown(path: string): string;
  /** Text of a file; undefined where it is not there. */
  readText(name: string): Promise<string | undefined>;
  /**
   * Absolute path of a font that template.yml names as a file; it need not be there.
   *
   * @throws Failure where a publication's own template may not read it.
   */
  filePath(file: string, place: Place): Promise<string>;
  /** Whether fonts come from Octavo's own packages alone, and from no other. */
  ownPackagesOnly: boolean;
}

/** A template that comes with Octavo. */
export function packagedTemplate(name: string, workingFolder: string): TemplateFolder {
  return anywhere(join(packageFolder(), 'templates', name), workingFolder);
}

/** A template that a person named: it may lie anywhere. Undefined where there is no such folder. */
export async function namedByPerson(
  path: string,
  workingFolder: string,
): Promise<TemplateFolder | undefined> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder ? anywhere(path, workingFolder) : undefined;
}

function anywhere(path: string, workingFolder: string): TemplateFolder {
  return {
    path,
    shown: (file) => shownPath(file, workingFolder),
    readText: (name) => readFile(join(path, name), 'utf8').catch(undefinedIfMissing),
    filePath: async (file) => (isAbsolute(file) ? file : join(path, file)),
    ownPackagesOnly: false,
  };
}

function undefinedIfMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

/**
 * A template that a publication named: the folder, and every file it is made of, lies in the
 * publication's folder. Undefined where there is no such folder.
 *
 * @throws Failure `publication/outside` or `publication/unreadable` (status 1).
 */
export async function namedByPublication(
  path: string,
  publicationFolder: string,
  workingFolder: string,
  place: Place,
): Promise<TemplateFolder | undefined> {
  const bounds = await PublicationFolder.open(publicationFolder, workingFolder);
  const inside = (file: string) => relative(bounds.path, resolve(bounds.path, file)) || '.';
  const found = await bounds.findFolder(inside(path));
  if (typeof found !== 'string') {
    if (found.reason === 'missing' || found.reason === 'no-folder') return undefined;
    throw refused(found, place);
  }
  return {
    path: found,
    shown: (file) => bounds.shown(file),
    readText: (name) => readInside(bounds, inside(join(found, name)), place),
    async filePath(file, at) {
      const fault = judgeFileName(file);
      // `../` may lead to another folder of the publication.
      if (fault !== undefined && fault !== 'outside') throw refused(refuse(fault, file), at);
      const font = await bounds.find(inside(join(found, file)));
      if (typeof font === 'string') return font;
      if (font.reason === 'missing') return join(found, file);
      throw refused(font, at);
    },
    ownPackagesOnly: true,
  };
}

const refused = (refusal: Refusal, place: Place) => new Failure(refusal.rule, place, refusal);

async function readInside(
  bounds: PublicationFolder,
  name: string,
  place: Place,
): Promise<string | undefined> {
  const path = await bounds.find(name);
  if (typeof path !== 'string') {
    if (path.reason === 'missing') return undefined;
    throw refused(path, place);
  }
  const bytes = await readPlainFile(path, sizeLimits.text);
  if (bytes instanceof Uint8Array) return new TextDecoder().decode(bytes);
  throw refused(refuse(bytes, name), place);
}
