import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';

/** `Figure 1.`, `Tabella 2.3:`: a word and a number with a mark after it. */
const label = /^\s*\p{Lu}\p{L}*\.?[ \u00A0]\d+(?:[.\u2013-]\d+)*[.:](?=\s)/u;

/** Puts the label that a figure's or table's caption begins with into a `span.caption-label`. */
export function markCaptionLabels(tree: Root | Element): void {
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'figcaption' && node.tagName !== 'caption') return;
    const [holder, ...rest] = node.children;
    const isParagraph = holder?.type === 'element' && holder.tagName === 'p';
    const [first] = isParagraph ? holder.children : [holder];
    if (first?.type !== 'text') return;
    const [found] = label.exec(first.value) ?? [];
    if (!found) return;
    const marked = h('span', { class: 'caption-label' }, found);
    const after = { ...first, value: first.value.slice(found.length) };
    if (isParagraph) holder.children.splice(0, 1, marked, after);
    else node.children = [marked, after, ...rest];
  });
}
