import type { Node, Point } from 'unist';
import type { Place } from '../diagnostics/diagnostic.js';

/** Where a node of the manuscript begins, for a diagnostic. */
export function placeOf(node: Pick<Node, 'position'>, file: string): Place {
  const start = node.position?.start;
  return start ? { file, line: start.line, column: start.column } : { file };
}

/** The point `length` UTF-16 units on from `point` through `text`, which starts there. */
export function pointAfter(point: Point, text: string, length: number): Point {
  const passed = text.slice(0, length);
  const lines = passed.split(/\r\n|\r|\n/);
  const last = lines.at(-1) ?? '';
  return {
    line: point.line + lines.length - 1,
    column: (lines.length === 1 ? point.column : 1) + last.length,
    offset: point.offset === undefined ? undefined : point.offset + length,
  };
}
