import type { Element, ElementContent } from 'hast';
import type { Table } from 'mdast';
import { defaultHandlers, type Handlers, type State } from 'mdast-util-to-hast';
import type { DefinitionDescription, TableCaption } from './nodes.js';

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

/** What a term means; the text of a single paragraph stands bare where no blank line sets it off. */
function definitionDescription(state: State, node: DefinitionDescription): Element {
  const paragraphs = node.children.filter(({ type }) => type === 'paragraph');
  const isBare = !node.spread && paragraphs.length === 1;
  const content = state
    .all(node)
    .flatMap((child): ElementContent[] =>
      isBare && child.type === 'element' && child.tagName === 'p' ? child.children : [child],
    );
  const element: Element = { type: 'element', tagName: 'dd', properties: {}, children: content };
  state.patch(node, element);
  return element;
}

/** Handlers that mdast-util-to-hast needs for the trees of `parseManuscript`. */
export const markdownHandlers: Handlers = { definitionDescription, table };
