import type { RootContent } from 'mdast';
import type { Citation, Note } from '../../markdown/nodes.js';
import { descend, type MarkdownParent } from '../../markdown/tree.js';

/** A citation, and what it stands in. */
export interface CitationSite {
  node: Citation;
  /** The note written by the author that it stands in. */
  note?: Note;
}

export type Stop = { kind: 'note'; node: Note } | ({ kind: 'citation' } & CitationSite);

/** Notes at their calls and citations, in the order they are read. */
export function stopsOf(children: readonly RootContent[]): Stop[] {
  const stops: Stop[] = [];
  const walk = (parent: Pick<MarkdownParent, 'children'>, note?: Note): void => {
    for (const node of parent.children) visit(node, note);
  };
  const visit = (node: RootContent, note?: Note): void => {
    if (node.type === 'citation') {
      stops.push({ kind: 'citation', node, note });
    } else if (node.type === 'note') {
      stops.push({ kind: 'note', node });
      walk(node, node);
    } else {
      descend(node, (inner) => walk(inner, note));
    }
  };
  for (const node of children) visit(node);
  return stops;
}
