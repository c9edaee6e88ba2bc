import type { Place } from '../../diagnostics/diagnostic.js';
import { Failure } from '../../diagnostics/failure.js';
import { nearNames } from '../../diagnostics/nearest.js';
import { listStyles } from '../catalogue/list.js';
import type { CitationStyle } from '../types.js';
import { parentOf } from './describe.js';
import {
  findStyle,
  placesLookedIn,
  type StyleFile,
  type StyleSearch,
  styleName,
  styleNames,
} from './find.js';
import { readRoot, styleOf } from './read.js';

export type { StyleSearch } from './find.js';
export { styleNames } from './find.js';

/**
 * Finds a style by path, name or title, checks it, and follows a dependent style to its parent.
 * Throws a `Failure` (status 1) where there is none, or where it is broken.
 * @param given A path, a name (`apa`), the style's address at Zotero, or its whole title.
 * @param place Where the style was named.
 */
export async function resolveStyle(
  given: string,
  search: StyleSearch,
  place: Place,
): Promise<CitationStyle> {
  const file = (await findStyle(given, search)) ?? (await findTitled(given, search));
  if (!file) throw await unknownStyle(given, search, place);
  const root = readRoot(file);
  const parent = parentOf(root);
  if (parent === undefined) return styleOf(file, root);
  const parentFile = await findStyle(styleName(parent), search);
  if (!parentFile) throw missingParent(file, parent, search, place);
  const style = styleOf(parentFile, readRoot(parentFile));
  return { ...style, name: file.name, ownLocale: root.attributes['default-locale'] };
}

/** The first style of that title; case does not count. */
async function findTitled(given: string, search: StyleSearch): Promise<StyleFile | undefined> {
  const { folder, machineFolders } = search;
  const wanted = given.trim().toLowerCase();
  const written = wanted.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const shelves = machineFolders?.map((shelf) => ({ folder: shelf, origin: 'user' as const }));
  const styles = await listStyles({ folder, shelves }, (_, head) =>
    head.toLowerCase().includes(written),
  );
  const titled = styles.find(({ title }) => title.toLowerCase() === wanted);
  return titled && findStyle(titled.name, search);
}

async function unknownStyle(given: string, search: StyleSearch, place: Place): Promise<Failure> {
  const near = nearNames(styleName(given), await styleNames(search));
  const hint = near.length > 0 ? `; near it: ${near.join(', ')}` : '';
  return new Failure('citation/unknown-style', place, {
    message: `There is no citation style “${given}”${hint}`,
    remedy: `Give a name that “octavo styles” shows, or the path of a .csl file inside the publication. Looked in: ${placesLookedIn(search).join(', ')}`,
  });
}

function missingParent(
  file: StyleFile,
  parent: string,
  search: StyleSearch,
  place: Place,
): Failure {
  return new Failure('citation/unknown-style', place, {
    message: `The style “${file.name}” stands on another one that is not here: “${styleName(parent)}”`,
    remedy: `Put ${styleName(parent)}.csl beside it. Looked in: ${placesLookedIn(search).join(', ')}`,
  });
}
