import type { Nodes } from 'hast';

/** No manuscript can write `data-note` itself: its raw HTML keeps no such attribute. */
export function isNoteCall(node: Nodes | undefined): boolean {
  return node?.type === 'element' && node.properties.dataNote !== undefined;
}
