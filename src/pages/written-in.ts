import type { Element, Nodes } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { stripMarkers } from '../typography/markers.js';

/** The formula of a TeX. */
export function formulaIn(nodes: readonly Nodes[], tex: string): Element | undefined {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    if (node.tagName === 'math' && node.properties.alttext === tex) return node;
    const found = formulaIn(node.children, tex);
    if (found) return found;
  }
  return undefined;
}

/** Where the innermost node that holds a word is written. */
export function placeOfWord(nodes: readonly Nodes[], word: string): Nodes['position'] {
  const holder = nodes.find((node) => stripMarkers(textOf(node)).includes(stripMarkers(word)));
  if (!holder) return undefined;
  const inside = 'children' in holder ? placeOfWord(holder.children, word) : undefined;
  return inside ?? holder.position;
}
