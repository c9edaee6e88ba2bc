import type { Link, PhrasingContent, Root, RootContent } from 'mdast';
import type { Note } from '../../markdown/nodes.js';
import { isParent, type MarkdownParent, mapChildren } from '../../markdown/tree.js';

/** A note call is a link, and so is a URL that a style prints: neither can stand in a link. */
export function untangleLinks(root: Root): void {
  mapChildren(root, (node) => {
    if (node.type !== 'link' && node.type !== 'linkReference') return [node];
    const notes: Note[] = [];
    flatten(node, notes);
    return [node, ...notes];
  });
}

function flatten(link: MarkdownParent, notes: Note[]): void {
  link.children = link.children.flatMap((child): RootContent[] => {
    if (child.type === 'note') {
      notes.push(child);
      return [];
    }
    if (isParent(child)) flatten(child, notes);
    return child.type === 'link' ? ((child as Link).children as PhrasingContent[]) : [child];
  });
}
