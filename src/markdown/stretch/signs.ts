import { mark as captionMark } from '../blocks/table-captions.js';
import type { SourceBlock } from '../source-blocks.js';

/** Blocks that one stretch of text makes, whatever stands around it. */
const plainTypes: ReadonlySet<string> = new Set([
  'blockquote',
  'code',
  'list',
  'paragraph',
  'table',
  'thematicBreak',
]);

export const isPlain = ({ type }: SourceBlock) => plainTypes.has(type);

/** Whether nothing of a block is left open where a heading follows. */
export function endsAtHeading({ type }: SourceBlock): boolean {
  return type === 'list' || type === 'blockquote' || type === 'table' || type === 'paragraph';
}

/** Whether nothing stands before a block on its line, not even space. */
export function startsLine(text: string, { start }: SourceBlock): boolean {
  return start === 0 || /[\r\n]/.test(text[start - 1] ?? '');
}

/** A heading whose end is that of its line, unlike one that an underline makes. */
export function isHeadingLine(text: string, { type, start, line, endLine }: SourceBlock): boolean {
  return type === 'heading' && line === endLine && text[start] === '#';
}

/** A container's or leaf's directive, or a definition, at the beginning of a line. */
const directiveOrDefinition = /^[ \t>*+\-\d.)]*(?::{2}|[:~](?:[ \t]|$))/m;

/** Whether lines may hold what is read with regard to text before or after them, or changes how that is read. */
export function mayMeanMore(text: string): boolean {
  return directiveOrDefinition.test(text);
}

/** Whether a stretch would be read as part of what stands before it, or the lines before it with regard to it. */
export function startsOddly(text: string): boolean {
  const first = text.split(/\r\n|\r|\n/).find((line) => !/^[ \t]*$/.test(line)) ?? '';
  return /^[\s\uFEFF]|^[ \t>]*\|/.test(first);
}

/** A table, or what may be the caption of one: neither is read without the other. */
export function isCaptionLike(text: string, { type, start }: SourceBlock): boolean {
  return type === 'table' || captionMark.test(text.slice(start, start + 40));
}
