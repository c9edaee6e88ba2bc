import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';

/** Paragraphs that begin with an initial over several lines: the text's first, or each chapter's. */
export type DropCaps = 'text' | 'chapters';

/** Running text other than paragraphs; quotations, boxes, figures and tables stand apart from it. */
const runningText = new Set(['ul', 'ol', 'dl', 'pre', 'div']);

const isRunningText = (element: Element) =>
  runningText.has(element.tagName) && textOf(element).trim() !== '';

/**
 * Those paragraphs. Chapters begin with headings of the highest level; one that begins with a list
 * or a formula has no initial.
 */
export function initialParagraphs({ children }: Pick<Root, 'children'>, at: DropCaps): Element[] {
  const found: Element[] = [];
  let awaited = true;
  for (const child of children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'h2') awaited ||= at === 'chapters';
    if (!awaited) continue;
    if (child.tagName === 'p') found.push(child);
    awaited = child.tagName !== 'p' && !isRunningText(child);
  }
  return found;
}

/** Gives those paragraphs the class that editions set them by. */
export function markDropCaps(root: Root, at: DropCaps): void {
  initialParagraphs(root, at).forEach(addClass);
}

function addClass({ properties }: Element): void {
  const names = Array.isArray(properties.className) ? properties.className : [];
  if (!names.includes('drop-cap')) properties.className = [...names, 'drop-cap'];
}
