import type { Root } from 'mdast';
import type { Citation } from '../../markdown/nodes.js';
import type { CitationStyle } from '../types.js';
import { stopsOf } from './sites.js';

/** A citation and the note that it is printed in. */
export interface NumberedCitation {
  node: Citation;
  /** 0 in the text. */
  number: number;
  /** The note is the citation's own, not one that the author wrote. */
  own: boolean;
}

/**
 * Numbers the notes in the order of their calls, those that the style makes and those that the
 * author wrote alike; a note called again keeps its number.
 */
export function numberNotes(root: Root, style: CitationStyle): NumberedCitation[] {
  const byLabel = new Map<string, number>();
  const citations: NumberedCitation[] = [];
  let count = 0;
  for (const stop of stopsOf(root)) {
    if (stop.kind === 'note') {
      const { node } = stop;
      const known = node.label === undefined ? undefined : byLabel.get(node.label);
      if (known === undefined) count += 1;
      const number = known ?? count;
      if (node.label !== undefined) byLabel.set(node.label, number);
      node.data = { ...node.data, number };
    } else if (stop.note) {
      citations.push({ node: stop.node, number: stop.note.data?.number ?? 0, own: false });
    } else {
      const own = style.class === 'note';
      if (own) count += 1;
      citations.push({ node: stop.node, number: own ? count : 0, own });
    }
  }
  return citations;
}
