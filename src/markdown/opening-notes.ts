import type { Paragraph } from 'mdast';
import type { Position } from 'unist';
import { visit } from 'unist-util-visit';
import type { Place } from '../diagnostics/diagnostic.js';
import { Report } from '../diagnostics/report.js';
import type { SourceText } from '../publication/publication.js';
import type { NoteOwner, OpeningNotes } from './nodes.js';
import { parseManuscript } from './parse.js';
import { placeAt } from './parser.js';

/** A note of the front matter, as it was written. */
export interface WrittenNote {
  of: NoteOwner;
  /** Markdown. */
  text: string;
  place: Place;
}

/**
 * The notes of the front matter as marked notes. What is wrong in one is told at the place of its
 * field.
 *
 * @returns nothing where there are none
 */
export function openingNotes(
  written: readonly WrittenNote[],
  manuscript: SourceText,
  report: Report,
): OpeningNotes | undefined {
  const children = written.flatMap((note) => paragraphOf(note, manuscript, report));
  return children.length > 0 ? { type: 'openingNotes', children } : undefined;
}

function paragraphOf(
  { of, text, place }: WrittenNote,
  manuscript: SourceText,
  report: Report,
): Paragraph[] {
  const findings = new Report();
  const source = `[^*]\n\n[^*]: ${text.replaceAll('\n', '\n    ')}\n`;
  const root = parseManuscript({ ...manuscript, text: source }, 1, findings);
  for (const { rule, message, remedy } of findings.diagnostics) {
    report.add(rule, place, { message, remedy });
  }
  placeAt(root, positionOf(place, manuscript));
  visit(root, 'note', (note) => {
    note.of = of;
    delete note.label;
  });
  return root.children.flatMap((child) => (child.type === 'paragraph' ? [child] : []));
}

/** Nodes carry places of the manuscript only: a field may stand in another file. */
function positionOf(
  { file, line, column = 1 }: Place,
  { shown }: SourceText,
): Position | undefined {
  if (file !== shown || line === undefined) return undefined;
  return { start: { line, column }, end: { line, column } };
}
