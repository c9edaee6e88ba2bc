import { realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Place } from '../diagnostics/diagnostic.js';
import type { Report } from '../diagnostics/report.js';
import { judgeFileName } from './file-name.js';
import type { Named } from './front-matter/kinds.js';
import type { PublicationFolder } from './publication-folder.js';
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
  if (fault === undefined && folder.holds(await nearestReal(path))) return path;
  const refusal = refuse(fault ?? 'link', name);
  report.add(refusal.rule, place, {
    message: refusal.message,
    remedy: "Name a folder in the publication's, or use --out on the command line",
  });
  return undefined;
}

/** The part of a path that exists, without symbolic links. */
async function nearestReal(path: string): Promise<string> {
  return realpath(path).catch(() => nearestReal(dirname(path)));
}
