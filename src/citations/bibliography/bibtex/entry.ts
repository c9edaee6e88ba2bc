import type { Place } from '../../../diagnostics/diagnostic.js';

/** Fields of an entry by name (in lower case), as written: TeX, braces and all. */
export type Fields = Record<string, string>;

export interface BibtexEntry {
  /** In lower case: `article`. */
  type: string;
  key: string;
  fields: Fields;
  /** Annotations of fields (BibLaTeX's `author+an`), as citation-js has them. */
  annotations?: unknown;
  place: Place;
}

/** Parts of a field's text outside of all braces, cut at a separator. */
export function splitOutsideBraces(text: string, separator: RegExp): string[] {
  const at = new RegExp(separator.source, `${separator.flags}y`);
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '{') depth += 1;
    else if (text[index] === '}') depth -= 1;
    at.lastIndex = index;
    const found = depth === 0 ? at.exec(text) : null;
    if (!found) continue;
    parts.push(text.slice(start, index));
    start = index + found[0].length;
    index = start - 1;
  }
  return [...parts, text.slice(start)];
}
