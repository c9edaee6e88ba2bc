import type { Element, ElementContent } from 'hast';
import type { PhrasingContent } from 'mdast';
import type { Position } from 'unist';

/** What the style printed as nodes of the manuscript's tree, all at the place of the citation. */
export function toPhrasing(
  content: readonly ElementContent[],
  position: Position | undefined,
): PhrasingContent[] {
  return content.flatMap((node): PhrasingContent[] => {
    if (node.type === 'text') return [{ type: 'text', value: node.value, position }];
    return node.type === 'element' ? [elementOf(node, position)] : [];
  });
}

function elementOf(node: Element, position: Position | undefined): PhrasingContent {
  const { tagName, properties } = node;
  const children = toPhrasing(node.children, position);
  if (tagName === 'em') return { type: 'emphasis', children, position };
  if (tagName === 'strong') return { type: 'strong', children, position };
  if (tagName === 'a') {
    return { type: 'link', url: String(properties.href ?? ''), children, position };
  }
  return {
    type: 'htmlElement',
    children,
    position,
    data: { hName: tagName, hProperties: properties },
  };
}
