import type { Diagnostic, Place } from '../../diagnostics/diagnostic.js';
import type { ManuscriptText } from '../parse.js';
import type { SourceBlock, SourceDefinitions } from '../source-blocks.js';
import type { Stretch } from './find-stretch.js';
import type { ReadStretch } from './read-stretch.js';

/** What is known of a manuscript's new version, once a stretch of it was read again. */
export function withStretch(
  { blocks, definitions, findings }: ManuscriptText,
  text: string,
  stretch: Stretch,
  again: ReadStretch,
): ManuscriptText {
  const { from, to } = stretch;
  const move = (block: SourceBlock) => movedBlock(block, stretch);
  return {
    text,
    blocks: [...blocks.slice(0, from), ...again.blocks, ...blocks.slice(to).map(move)],
    definitions: movedDefinitions(definitions, move),
    findings: { ...findings, text: movedFindings(findings.text, stretch) },
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

function movedBlock(
  block: SourceBlock,
  { oldEnd, newEnd, linesMore }: Pick<Stretch, 'oldEnd' | 'newEnd' | 'linesMore'>,
): SourceBlock {
  if (block.start < oldEnd) return block;
  const { start, end, line, endLine } = block;
  const by = newEnd - oldEnd;
  return {
    ...block,
    start: start + by,
    end: end + by,
    line: line + linesMore,
    endLine: endLine + linesMore,
  };
}

/** Findings of a manuscript, of which those after a stretch name the lines of its new version. */
export function movedFindings(
  findings: readonly Diagnostic[],
  stretch: Pick<Stretch, 'oldNextLine' | 'linesMore'>,
  file = findings[0]?.place.file,
): Diagnostic[] {
  return findings.map((finding) => movedPlace(finding, stretch, file));
}

/** What stands at a place of a manuscript; after a stretch, at a line of its new version. */
export function movedPlace<At extends { place: Place }>(
  at: At,
  { oldNextLine, linesMore }: Pick<Stretch, 'oldNextLine' | 'linesMore'>,
  file: string | undefined,
): At {
  const { place } = at;
  if (linesMore === 0 || place.file !== file || (place.line ?? 0) < oldNextLine) return at;
  return { ...at, place: { ...place, line: (place.line ?? 0) + linesMore } };
}
