import type { Point } from 'unist';

/** Lines that stand elsewhere in another text, from the line of their first on. */
export interface Piece {
  /** Line on which it begins, from 1. */
  line: number;
  /** Added to lines and UTF-16 offsets. */
  lines: number;
  offsets: number;
}

/**
 * Moves every point below `value` that stands in one of the pieces, in place, those that several
 * nodes share once.
 *
 * @param pieces By their lines.
 */
export function movePieces(value: unknown, pieces: readonly Piece[], moved: Set<object>): void {
  if (typeof value !== 'object' || value === null || moved.has(value)) return;
  moved.add(value);
  if (isPoint(value)) {
    const piece = pieces.findLast(({ line }) => line <= value.line);
    if (!piece) return;
    value.line += piece.lines;
    if (value.offset !== undefined) value.offset += piece.offsets;
    return;
  }
  for (const child of Object.values(value)) movePieces(child, pieces, moved);
}

function isPoint(value: object): value is Point {
  const { line, column } = value as Partial<Point>;
  return typeof line === 'number' && typeof column === 'number';
}
