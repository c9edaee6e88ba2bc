import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { type Note, noteLabel } from '../../document/document.js';

const blockNames = /^(p|div|ul|ol|dl|blockquote|pre|table|figure|h[1-6]|hr|section)$/;

export const isBlock = (node: ElementContent | undefined): node is Element =>
  node?.type === 'element' && blockNames.test(node.tagName);

/** The note as pages show it: its number, which leads back to the call, and its content. */
export function noteElement(note: Note): Element {
  const { id, callIds, content, mark } = note;
  const href = callIds[0] === undefined ? undefined : `#${callIds[0]}`;
  const marked = mark === undefined ? '' : ' marked';
  const label = h('a', { class: `note-number${marked}`, href }, noteLabel(note));
  const [first, ...rest] = structuredClone(content);
  const blocks = isBlock(first)
    ? first.tagName === 'p'
      ? [{ ...first, children: [label, ...first.children] }, ...rest]
      : [h('p', [label]), first, ...rest]
    : [h('p', [label, ...(first ? [first] : []), ...rest])];
  return h('div', { class: `note${marked}`, id }, blocks);
}
