import type { Root } from 'mdast';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { Report } from '../../diagnostics/report.js';
import type { SourceText } from '../../publication/publication.js';
import { type ManuscriptText, readText } from '../parse.js';
import type { SourceBlock } from '../source-blocks.js';
import type { Stretch } from './find-stretch.js';
import { movedBlock, movePieces, type Piece, pieceWith } from './moved-places.js';
import { endsAtHeading, isCaptionLike, isPlain, mayMeanMore, startsLine } from './signs.js';

/** A stretch as it was read: places are those of the whole text. */
export interface ReadStretch {
  /** Its blocks, after the link definitions of the whole text. */
  root: Root;
  blocks: SourceBlock[];
}

const noteCall = /\[\^((?:\\.|[^\]\\\s])+)\]/g;

/**
 * Reads a stretch of a manuscript with what it refers to, and no more.
 *
 * @param text The new version.
 * @returns undefined where it cannot be read for itself, or where there is something to tell of it
 */
export function readStretch(
  read: ManuscriptText,
  source: SourceText,
  stretch: Stretch,
): ReadStretch | undefined {
  const written = source.text.slice(stretch.start, stretch.newEnd);
  const definitions = definitionsFor(read, written);
  if (!definitions) return undefined;
  const { text, pieces, own } = composed(read.text, definitions, written, stretch);
  const report = new Report();
  const parsed = readText({ ...source, text }, report);
  if (report.diagnostics.length > 0) return undefined;
  const defined = parsed.blocks.slice(0, definitions.length);
  const blocks = parsed.blocks.slice(definitions.length);
  const isAsDefined = defined.every(({ type }, index) => type === definitions[index]?.type);
  const { links, notes, nested } = parsed.definitions;
  const isWhole = !nested && links.size + notes.size === definitions.length && isAsDefined;
  if (!isWhole || !blocks.every((block) => isPlain(block) && block.start >= own)) return undefined;
  if (!isClosed(text, blocks, stretch)) return undefined;
  movePieces(parsed.root, pieces, new Set());
  return {
    root: parsed.root,
    blocks: blocks.map((block) => movedBlock(block, pieceWith(block.line, pieces))),
  };
}

/** Those that a text may refer to: of link definitions all; undefined where notes call other notes. */
function definitionsFor(
  { text, definitions }: ManuscriptText,
  written: string,
): SourceBlock[] | undefined {
  if (definitions.nested) return undefined;
  const notes = new Set<SourceBlock>();
  for (const [, label = ''] of written.matchAll(noteCall)) {
    const note = definitions.notes.get(normalizeIdentifier(label).toLowerCase());
    if (note) notes.add(note);
  }
  const found = [...definitions.links.values(), ...notes];
  const areAlone = found.every((block) => {
    const lines = text.slice(block.start, block.end);
    return startsLine(text, block) && !lines.includes('[^', 2) && !mayMeanMore(lines);
  });
  return areAlone ? found : undefined;
}

/** The definitions, each with a blank line after it, and the stretch. */
function composed(
  old: string,
  definitions: readonly SourceBlock[],
  written: string,
  { start, line, oldEnd, newEnd, linesMore }: Stretch,
): { text: string; pieces: Piece[]; own: number } {
  const pieces: Piece[] = [];
  let [text, at] = ['', 1];
  for (const block of definitions) {
    const isAfter = block.start >= oldEnd;
    const from = block.start + (isAfter ? newEnd - oldEnd : 0);
    pieces.push({
      line: at,
      lines: block.line + (isAfter ? linesMore : 0) - at,
      offsets: from - text.length,
    });
    text += `${old.slice(block.start, block.end)}\n\n`;
    at += block.endLine - block.line + 2;
  }
  pieces.push({ line: at, lines: line - at, offsets: start - text.length });
  return { text: text + written, pieces, own: text.length };
}

/** Whether nothing is open at the end: a paragraph is, but for the blank line after it. */
function isClosed(
  text: string,
  blocks: readonly SourceBlock[],
  { isLast, endsBeforeHeading }: Stretch,
): boolean {
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (!first || !last || isCaptionLike(text, first)) return false;
  if (isLast) return true;
  if (endsBeforeHeading && endsAtHeading(last)) return true;
  return last.type === 'paragraph' && !isCaptionLike(text, last);
}
