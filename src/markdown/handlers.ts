import type { Table } from 'mdast';
import { defaultHandlers, type Handlers, type State } from 'mdast-util-to-hast';
import type { TableCaption } from './nodes.js';

function isCaption(node: { type: string } | undefined): node is TableCaption {
  return node?.type === 'tableCaption';
}

/** mdast-util-to-hast's table, with the caption that stands before its rows. */
function table(state: State, node: Table) {
  const [caption] = node.children as (Table['children'][number] | TableCaption)[];
  if (!isCaption(caption)) return defaultHandlers.table(state, node);
  // Before the rows: notes of the caption come before theirs.
  const children = state.all(caption);
  const element = defaultHandlers.table(state, { ...node, children: node.children.slice(1) });
  element.children.unshift({
    type: 'element',
    tagName: 'caption',
    properties: {},
    children,
    position: caption.position,
  });
  return element;
}

/** Handlers that mdast-util-to-hast needs for the trees of `parseManuscript`. */
export const markdownHandlers: Handlers = { table };
