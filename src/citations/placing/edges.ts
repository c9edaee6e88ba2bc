import type { RootContent, Text } from 'mdast';
import { isParent } from '../../markdown/tree.js';

/** The text that a citation touches on one side. */
export interface Edge {
  /** Empty at the start or end of a line. */
  text: string;
  /** The node that holds it, where it may be changed. */
  node?: Text;
}

/** Stands for something that is neither text nor a line's end: an image, a note call. */
const object = '\uFFFC';

const none: Edge = { text: '' };

/** What stands last in the nodes before a citation. */
export function edgeBefore(nodes: readonly RootContent[]): Edge {
  return edgeOf(nodes.at(-1), (children) => children.at(-1));
}

/** What stands first in the nodes after a citation. */
export function edgeAfter(nodes: readonly RootContent[]): Edge {
  return edgeOf(nodes[0], (children) => children[0]);
}

type Pick = (children: readonly RootContent[]) => RootContent | undefined;

function edgeOf(node: RootContent | undefined, pick: Pick): Edge {
  if (!node || node.type === 'break') return none;
  if (node.type === 'text') return { text: node.value, node };
  if (node.type === 'inlineCode') return { text: node.value };
  if (node.type === 'note' || !isParent(node)) return { text: object };
  const edge = edgeOf(pick(node.children), pick);
  return isPlaced(node) || edge.text === '' ? { text: edge.text || object } : edge;
}

/** A citation that is placed already is no text of the manuscript. */
function isPlaced(node: RootContent): boolean {
  if (node.type !== 'htmlElement') return false;
  const names = node.data.hProperties.className;
  return Array.isArray(names) && (names.includes('citation') || names.includes('citation-missing'));
}
