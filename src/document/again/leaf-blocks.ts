import type { Element, Nodes } from 'hast';
import { isBlock } from '../blocks.js';

/** The number that follows on the last leaf block of some nodes; undefined where they hold none. */
export function blockAfter(nodes: readonly Nodes[]): number | undefined {
  for (let index = nodes.length - 1; index >= 0; index -= 1) {
    const last = lastBlock(nodes[index] as Nodes);
    if (last >= 0) return last + 1;
  }
  return undefined;
}

/** The highest number, -1 without one. */
function lastBlock(node: Nodes): number {
  if (!isBlock(node)) return -1;
  const own = Number(node.properties.dataBlock ?? -1);
  return Math.max(own, ...node.children.map(lastBlock));
}

/** Copies of nodes whose leaf blocks have higher numbers; what is no block is shared. */
export function withHigherBlocks<Node extends Nodes>(nodes: readonly Node[], by: number): Node[] {
  return nodes.map((node) => (isBlock(node) ? (raised(node, by) as Node) : node));
}

function raised(element: Element, by: number): Element {
  const { dataBlock } = element.properties;
  return {
    ...element,
    properties:
      dataBlock === undefined
        ? element.properties
        : { ...element.properties, dataBlock: Number(dataBlock) + by },
    children: withHigherBlocks(element.children, by),
  };
}
