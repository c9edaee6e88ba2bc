import type { Image, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Figure } from '../nodes.js';
import { parsePhrasing } from '../parser.js';
import { holdsFlow, mapChildren } from '../tree.js';

/**
 * A paragraph that holds one image and nothing else is a figure. Its caption is the image's title
 * where it has one (the text in brackets is then the alternative text); else, as in pandoc, the
 * text in brackets, which is the alternative text as well. Without either: a bare image.
 */
export function figures(root: Root): void {
  mapChildren(root, (node, parent) => {
    const image = onlyImage(node);
    const inFlow = holdsFlow(parent) || parent.type === 'htmlElement';
    const caption = image && inFlow ? captionOf(image) : [];
    return image && caption.length > 0 ? [figureOf(image, caption)] : [node];
  });
  // An image in a line has its text as alternative text only.
  visit(root, 'image', (image) => {
    delete image.data?.label;
  });
}

/** The image of a paragraph that holds nothing else. */
export function onlyImage(node: RootContent): Image | undefined {
  if (node.type !== 'paragraph' || node.children.length !== 1) return undefined;
  const [image] = node.children;
  return image?.type === 'image' ? image : undefined;
}

function captionOf({ title, alt, data, position }: Image): PhrasingContent[] {
  if (title) return parsePhrasing(title, position);
  if (data?.label) return data.label;
  return alt ? [{ type: 'text', value: alt, position }] : [];
}

function figureOf(image: Image, caption: PhrasingContent[]): Figure {
  image.title = null;
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
    data: { hName: 'figure' },
    position: image.position,
  };
}
