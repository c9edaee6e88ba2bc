import type { Image, PhrasingContent, Root, RootContent } from 'mdast';
import type { Position } from 'unist';
import { visit } from 'unist-util-visit';
import type { Figure } from '../nodes.js';
import { labelOf } from '../notes/collect-definitions.js';
import { moveTo, parsePhrasing, placeAt } from '../parser.js';
import { pointAfter } from '../places.js';
import { holdsFlow, type MarkdownParent, mapChildren } from '../tree.js';

/**
 * A paragraph that holds one image and nothing else is a figure. Its caption is the image's title
 * where it has one (the text in brackets is then the alternative text); else, as in pandoc, the
 * text in brackets, which is the alternative text as well. Without either: a bare image. Its id
 * and classes are the figure's.
 */
export function figures(root: Root, source: string): void {
  let stubs: string | undefined;
  const titleOf = ({ title, position }: Image): PhrasingContent[] => {
    stubs ??= definitionStubs(root);
    const nodes = parsePhrasing(title ?? '', stubs);
    placeTitle(nodes, title ?? '', position, source);
    return nodes;
  };
  mapChildren(root, (node, parent) => {
    const image = imageAlone(node, parent);
    const caption = image ? captionOf(image, titleOf) : [];
    return image && caption.length > 0 ? [figureOf(image, caption)] : [node];
  });
  // An image in a line has its text as alternative text only.
  visit(root, 'image', (image) => {
    delete image.data?.label;
  });
}

function imageAlone(node: RootContent, parent: MarkdownParent): Image | undefined {
  if (parent.type === 'leafDirective') {
    return node.type === 'image' && parent.children.length === 1 ? node : undefined;
  }
  if (node.type !== 'paragraph' || node.children.length !== 1 || !holdsFlow(parent)) {
    return undefined;
  }
  const [image] = node.children;
  return image?.type === 'image' ? image : undefined;
}

function captionOf(image: Image, titleOf: (image: Image) => PhrasingContent[]): PhrasingContent[] {
  const { title, alt, data, position } = image;
  if (title) return titleOf(image);
  if (data?.label) return data.label;
  return alt ? [{ type: 'text', value: alt, position }] : [];
}

/**
 * Gives what was read from a title its place in the manuscript: that of the image, of no length,
 * where it is written otherwise than it is read.
 */
function placeTitle(
  nodes: readonly PhrasingContent[],
  title: string,
  position: Position | undefined,
  source: string,
): void {
  if (!position) return;
  const { start, end } = position;
  const written = source.slice(start.offset, end.offset);
  const index = written.lastIndexOf(title);
  for (const node of nodes) {
    if (index < 0) placeAt(node, { start, end: start });
    else moveTo(node, pointAfter(start, written, index));
  }
}

/** What makes a parser know the labels of notes and links that titles may use. */
function definitionStubs(root: Root): string {
  const stubs: string[] = [];
  visit(root, (node) => {
    if (node.type === 'footnoteDefinition') stubs.push(`[^${labelOf(node)}]: x`);
    if (node.type === 'definition') stubs.push(`[${labelOf(node)}]: x`);
  });
  return stubs.join('\n\n');
}

function figureOf(image: Image, caption: PhrasingContent[]): Figure {
  image.title = null;
  const { id, className, ...own } = image.data?.hProperties ?? {};
  if (image.data?.hProperties) image.data.hProperties = own;
  const names = { ...(id !== undefined && { id }), ...(className !== undefined && { className }) };
  return {
    type: 'figure',
    children: [
      image,
      {
        type: 'figureCaption',
        children: caption,
        data: { hName: 'figcaption' },
        position: image.position,
      },
    ],
    data: { hName: 'figure', ...(Object.keys(names).length > 0 && { hProperties: names }) },
    position: image.position,
  };
}
