import type { Root } from 'mdast';
import { Report } from '../../diagnostics/report.js';
import type { CitationCluster, RenderedCitation } from '../open/open-citations.js';
import type { BibliographyEntry, PlacedCitation } from '../types.js';
import { resolveKeys } from './keys.js';
import type { NumberedCitation } from './numbering.js';
import type { Placing } from './options.js';
import { printAll } from './print-all.js';
import { clustersOf, uncitedKeys } from './rendering.js';
import { type Stop, stopsOf } from './sites.js';

/** A note or citation of a text whose citations were placed. */
export interface KeptStop {
  /** UTF-16 offset of the block of the highest level that it is read in; none in the opening. */
  block: number | undefined;
  /** Of a note: what it is numbered by. */
  note?: Pick<Extract<Stop, { kind: 'note' }>['node'], 'label' | 'marked' | 'data'>;
  /** Of a citation: the note around it, by its index among the stops of its block. */
  within?: number;
}

/** What placing a stretch of the text again goes by. */
export interface KeptCitations {
  stops: KeptStop[];
  /** The citations among the stops; what was asked for them, and what the style printed. */
  sites: NumberedCitation[];
  clusters: CitationCluster[];
  citations: RenderedCitation[];
  /** The list of works that it printed for the whole text. */
  list: BibliographyEntry[];
  ibid: string;
}

/** The notes and citations of a text whose notes are numbered. */
export function keptStops({ children }: Pick<Root, 'children'>): KeptStop[] {
  return children.flatMap((child) => {
    const stops = stopsOf([child]);
    const block = child.position?.start.offset;
    return stops.map((stop) => ({ block, ...kept(stop, stops) }));
  });
}

function kept(stop: Stop, stops: readonly Stop[]): Omit<KeptStop, 'block'> {
  if (stop.kind === 'note') {
    const { label, marked, data } = stop.node;
    return { note: { label, marked, data } };
  }
  return { within: stops.findIndex(({ kind, node }) => kind === 'note' && node === stop.note) };
}

/** A stretch of a text, and which offsets of the text before the edit it stands for. */
export interface PlacedStretch {
  root: Root;
  start: number;
  end: number;
  /** By how much the text after it has moved. */
  moved: number;
}

/** Citations placed again. */
export interface PlacedAgain {
  kept: KeptCitations;
  /** Those of the stretch. */
  placed: PlacedCitation[];
  /** Index of the first of them among all of the text. */
  first: number;
}

/**
 * Places the citations of a stretch, in place, where what is printed elsewhere is what it was.
 *
 * @returns what is now kept of the text, and all citations placed; undefined where the notes are others
 * than they were, where other citations are printed otherwise, or where there is something to tell
 */
export function placeAgain(
  { root, start, end, moved }: PlacedStretch,
  known: KeptCitations,
  settings: Omit<Placing, 'report'>,
): PlacedAgain | undefined {
  const report = new Report();
  const placing = { ...settings, report };
  resolveKeys(root, placing.bibliography, placing.file, report);
  const at = known.stops.findIndex(({ block = -1 }) => block >= start);
  const from = at === -1 ? known.stops.length : at;
  const to = from + known.stops.slice(from).filter(({ block = end }) => block < end).length;
  const first = known.stops.slice(0, from).filter(({ note }) => !note).length;
  const sites = numberAgain(root, known.stops.slice(from, to), known.sites.slice(first));
  if (!sites) return undefined;
  const next = first + sites.length;
  const asked = clustersOf(sites, placing);
  const before = saidOf(known.clusters.slice(first, next), known.sites.slice(first, next));
  const isAsked = saidOf(asked, sites) === before;
  const again = isAsked ? known : printedAgain(known, { first, next, asked }, placing);
  if (!again) return undefined;
  const after = known.stops.slice(to).map(({ block = 0, ...stop }) => ({
    ...stop,
    block: block + moved,
  }));
  const kept: KeptCitations = {
    ...again,
    stops: [...known.stops.slice(0, from), ...keptStops(root), ...after],
    sites: known.sites.toSpliced(first, sites.length, ...sites),
  };
  const citations = again.citations.slice(first, next);
  const printing = { sites, citations, ibid: known.ibid, first };
  const placed = printAll(root, printing, placing);
  return report.diagnostics.length > 0 ? undefined : { kept, placed, first };
}

/**
 * Numbers the notes of a stretch as its old ones were.
 *
 * @param known The citations of the text, from the first of the stretch on.
 * @returns its citations; undefined where its notes and citations are others than they were
 */
function numberAgain(
  root: Root,
  old: readonly KeptStop[],
  known: readonly NumberedCitation[],
): NumberedCitation[] | undefined {
  const fresh = keptStops(root);
  const areAlike = fresh.every((stop, index) => isAlike(stop, old[index]));
  if (old.length !== fresh.length || !areAlike) return undefined;
  const sites: NumberedCitation[] = [];
  const stops = root.children.flatMap((child) => stopsOf([child]));
  stops.forEach((stop, index) => {
    if (stop.kind === 'note') stop.node.data = { ...stop.node.data, ...old[index]?.note?.data };
    else sites.push({ ...(known[sites.length] as NumberedCitation), node: stop.node });
  });
  return sites;
}

/** A text's citations with others in the place of some; undefined where what is printed elsewhere changes. */
function printedAgain(
  known: KeptCitations,
  { first, next, asked }: { first: number; next: number; asked: CitationCluster[] },
  placing: Placing,
): KeptCitations | undefined {
  const { session, lists } = placing;
  if (!session || lists?.backReferences || lists?.sectionLevel !== undefined) return undefined;
  const clusters = known.clusters.toSpliced(first, asked.length, ...asked);
  const { citations, bibliography } = session().cite(clusters, uncitedKeys(placing));
  const isSame = known.citations.every(
    (citation, index) =>
      (index >= first && index < next) || arePrintedAlike(citation, citations[index]),
  );
  const isListSame = printedList(bibliography) === printedList(known.list);
  return isSame && isListSame ? { ...known, clusters, citations } : undefined;
}

function arePrintedAlike(one: RenderedCitation, other: RenderedCitation | undefined): boolean {
  return (
    one.html === other?.html &&
    one.text === other.text &&
    one.name === other.name &&
    one.note === other.note &&
    one.position === other.position
  );
}

const printedList = (entries: readonly BibliographyEntry[]) =>
  JSON.stringify(entries.map(({ key, id, html }) => [key, id, html]));

/** Whether a stop is numbered and cited as another one was. */
function isAlike({ note, within }: KeptStop, known: KeptStop | undefined): boolean {
  if (!known || !note !== !known.note || within !== known.within) return false;
  return note?.label === known.note?.label && note?.marked === known.note?.marked;
}

/** All that the style is asked, and that is written of it. */
function saidOf(clusters: readonly CitationCluster[], sites: readonly NumberedCitation[]): string {
  return JSON.stringify([clusters, sites.map(({ node }) => node.items.map(({ key }) => key))]);
}
