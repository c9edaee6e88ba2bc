/**
 * Placing citations: every `citation` node of a manuscript becomes a note, or an in-text citation,
 * as the style has it; notes are numbered in the order of their calls.
 */
import type { Root } from 'mdast';
import { nearest } from '../../diagnostics/nearest.js';
import type { Citation } from '../../markdown/nodes.js';
import { placeOf } from '../../markdown/places.js';
import { locatorTerms } from '../locators/terms.js';
import {
  openCitations,
  type RenderedCitation,
  type RenderedCitations,
} from '../open/open-citations.js';
import type { PlacedCitation } from '../types.js';
import { clusterItem, flattenItems } from './items.js';
import { resolveKeys } from './keys.js';
import { untangleLinks } from './links.js';
import { type NumberedCitation, numberNotes } from './numbering.js';
import type { PlacedCitations, Placing } from './options.js';
import { type Printed, replaceCitations } from './place.js';
import { printedAs } from './printed.js';

export type { PlacedCitations, Placing } from './options.js';

/**
 * Changes `root` in place: after it, no `citation` node is left. `note` nodes carry
 * `data: { number, position?, keys? }` (position and keys where the style made the note).
 */
export function placeCitations(root: Root, placing: Placing): PlacedCitations {
  const { bibliography, style, file, report } = placing;
  resolveKeys(root, bibliography, file, report);
  const sites = numberNotes(root, style);
  const rendered = render(sites, placing);
  const placed: PlacedCitation[] = [];
  const byNode = new Map<Citation, Printed>();
  rendered.citations.forEach((citation, index) => {
    const site = sites[index];
    if (!site) return;
    const shown = visible(citation, site, placing);
    const { note, position, text, html } = shown;
    const keys = site.node.items.map(({ key }) => key);
    placed.push({ note, position, keys, text, html, source: site.node.position });
    byNode.set(site.node, printedAs(site, shown, style));
  });
  replaceCitations(root, (citation) => byNode.get(citation));
  untangleLinks(root);
  return { citations: placed, references: rendered.bibliography };
}

function render(sites: NumberedCitation[], placing: Placing): RenderedCitations {
  const { bibliography, style, locale, linkCitations, file, report } = placing;
  const terms = locatorTerms(locale.xmlOf(locale.lang));
  const clusters = sites.map(({ node, number, own }) => ({
    items: flattenItems(node, file, report).map((item) => clusterItem(item, terms)),
    note: number,
    inAuthoredNote: number > 0 && !own,
    narrative: node.narrative,
  }));
  const session = openCitations({ style, locale, items: bibliography, linkCitations });
  return session.cite(clusters, uncitedKeys(placing));
}

function uncitedKeys({ nocite = [], bibliography, file, report }: Placing): string[] {
  return nocite.flatMap((given) => {
    const key = given.normalize('NFC').replace(/^@/, '');
    if (key === '*') return [...bibliography.keys()];
    if (bibliography.has(key)) return [key];
    const near = nearest(key, bibliography.keys());
    report.add(
      'citation/unknown-nocite',
      { file },
      {
        message: `The bibliography has no work with the key '${key}', which nocite lists`,
        remedy: `Add it to the bibliography${near ? `, or did you mean ${near}` : ''}`,
      },
    );
    return [];
  });
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
