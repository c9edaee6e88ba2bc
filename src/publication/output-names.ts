import { lstat, realpath } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Place } from '../diagnostics/diagnostic.js';
import { Failure } from '../diagnostics/failure.js';
import type { Report } from '../diagnostics/report.js';
import { judgeFileName } from './file-name.js';
import type { Named } from './front-matter/kinds.js';
import type { Publication } from './publication.js';
import { PublicationFolder } from './publication-folder.js';
import { refuse } from './refusals.js';

/** Letters that some file system or shell gives a meaning, and the names Windows keeps for devices. */
const unfit = /[\\/:*?"<>|\p{Cc}]|^[.-]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)$/iu;

/** The name of the editions' files, where it can be that of a file anywhere. */
export function judgeEditionsName(
  name: string | undefined,
  place: Place,
  report: Report,
): string | undefined {
  if (name === undefined || !(unfit.test(name) || name.length > 100)) return name;
  report.add('publication/field', place, {
    message: `“${name}” cannot be the name of a file everywhere`,
    remedy: 'Use letters, digits, spaces, full stops, `_` and `-`, a letter or digit first',
  });
  return undefined;
}

/**
 * The folder for the editions that a publication names: absolute, and inside the publication's
 * folder, for one that came from elsewhere must not write where it likes.
 */
export async function judgeOutFolder(
  { name, place }: Named,
  folder: PublicationFolder,
  report: Report,
): Promise<string | undefined> {
  const fault = judgeFileName(name);
  const path = join(folder.path, name);
  if (fault === undefined && (await leadsInside(path, folder))) return path;
  const refusal = refuse(fault ?? 'link', name);
  report.add(refusal.rule, place, {
    message: refusal.message,
    remedy: "Name a folder in the publication's, or use --out on the command line",
  });
  return undefined;
}

/**
 * The folder for the editions where the command line names none: the one that the publication
 * names, else its `dist`, which a publication that came from elsewhere may have made a link.
 *
 * @param workingFolder What shown paths are relative to: absolute.
 * @throws Failure `publication/outside` (status 1).
 */
export async function editionsFolder(
  { folder: path, out }: Pick<Publication, 'folder' | 'out'>,
  workingFolder: string,
): Promise<string> {
  const folder = await PublicationFolder.open(path, workingFolder);
  const wanted = out ?? join(folder.path, 'dist');
  if (await leadsInside(wanted, folder)) return wanted;
  const { rule, message } = refuse('link', relative(folder.path, wanted));
  throw new Failure(
    rule,
    { file: folder.shown(wanted) },
    { message, remedy: 'Take the link away, or name a folder with --out' },
  );
}

/** Whether a path, as far as it exists, stays inside; a link to what is not there may lead anywhere. */
async function leadsInside(path: string, folder: PublicationFolder): Promise<boolean> {
  const real = await realpath(path).catch(() => undefined);
  if (real !== undefined) return folder.holds(real);
  const isLink = await lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
  return !isLink && leadsInside(dirname(path), folder);
}
