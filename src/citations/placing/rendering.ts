import { nearest } from '../../diagnostics/nearest.js';
import { citableKeys, worksCitedBy } from '../bibliography/sets.js';
import { locatorTerms } from '../locators/terms.js';
import {
  type CitationCluster,
  openCitations,
  type RenderedCitation,
} from '../open/open-citations.js';
import type { BibliographyEntry } from '../types.js';
import { clusterItem, flattenItems } from './items.js';
import type { NumberedCitation } from './numbering.js';
import type { Placing } from './options.js';
import type { Part } from './parts.js';

/** The manuscript's citations as the style prints them, and the lists of works. */
export interface RenderedManuscript {
  /** What was asked for, one for each citation given. */
  clusters: CitationCluster[];
  /** One for each citation given. */
  citations: RenderedCitation[];
  /** The list for all parts, or for works that none of them cites. */
  list: BibliographyEntry[];
  /** The lists of single parts. */
  partLists: Map<Part, BibliographyEntry[]>;
  /** The style's word for a work cited right before; empty where nothing is cited. */
  ibid: string;
}

/**
 * Renders the manuscript in one go, or each of its parts for itself.
 * @param wholeList A list of all works is wanted beside those of the parts.
 */
export function render(
  sites: readonly NumberedCitation[],
  parts: readonly Part[],
  placing: Placing,
  wholeList: boolean,
): RenderedManuscript {
  const { bibliography, style, locale, linkCitations } = placing;
  const clusters = clustersOf(sites, placing);
  const uncited = uncitedKeys(placing);
  const partLists = new Map<Part, BibliographyEntry[]>();
  if (clusters.length + uncited.length === 0)
    return { clusters, citations: [], list: [], partLists, ibid: '' };
  const session =
    placing.session?.() ?? openCitations({ style, locale, items: bibliography, linkCitations });
  const { ibid } = session;
  if (placing.lists?.sectionLevel === undefined) {
    const { citations, bibliography: list } = session.cite(clusters, uncited);
    return { clusters, citations, list, partLists, ibid };
  }
  const citations: RenderedCitation[] = [];
  let next = 1;
  for (const part of parts) {
    const own = clusters.filter((_, index) => sites[index]?.part === part);
    if (own.length === 0) continue;
    const rendered = session.cite(own, [], next);
    citations.push(...rendered.citations);
    partLists.set(part, rendered.bibliography);
    next += rendered.bibliography.length;
  }
  const cited = new Set(clusters.flatMap(({ items }) => items.map(({ key }) => key)));
  const left = uncited.filter((key) => !cited.has(key));
  const rest = wholeList ? session.cite(clusters, uncited, next) : session.cite([], left, next);
  return { clusters, citations, list: rest.bibliography, partLists, ibid };
}

/** The citations as the session takes them. */
export function clustersOf(
  sites: readonly NumberedCitation[],
  { locale, file, report }: Pick<Placing, 'locale' | 'file' | 'report'>,
): CitationCluster[] {
  const terms = locatorTerms(locale.xmlOf(locale.lang));
  return sites.map(({ node, number, ordinal, own, marked, startsAnew }) => ({
    items: flattenItems(node, file, report).map((item) => clusterItem(item, terms)),
    note: number,
    inAuthoredNote: (number > 0 || marked) && !own,
    narrative: node.narrative,
    startsAnew: startsAnew && !marked,
    ...(marked ? { apart: ordinal } : {}),
  }));
}

/** The keys that are to be listed uncited. */
export function uncitedKeys({
  nocite = [],
  bibliography,
  file,
  report,
}: Pick<Placing, 'nocite' | 'bibliography' | 'file' | 'report'>): string[] {
  return nocite.flatMap((given) => {
    const key = given.normalize('NFC').replace(/^@/, '');
    if (key === '*') return [...bibliography.values()].map((work) => work.key);
    const works = worksCitedBy(key, bibliography);
    if (works.length > 0) return works;
    const near = nearest(key, citableKeys(bibliography));
    report.add(
      'citation/unknown-nocite',
      { file },
      {
        message: `The bibliography has no work with the key “${key}”, which nocite lists`,
        remedy: `Add it to the bibliography${near ? `, or write @${near}` : ''}`,
      },
    );
    return [];
  });
}
