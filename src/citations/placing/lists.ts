import type { RootContent } from 'mdast';
import type { HtmlElement } from '../../markdown/nodes.js';
import { isParent } from '../../markdown/tree.js';
import { toPhrasing } from '../rendered/to-phrasing.js';
import type { BibliographyEntry } from '../types.js';
import type { Part } from './parts.js';

/** pandoc's name for the place of the bibliography (`::: {#refs}`). */
const placeName = 'refs';

/** The container in which the manuscript asks for the list of works; the first of several. */
export function placeForList(nodes: readonly RootContent[]): HtmlElement | undefined {
  for (const node of nodes) {
    if (isPlace(node)) return node;
    const inside = isParent(node) ? placeForList(node.children) : undefined;
    if (inside) return inside;
  }
  return undefined;
}

function isPlace(node: RootContent): node is HtmlElement {
  return (
    node.type === 'htmlElement' &&
    node.data.hName === 'div' &&
    node.data.hProperties.id === placeName
  );
}

/** A list of works as a part of the text. */
export function listOf(entries: readonly BibliographyEntry[]): HtmlElement {
  return {
    type: 'htmlElement',
    children: entries.map(entryOf),
    data: {
      hName: 'section',
      hProperties: { className: ['references'], role: 'doc-bibliography' },
    },
  };
}

function entryOf({ id, key, content }: BibliographyEntry): HtmlElement {
  return {
    type: 'htmlElement',
    children: toPhrasing(content, undefined),
    data: { hName: 'p', hProperties: { id, className: ['reference'], dataKey: key } },
  };
}

/** The list at the end of a part: under the heading that the part ends with, else under its own. */
export function appendList(
  part: Part,
  entries: readonly BibliographyEntry[],
  title: { text: string; isAsked: boolean },
): void {
  if (entries.length === 0) return;
  const { innerDepth: depth, children } = part;
  if (title.isAsked || !endsWithHeading(part)) {
    children.push({ type: 'heading', depth, children: [{ type: 'text', value: title.text }] });
  }
  children.push(listOf(entries));
}

/** As pandoc has it, a heading that nothing follows is the bibliography's. */
export function endsWithHeading({
  children,
  heading,
}: Pick<Part, 'children' | 'heading'>): boolean {
  const last = children.at(-1);
  return last?.type === 'heading' && last !== heading;
}
