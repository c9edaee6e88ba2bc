import type { Place } from '../diagnostics/diagnostic.js';
import type { Report } from '../diagnostics/report.js';
import type { Named } from './front-matter/kinds.js';
import type { SourceText } from './publication.js';
import type { PublicationFolder } from './publication-folder.js';
import type { Refusal } from './refusals.js';

/** The text files that the publication names, each told of where it was named. */
export async function readTexts(
  names: readonly Named[],
  folder: PublicationFolder,
  report: Report,
): Promise<SourceText[]> {
  const texts: SourceText[] = [];
  for (const { name, place } of names) {
    const text = await folder.readText(name, place, report);
    if (text !== undefined && !texts.some(({ path }) => path === text.path)) texts.push(text);
  }
  return texts;
}

const styleAddress = /^https?:\/\/(www\.)?zotero\.org\/styles\//i;

/**
 * A citation style that the publication asks for: a name stays one (Zotero's addresses are names
 * too); a file is found in the folder and becomes an absolute path.
 */
export async function resolveStyle(
  { name, place }: Named,
  folder: PublicationFolder,
  report: Report,
): Promise<string | undefined> {
  if (name === '' || styleAddress.test(name)) return name || undefined;
  const found = await folder.find(name);
  if (typeof found === 'string') return found;
  const isName = (found.reason === 'missing' || found.reason === 'folder') && !/[\\/]/.test(name);
  return isName ? name : tellRefused(found, place, report);
}

/** A template: a name stays one; a folder is found in the publication's and becomes an absolute path. */
export async function resolveTemplate(
  { name, place }: Named,
  folder: PublicationFolder,
  report: Report,
): Promise<string | undefined> {
  if (!/[\\/]/.test(name) && !name.startsWith('.')) return name || undefined;
  const path = await folder.findFolder(name);
  return typeof path === 'string' ? path : tellRefused(path, place, report);
}

function tellRefused(refusal: Refusal, place: Place, report: Report): undefined {
  report.add(refusal.rule, place, refusal);
  return undefined;
}
