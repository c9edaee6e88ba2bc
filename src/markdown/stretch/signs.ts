import { mark as captionMark } from '../blocks/table-captions.js';
import type { SourceBlock } from '../source-blocks.js';

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
