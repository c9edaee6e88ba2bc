/**
 * Placing citations: every `citation` node of a manuscript becomes a note, or an in-text citation,
 * as the style has it; notes are numbered in the order of their calls.
 */
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString as plainText } from 'hast-util-to-string';
import type { Root } from 'mdast';
import { nearest } from '../../diagnostics/nearest.js';
import type { Citation } from '../../markdown/nodes.js';
import { placeOf } from '../../markdown/places.js';
import { locatorTerms } from '../locators/terms.js';
import { type RenderingContext, toContent } from '../rendered/to-hast.js';
import { linkWorks } from '../rendered/work-links.js';
import { type PrintedCitations, printCitations } from '../session/session.js';
import type { BibliographyEntry, CitationStyle, PlacedCitation } from '../types.js';
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
  const printed = print(sites, placing);
  const context: RenderingContext = printed;
  const references = referencesOf(printed, context);
  const ids = new Map(references.map(({ key, id }) => [key, id]));
  const placed: PlacedCitation[] = [];
  const byNode = new Map<Citation, Printed>();
  sites.forEach((site, index) => {
    const { html = '', position = 'first' } = printed.clusters[index] ?? {};
    const raw = linkWorks(toContent(html, context), (key) => ids.get(key));
    const content = raw.length > 0 ? raw : unprinted(site, placing);
    const keys = site.node.items.map(({ key }) => key);
    placed.push({
      note: site.number,
      position,
      keys,
      text: textOf(content),
      html: toHtml(content),
      source: site.node.position,
    });
    byNode.set(site.node, printedAs(site, content, position, { placing, terms: printed.terms }));
  });
  replaceCitations(root, (citation) => byNode.get(citation));
  untangleLinks(root);
  return { citations: placed, references };
}

function print(sites: NumberedCitation[], placing: Placing): PrintedCitations {
  const { bibliography, style, locale, linkCitations = false, file, report } = placing;
  const terms = locatorTerms(locale.xmlOf(locale.lang));
  const clusters = sites.map(({ node, number, own }) => {
    const items = flattenItems(node, file, report).map((item) => clusterItem(item, terms));
    const [first] = items;
    if (first && node.narrative && suppressesName(style, number, own)) first.suppressAuthor = true;
    if (first?.prefix && own) first.prefix = capitalised(first.prefix);
    return { items, note: number };
  });
  return printCitations({
    style,
    locale,
    bibliography,
    clusters,
    uncited: uncitedKeys(placing),
    markWorks: linkCitations && style.class === 'in-text' && style.hasBibliography,
  });
}

/** Whether what is printed of a narrative citation leaves out the name, which stands in the sentence. */
function suppressesName(style: CitationStyle, number: number, own: boolean): boolean {
  if (style.class === 'note') return number > 0 && !own;
  return style.format === 'author-date' || style.format === 'author';
}

/** A note starts with a capital: `See Roth, …`. */
function capitalised(text: string): string {
  return text.replace(/^((?:<[a-z]+>)*)(\p{Ll})/u, (_, tags: string, letter: string) => {
    return tags + letter.toUpperCase();
  });
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

function unprinted({ node }: NumberedCitation, { file, report }: Placing): ElementContent[] {
  const keys = node.items.map(({ key }) => key).join(', ');
  // A narrative citation may be all said with its name.
  if (node.narrative) return [];
  report.add('citation/not-printed', placeOf(node, file), {
    message: `The style prints nothing for ${keys}: the key stands in the text instead`,
    remedy: 'Complete the entry in the bibliography (author, title, date)',
  });
  return [{ type: 'text', value: `[${keys}]` }];
}

function referencesOf(
  { bibliography }: PrintedCitations,
  context: RenderingContext,
): BibliographyEntry[] {
  return bibliography.map(({ key, html }, index) => {
    const content = toContent(html, context);
    return { key, id: `ref-${index + 1}`, content, text: textOf(content), html: toHtml(content) };
  });
}

function textOf(children: ElementContent[]): string {
  return plainText({ type: 'root', children });
}
