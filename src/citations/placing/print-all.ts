import type { Root } from 'mdast';
import type { Citation } from '../../markdown/nodes.js';
import { placeOf } from '../../markdown/places.js';
import type { RenderedCitation } from '../open/open-citations.js';
import type { PlacedCitation } from '../types.js';
import { citationId } from './back-references.js';
import { untangleLinks } from './links.js';
import type { NumberedCitation } from './numbering.js';
import type { Placing } from './options.js';
import { type Printed, replaceCitations } from './place.js';
import { printedAs } from './printed.js';

/** What the style printed for the citations of a text. */
export interface Printing {
  sites: readonly NumberedCitation[];
  /** One for each site. */
  citations: readonly RenderedCitation[];
  /** The style's word for a work cited right before. */
  ibid: string;
  /** How many citations of the manuscript come before these. */
  first: number;
}

/** Puts what was printed in the places of the citations, all of `root`. */
export function printAll(
  root: Root,
  { sites, citations, ibid, first }: Printing,
  placing: Placing,
): PlacedCitation[] {
  const placed: PlacedCitation[] = [];
  const byNode = new Map<Citation, Printed>();
  citations.forEach((citation, index) => {
    const site = sites[index];
    if (!site) return;
    const shown = visible(citation, site, placing);
    const { note, position, text, html } = shown;
    const keys = site.node.items.map(({ key }) => key);
    placed.push({ note, position, keys, text, html, source: site.node.position });
    const id = placing.lists?.backReferences && citationId(first + index + 1);
    byNode.set(site.node, printedAs(site, shown, { style: placing.style, ibid, id }));
  });
  replaceCitations(root, (citation) => byNode.get(citation));
  untangleLinks(root);
  return placed;
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
