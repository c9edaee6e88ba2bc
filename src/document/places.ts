import type { Nodes } from 'hast';
import type { Place } from '../diagnostics/diagnostic.js';

/** The files of a publication as diagnostics show them. */
export interface ShownFiles {
  manuscript: string;
  colophon?: string;
  /** Where the front matter says what stands above the text, as far as it is known. */
  opening?: Place;
}

/** Where a node stands in its file. */
export function placeOf(node: Pick<Nodes, 'position'>, file: string): Place {
  const start = node.position?.start;
  return start ? { file, line: start.line, column: start.column } : { file };
}
