import type { Element, Nodes, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { headings, plainText } from './contents.js';
import { isNoteCall } from './note-calls.js';
import type { Ids } from './slugs.js';

function elementsOf(trees: readonly Nodes[]): Element[] {
  const found: Element[] = [];
  for (const tree of trees) {
    visit(tree, 'element', (element: Element) => {
      if (!isNoteCall(element)) found.push(element);
    });
  }
  return found;
}

/**
 * Citations and entries of lists have their ids from Octavo. No manuscript can write `data-key` and
 * `data-keys` itself: its raw HTML keeps no such attributes.
 */
const isNamed = ({ properties: { dataKey, dataKeys } }: Element) =>
  dataKey !== undefined || dataKeys !== undefined;

/** Cells name the header cells that head them by id. */
function followRenamed({ properties }: Element, ids: Ids): void {
  if (!Array.isArray(properties.headers)) return;
  const known = properties.headers.map((id) => ids.meant(String(id)));
  properties.headers = known.filter((id) => id !== undefined);
  if (properties.headers.length === 0) delete properties.headers;
}

/**
 * Gives every heading an id, and every other element that has one an id that no other has: first
 * those that the manuscript names itself, then the headings' by their text.
 */
export function settleIds(trees: readonly Root[], ids: Ids): void {
  const elements = elementsOf(trees);
  for (const element of elements) {
    if (isNamed(element) && element.properties.id) ids.take(String(element.properties.id));
  }
  let ordinal = 0;
  for (const element of elements) {
    const { properties } = element;
    if (isNamed(element) || typeof properties.id !== 'string') continue;
    ordinal += 1;
    properties.id = ids.forOwn(properties.id, ordinal);
  }
  for (const element of elements) followRenamed(element, ids);
  for (const tree of trees) {
    headings(tree).forEach((heading, index) => {
      heading.properties.id ??= ids.forHeading(plainText(heading), index + 1);
    });
  }
}
