import type { Point } from 'unist';
import type { SourceBlock } from '../source-blocks.js';

/** How far something has moved in a text. */
export interface Move {
  /** Added to its lines. */
  lines: number;
  /** Added to its UTF-16 offsets. */
  offsets: number;
}

/** Lines that stand elsewhere in another text. */
export interface Piece extends Move {
  /** The first of them, from 1. */
  line: number;
}

/** The piece that holds a line. @param pieces By their lines. */
export function pieceWith(line: number, pieces: readonly Piece[]): Piece | undefined {
  return pieces.findLast((piece) => piece.line <= line);
}

export function movedBlock(
  block: SourceBlock,
  { lines, offsets }: Move = { lines: 0, offsets: 0 },
): SourceBlock {
  const { start, end, line, endLine } = block;
  return {
    ...block,
    start: start + offsets,
    end: end + offsets,
    line: line + lines,
    endLine: endLine + lines,
  };
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
    const piece = pieceWith(value.line, pieces);
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
