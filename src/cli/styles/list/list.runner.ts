import {
  type CataloguedStyle,
  type CatalogueSearch,
  listStyles,
  mayFind,
  SampleRoom,
  searchStyles,
} from '../../../citations/catalogue/index.js';
import { Failure } from '../../../diagnostics/failure.js';
import { nearNames } from '../../../diagnostics/nearest.js';
import { printable } from '../../../diagnostics/printable.js';
import { toJson } from '../../json-result.js';
import { type Surroundings, showsColour } from '../../surroundings.js';
import type { ListRequest } from '../styles.parser.js';
import { foundStyle } from './found-style.js';
import { showStyle } from './show-style.js';

/**
 * Runs `octavo styles [QUERY]`.
 *
 * @throws Failure `citation/unknown-style` (status 1) where nothing is found.
 */
export async function runList(
  request: ListRequest,
  surroundings: Surroundings,
  search: CatalogueSearch,
): Promise<number> {
  const candidates = await listStyles(search, mayFind(request.query));
  const found = searchStyles(candidates, request.query);
  if (found.length === 0) throw nothingFound(request.query, await listStyles(search));
  const room = new SampleRoom(search, request.lang);
  const shown = found.slice(0, request.limit);
  const sampleOf = async (style: CataloguedStyle) =>
    request.samples ? await room.sampleOf(style) : undefined;
  const { stdout, environment } = surroundings;
  if (request.json) {
    const styles = [];
    for (const style of shown) styles.push(foundStyle(style, await sampleOf(style)));
    stdout.write(toJson({ ok: true, found: found.length, styles, diagnostics: [] }));
    return 0;
  }
  const columns = stdout.isTTY ? stdout.columns || 80 : undefined;
  const terminal = { colour: showsColour(stdout, environment), columns };
  for (const [index, style] of shown.entries()) {
    const text = showStyle(style, await sampleOf(style), terminal);
    stdout.write(request.samples && index > 0 ? `\n${text}` : text);
  }
  if (shown.length < found.length) {
    const rest = found.length - shown.length;
    const narrow = request.query === '' ? 'name what you look for' : 'add a word';
    surroundings.stderr.write(`… and ${rest} more: ${narrow}, or use --limit or --all.\n`);
  }
  return 0;
}

function nothingFound(query: string, all: readonly CataloguedStyle[]): Failure {
  const name = query.replaceAll(/\s+/g, '-');
  const near = nearNames(
    name,
    all.map((style) => style.name),
    5,
  );
  const hint = near.length > 0 ? `; near it: ${near.join(', ')}` : '';
  return new Failure(
    'citation/unknown-style',
    { file: 'octavo' },
    {
      message: `No citation style that is here matches “${printable(query)}”${hint}`,
      remedy:
        'Try fewer words, or fetch a style by its name from zotero.org/styles: octavo styles add NAME',
    },
  );
}
