import type { Element, ElementContent, Root, Text } from 'hast';
import { visit } from 'unist-util-visit';
import { pieceText, type TextBlock, textBlocks } from '../blocks.js';
import { fullWidthSigns, type Stretch } from './signs.js';

/** Signs that share the space between them are set together. */
const besides = /[、。，．：；！？「」『』（）《》〈〉【】〔〕“”‘’—―…‥·]*/;
const besidesBefore = new RegExp(`${besides.source}$`, 'u');
const besidesAfter = new RegExp(`^${besides.source}`, 'u');

const isEastAsian = (lang: string) => /^(zh|ja|yue)\b/i.test(lang);

/**
 * Puts signs that Chinese and Japanese share with Latin, where they are theirs, into elements of
 * the class `full-width`, in place: another font is asked for them than for Latin letters.
 *
 * @param lang Language of the root, a BCP 47 tag.
 */
export function markFullWidth(root: Root | Element, lang: string): void {
  const found = new Map<Text, Stretch[]>();
  for (const block of textBlocks(root, lang)) {
    for (const [node, stretches] of signsIn(block)) found.set(node, stretches);
  }
  if (found.size === 0) return;
  visit(root, 'text', (node, index, parent) => {
    const stretches = found.get(node);
    if (!stretches || !parent || index === undefined) return undefined;
    const parts = partsOf(node.value, stretches);
    parent.children.splice(index, 1, ...parts);
    return index + parts.length;
  });
}

function signsIn({ pieces }: TextBlock): Map<Text, Stretch[]> {
  const found = new Map<Text, Stretch[]>();
  if (!pieces.some((piece) => 'node' in piece && isEastAsian(piece.lang))) return found;
  const all = fullWidthSigns(pieces.map(pieceText).join(''));
  let from = 0;
  for (const piece of pieces) {
    const to = from + pieceText(piece).length;
    if ('node' in piece && isEastAsian(piece.lang)) {
      const { value } = piece.node;
      const own = all
        .filter((sign) => sign.from < to && sign.to > from)
        .map((sign) =>
          widened(value, Math.max(0, sign.from - from), Math.min(value.length, sign.to - from)),
        );
      if (own.length > 0) found.set(piece.node, own);
    }
    from = to;
  }
  return found;
}

function widened(text: string, from: number, to: number): Stretch {
  const before = besidesBefore.exec(text.slice(0, from))?.[0] ?? '';
  const after = besidesAfter.exec(text.slice(to))?.[0] ?? '';
  return { from: from - before.length, to: to + after.length };
}

function partsOf(text: string, stretches: readonly Stretch[]): ElementContent[] {
  const parts: ElementContent[] = [];
  let at = 0;
  const push = (to: number, className?: string) => {
    if (to <= at) return;
    const node: Text = { type: 'text', value: text.slice(at, to) };
    at = to;
    if (!className) parts.push(node);
    else {
      const properties = { className: [className] };
      parts.push({ type: 'element', tagName: 'span', properties, children: [node] });
    }
  };
  for (const { from, to } of stretches) {
    // Two that reach for the same signs are one.
    if (from >= at) push(from);
    push(to, 'full-width');
  }
  push(text.length);
  return parts;
}
