import type { Element, Nodes } from 'hast';
import { visit } from 'unist-util-visit';
import type { OctavoDocument } from './document.js';
import { isNoteCall } from './note-calls.js';

/** A stretch of a block's text: one that is alike on paper and elsewhere, or one that is not. */
interface Stretch {
  length: number;
  /** What stands in its place elsewhere may be longer or shorter. */
  varies: boolean;
}

function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}

/** Said on paper alone. */
const isPageNumber = (element: Element) => hasClass(element, 'page-number');

const varies = (element: Element) => isNoteCall(element) || hasClass(element, 'back-references');

function lengthOf(tree: Nodes): number {
  let length = 0;
  visit(tree, 'text', ({ value }: { value: string }) => {
    length += value.length;
  });
  return length;
}

function stretchesOf(children: readonly Nodes[]): (Stretch | 'page number')[] {
  return children.flatMap((child): (Stretch | 'page number')[] => {
    if (child.type === 'text') return [{ length: child.value.length, varies: false }];
    if (child.type !== 'element') return [];
    if (isPageNumber(child)) return [{ length: lengthOf(child), varies: true }, 'page number'];
    if (varies(child)) return [{ length: lengthOf(child), varies: true }];
    return stretchesOf(child.children);
  });
}

function blocksOf({ body, references }: OctavoDocument): Map<number, readonly Nodes[]> {
  const blocks = new Map<number, readonly Nodes[]>();
  visit(body, 'element', ({ properties, children }: Element) => {
    const number = properties.dataBlock;
    if (number !== undefined) blocks.set(Number(number), children);
  });
  for (const { block, content } of references) blocks.set(block, content);
  return blocks;
}

/**
 * Finds the places of a text on paper in the Document: numbers and folios in it differ in length.
 *
 * @returns the offset into a block's text in the Document, for one into its text on paper
 */
export function paperOffsets(
  paper: OctavoDocument,
  document: OctavoDocument,
): (block: number, offset: number) => number {
  const [onPaper, elsewhere] = [blocksOf(paper), blocksOf(document)];
  return (block, offset) => {
    const lengths = stretchesOf(elsewhere.get(block) ?? []).flatMap((stretch) =>
      stretch === 'page number' ? [] : [stretch.length],
    );
    let [paperFrom, from, index] = [0, 0, 0];
    const stretches = stretchesOf(onPaper.get(block) ?? []);
    for (const [at, stretch] of stretches.entries()) {
      if (stretch === 'page number') continue;
      const isAdded = stretches[at + 1] === 'page number';
      const length = isAdded ? 0 : (lengths[index] ?? 0);
      if (offset < paperFrom + stretch.length) {
        return from + (stretch.varies ? 0 : offset - paperFrom);
      }
      paperFrom += stretch.length;
      from += length;
      if (!isAdded) index += 1;
    }
    return from + (offset - paperFrom);
  };
}
