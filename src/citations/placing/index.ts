/**
 * Placing citations: every `citation` node of a manuscript becomes a note, or an in-text citation,
 * as the style has it; notes are numbered in the order of their calls; lists of works that belong
 * into the text are put there.
 */
import type { Root } from 'mdast';
import type { Citation } from '../../markdown/nodes.js';
import { placeOf } from '../../markdown/places.js';
import type { RenderedCitation } from '../open/open-citations.js';
import type { BibliographyEntry, PlacedCitation } from '../types.js';
import { CitedPlaces, citationId } from './back-references.js';
import { resolveKeys } from './keys.js';
import { untangleLinks } from './links.js';
import { appendList, endsWithHeading, listOf, placeForList } from './lists.js';
import { type NumberedCitation, numberNotes } from './numbering.js';
import type { PlacedCitations, Placing } from './options.js';
import { type Part, partsOf } from './parts.js';
import { type Printed, replaceCitations } from './place.js';
import { printedAs } from './printed.js';
import { type RenderedManuscript, render } from './rendering.js';

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
  const rendered = render(sites, parts, placing, placeForList(root.children) !== undefined);
  const back = backReferences(sites, placing);
  const placed: PlacedCitation[] = [];
  const byNode = new Map<Citation, Printed>();
  rendered.citations.forEach((citation, index) => {
    const site = sites[index];
    if (!site) return;
    const shown = visible(citation, site, placing);
    const { note, position, text, html } = shown;
    const keys = site.node.items.map(({ key }) => key);
    placed.push({ note, position, keys, text, html, source: site.node.position });
    const id = lists?.backReferences && citationId(index + 1);
    byNode.set(site.node, printedAs(site, shown, { style, ibid: rendered.ibid, id }));
  });
  replaceCitations(root, (citation) => byNode.get(citation));
  untangleLinks(root);
  const references = [...[...rendered.partLists.values()].flat(), ...rendered.list];
  const atEnd = placeLists(root, parts, back(rendered), placing);
  return { citations: placed, references, atEnd };
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

/** The citation, or its keys where the style prints nothing for it. */
function visible(
  citation: RenderedCitation,
  { node }: NumberedCitation,
  { file, report }: Placing,
): RenderedCitation {
  // A narrative citation may be all said with its name.
  if (citation.content.length > 0 || node.narrative) return citation;
  const keys = node.items.map(({ key }) => key).join(', ');
  report.add('citation/not-printed', placeOf(node, file), {
    message: `The style prints nothing for ${keys}: the key stands in the text instead`,
    remedy: 'Complete the entry in the bibliography (author, title, date)',
  });
  const text = `[${keys}]`;
  return { ...citation, content: [{ type: 'text', value: text }], text, html: text };
}
