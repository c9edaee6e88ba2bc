import type { Root, RootContent } from 'mdast';
import { isParent, type MarkdownParent } from '../tree.js';

/** Parents of blocks that breaks at their end are to leave. Notes are none: they begin no page. */
const containers = new Set(['blockquote', 'definitionDescription', 'htmlElement', 'listItem']);

/** Their children alone hold blocks. */
const lists = new Set(['definitionList', 'list']);

/**
 * Moves `::page-break` and `::column-break` that end a container or a list out of it: they are for
 * what follows. Behind an item that is not the last they come to stand before what the next holds.
 */
export function trailingBreaks(root: Root): void {
  moveWithin(root);
}

function moveWithin(parent: MarkdownParent): void {
  const children: RootContent[] = [];
  let moved: RootContent[] = [];
  for (const child of parent.children) {
    if (isParent(child) && containers.has(child.type)) {
      child.children = [...moved, ...child.children];
      moved = [];
    }
    if (holdsBreaks(child)) moveWithin(child);
    children.push(child);
    moved.push(...takeBreaks(child));
    if (!lists.has(parent.type)) children.push(...moved.splice(0));
  }
  // What the last item of a list ends with comes to stand at the list's end, and is taken from there.
  parent.children = [...children, ...moved];
}

const holdsBreaks = (node: RootContent): node is RootContent & MarkdownParent =>
  isParent(node) && (containers.has(node.type) || lists.has(node.type));

/** Takes the breaks off the end of a container or a list. */
function takeBreaks(node: RootContent): RootContent[] {
  if (!holdsBreaks(node)) return [];
  let end = node.children.length;
  while (end > 0 && isBreak(node.children[end - 1] as RootContent)) end -= 1;
  return node.children.splice(end);
}

function isBreak(node: RootContent): boolean {
  if (node.type !== 'htmlElement' || node.children.length > 0) return false;
  const { className } = node.data.hProperties;
  return (
    Array.isArray(className) && className.some((name) => /^(page|column)-break$/.test(`${name}`))
  );
}
