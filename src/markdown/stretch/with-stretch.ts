import type { Diagnostic, Place } from '../../diagnostics/diagnostic.js';
import type { SourceText } from '../../publication/publication.js';
import type { ManuscriptText } from '../parse.js';
import type { SourceBlock, SourceDefinitions } from '../source-blocks.js';
import type { Stretch } from './find-stretch.js';
import { movedBlock } from './moved-places.js';
import type { ReadStretch } from './read-stretch.js';

/** What is known of a manuscript's new version, once a stretch of it was read again. */
export function withStretch(
  { blocks, definitions, findings }: ManuscriptText,
  { text, shown }: SourceText,
  stretch: Stretch,
  again: ReadStretch,
): ManuscriptText {
  const { from, to, oldEnd, newEnd, linesMore } = stretch;
  const after = { lines: linesMore, offsets: newEnd - oldEnd };
  const move = (block: SourceBlock) => (block.start < oldEnd ? block : movedBlock(block, after));
  return {
    text,
    blocks: [...blocks.slice(0, from), ...again.blocks, ...blocks.slice(to).map(move)],
    definitions: movedDefinitions(definitions, move),
    findings: { ...findings, text: movedFindings(findings.text, stretch, shown) },
  };
}

function movedDefinitions(
  { links, notes, nested }: SourceDefinitions,
  move: (block: SourceBlock) => SourceBlock,
): SourceDefinitions {
  const moved = (all: Map<string, SourceBlock>) =>
    new Map([...all].map(([label, block]) => [label, move(block)]));
  return { links: moved(links), notes: moved(notes), nested };
}

/** Findings of a manuscript, of which those after a stretch name the lines of its new version. */
export function movedFindings(
  findings: readonly Diagnostic[],
  stretch: Pick<Stretch, 'oldNextLine' | 'linesMore'>,
  file: string,
): Diagnostic[] {
  return findings.map((finding) => movedPlace(finding, stretch, file));
}

/** What stands at a place of a manuscript; after a stretch, at a line of its new version. */
export function movedPlace<At extends { place: Place }>(
  at: At,
  { oldNextLine, linesMore }: Pick<Stretch, 'oldNextLine' | 'linesMore'>,
  file: string,
): At {
  const { place } = at;
  if (linesMore === 0 || place.file !== file || (place.line ?? 0) < oldNextLine) return at;
  return { ...at, place: { ...place, line: (place.line ?? 0) + linesMore } };
}
