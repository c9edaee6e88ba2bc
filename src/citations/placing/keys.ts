import type { Root, RootContent } from 'mdast';
import { nearest } from '../../diagnostics/nearest.js';
import type { Report } from '../../diagnostics/report.js';
import type { Citation, CitationItem, HtmlElement } from '../../markdown/nodes.js';
import { placeOf } from '../../markdown/places.js';
import { mapChildren } from '../../markdown/tree.js';
import { citableKeys, worksCitedBy } from '../bibliography/sets.js';
import { asTyped, keyAsTyped, unknownAsTyped } from '../locators/affixes.js';
import type { Bibliography } from '../types.js';

/**
 * Leaves only citations whose works are all in the bibliography. An unknown work of a bracketed
 * citation is an error, and stays visible as `[@key?]`; an unknown `@name` in a sentence stays the
 * text it may have been meant as. A set is cited as its works.
 */
export function resolveKeys(
  root: Root,
  bibliography: Bibliography,
  file: string,
  report: Report,
): void {
  const advice = (key: string) => {
    const near = nearest(key, citableKeys(bibliography));
    return near === undefined ? '' : `, or write @${near}`;
  };
  const worksOf = (item: CitationItem) => worksCited(item, worksCitedBy(item.key, bibliography));
  const missing = (item: CitationItem, node: Citation): HtmlElement => {
    report.add('citation/unknown-key', placeOf(item.position ? item : node, file), {
      message: `The bibliography has no work with the key “${item.key}”`,
      remedy: `Add it to the bibliography${advice(item.key)}`,
    });
    return {
      type: 'htmlElement',
      children: [{ type: 'text', value: `[${unknownAsTyped(item)}]`, position: item.position }],
      data: { hName: 'span', hProperties: { className: ['citation-missing'] } },
      position: item.position,
    };
  };
  const narrative = (node: Citation, first: CitationItem): RootContent[] => {
    report.add('citation/unknown-handle', placeOf(node, file), {
      message: `No work has the key of ${keyAsTyped(first)}: it is left as text`,
      remedy: `Write \\${keyAsTyped(first)} where it is meant as text; add a work to the bibliography where it is not${advice(first.key)}`,
    });
    const { position, items } = node;
    if (items.length === 1) return [{ type: 'text', value: asTyped(node), position }];
    const rest: Citation = { ...node, narrative: false, items: items.slice(1) };
    const alone = asTyped({ ...node, items: [first] });
    return [{ type: 'text', value: `${alone} `, position }, ...replace(rest)];
  };
  const replace = (node: RootContent): RootContent[] => {
    if (node.type !== 'citation') return [node];
    const [first] = node.items;
    if (node.narrative && first && worksOf(first).length === 0) return narrative(node, first);
    const known = node.items.flatMap(worksOf);
    const unknown = node.items.filter((item) => worksOf(item).length === 0);
    if (unknown.length === 0) return [{ ...node, items: known }];
    const cited: RootContent[] =
      known.length > 0
        ? [
            { ...node, items: known },
            { type: 'text', value: ' ' },
          ]
        : [];
    return [...cited, ...unknown.map((item) => missing(item, node))];
  };
  mapChildren(root, replace);
}

/** The works that an item cites: what is written before it stands before the first, and so on. */
function worksCited(item: CitationItem, keys: readonly string[]): CitationItem[] {
  return keys.map((key, index) => ({
    ...item,
    key,
    prefix: index === 0 ? item.prefix : [],
    suffix: index === keys.length - 1 ? item.suffix : [],
  }));
}
