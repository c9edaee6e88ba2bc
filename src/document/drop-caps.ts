import type { Element, Root } from 'hast';

/** Paragraphs that begin with an initial over several lines: the text's first, or each chapter's. */
export type DropCaps = 'text' | 'chapters';

/** Those paragraphs. Chapters begin with headings of the highest level. */
export function initialParagraphs({ children }: Pick<Root, 'children'>, at: DropCaps): Element[] {
  const found: Element[] = [];
  let awaited = true;
  for (const child of children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'h2') awaited ||= at === 'chapters';
    if (!awaited || child.tagName !== 'p') continue;
    found.push(child);
    awaited = false;
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
