import type { Nodes, PhrasingContent, RootContent } from 'mdast';

/** A node that holds nodes. */
export interface MarkdownParent {
  type: string;
  children: RootContent[];
}

export function isParent(node: unknown): node is MarkdownParent {
  return Array.isArray((node as MarkdownParent).children);
}

const flowParents = new Set([
  'root',
  'blockquote',
  'listItem',
  'footnoteDefinition',
  'note',
  'containerDirective',
  'definitionDescription',
]);

/** Whether a node's content is blocks. For an `htmlElement` its own content tells. */
export function holdsFlow(parent: MarkdownParent): boolean {
  return flowParents.has(parent.type);
}

const phrasingTypes = new Set<string>([
  'break',
  'citation',
  'delete',
  'emphasis',
  'footnoteReference',
  'formula',
  'image',
  'imageReference',
  'inlineCode',
  'link',
  'linkReference',
  'note',
  'strong',
  'text',
]);

const phrasingElements = new Set(
  (
    'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q ruby rb rt rp rtc s samp small ' +
    'span strong sub sup time u var wbr'
  ).split(' '),
);

export function isPhrasingElement(tagName: string): boolean {
  return phrasingElements.has(tagName);
}

export function isPhrasing(node: RootContent): node is PhrasingContent {
  if (node.type === 'htmlElement') return isPhrasingElement(node.data.hName);
  return phrasingTypes.has(node.type);
}

/**
 * Replaces each child of each parent by what `replace` gives for it, children before parents.
 * Citations' prefixes and suffixes are visited as well.
 */
export function mapChildren(
  parent: MarkdownParent,
  replace: (node: RootContent, parent: MarkdownParent) => RootContent[],
): void {
  const children: RootContent[] = [];
  for (const node of parent.children) {
    descend(node, (inner) => mapChildren(inner, replace));
    children.push(...replace(node, parent));
  }
  parent.children = children;
}

/** Replaces the list of children of each parent, those of children first. */
export function mapLists(
  parent: MarkdownParent,
  replace: (children: readonly RootContent[]) => RootContent[],
): void {
  for (const node of parent.children) descend(node, (inner) => mapLists(inner, replace));
  parent.children = replace(parent.children);
}

/** Calls `visit` for each list of nodes right below `node`. */
export function descend(node: Nodes | RootContent, visit: (parent: MarkdownParent) => void): void {
  if (isParent(node)) visit(node);
  if (node.type === 'citation') {
    for (const item of node.items) {
      for (const affix of ['prefix', 'suffix'] as const) {
        const holder: MarkdownParent = { type: affix, children: item[affix] };
        visit(holder);
        item[affix] = holder.children as PhrasingContent[];
      }
    }
  }
}
