/**
 * Placing citations: every `citation` node of a manuscript becomes a note, or an in-text citation,
 * as the style has it; notes are numbered in the order of their calls; lists of works that belong
 * into the text are put there.
 */
import type { Root } from 'mdast';
import type { BibliographyEntry } from '../types.js';
import { CitedPlaces } from './back-references.js';
import { keptStops } from './kept.js';
import { resolveKeys } from './keys.js';
import { appendList, endsWithHeading, listOf, placeForList } from './lists.js';
import { type NumberedCitation, numberNotes } from './numbering.js';
import type { PlacedCitations, Placing } from './options.js';
import { type Part, partsOf } from './parts.js';
import { printAll } from './print-all.js';
import { type RenderedManuscript, render } from './rendering.js';

export { type KeptCitations, placeAgain } from './kept.js';
export { placeForList } from './lists.js';
export type { ListSettings, PlacedCitations, Placing } from './options.js';

/**
 * Changes `root` in place: after it, no `citation` node is left. `note` nodes carry
 * `data: { number, ordinal, position?, keys? }` (position and keys where the style made the note).
 */
export function placeCitations(root: Root, placing: Placing): PlacedCitations {
  const { bibliography, style, restartNotes, lists, file, report } = placing;
  resolveKeys(root, bibliography, file, report);
  const parts = partsOf(root, { restartNotes, listLevel: lists?.sectionLevel });
  const sites = numberNotes(parts, style, restartNotes);
  const stops = placing.keepsStops ? keptStops(root) : undefined;
  const rendered = render(sites, parts, placing, placeForList(root.children) !== undefined);
  const back = backReferences(sites, placing);
  const { citations, ibid } = rendered;
  const placed = printAll(root, { sites, citations, ibid, first: 0 }, placing);
  const references = [...[...rendered.partLists.values()].flat(), ...rendered.list];
  const atEnd = placeLists(root, parts, back(rendered), placing);
  const result = { citations: placed, references, atEnd };
  if (!stops) return result;
  const { clusters, list } = rendered;
  return { ...result, kept: { stops, sites, clusters, citations, list, ibid } };
}

/** Gives the entries of the lists links back to where they are cited, where that is asked for. */
function backReferences(
  sites: readonly NumberedCitation[],
  { lists }: Placing,
): (rendered: RenderedManuscript) => RenderedManuscript {
  const words = lists?.backReferences;
  if (!words) return (rendered) => rendered;
  const placesIn = (part?: Part) => {
    const places = new CitedPlaces();
    sites.forEach((site, index) => {
      if (part === undefined || site.part === part) places.add(site, index + 1);
    });
    return places;
  };
  const all = placesIn();
  return ({ list, partLists, ...rendered }) => ({
    ...rendered,
    list: list.map((entry) => all.after(entry, words)),
    partLists: new Map(
      [...partLists].map(([part, entries]) => {
        const own = placesIn(part);
        return [part, entries.map((entry) => own.after(entry, words))];
      }),
    ),
  });
}

/** Puts lists into the text; gives back the one that is to stand after it. */
function placeLists(
  root: Root,
  parts: readonly Part[],
  { list, partLists }: RenderedManuscript,
  { lists = {} }: Placing,
): BibliographyEntry[] {
  if (lists.suppressed) return [];
  const { title = '', titleIsAsked = false } = lists;
  const place = placeForList(root.children);
  if (partLists.size > 0) {
    for (const part of parts) {
      appendList(part, partLists.get(part) ?? [], { text: title, isAsked: titleIsAsked });
    }
    root.children = parts.flatMap(({ children }) => children);
  }
  if (list.length === 0) return [];
  if (place) place.children.push(listOf(list));
  else if (!titleIsAsked && endsWithHeading(root)) root.children.push(listOf(list));
  else return list;
  return [];
}
