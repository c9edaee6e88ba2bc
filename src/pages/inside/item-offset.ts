import { stripMarkers } from '../../typography/markers.js';
import type { Block } from './galley.js';

/** UTF-16 units of the Document's block that stand before an item of it. */
export function offsetOfItem({ block, index }: { block: Block; index: number }): number {
  if (index === 0) return 0;
  const row = block.rowOffsets[index];
  if (row !== undefined) return row;
  const from = block.points[index - 1]?.from ?? 0;
  if (!block.element.classList.contains('octavo-set')) return from;
  const before = stripMarkers(block.text.slice(0, from)).replaceAll('\u2028', '').length;
  return Math.max(0, before - block.added);
}
