import { zeroWidthSpace } from '../../typography/markers.js';
import { nextInTake } from './series.js';

/** Signs between two sides that a line may end after (The TeXbook, chapter 18). */
const signs = /^[=<>≤≥≠≈≡∼≃≅∝∈∉⊂⊃⊆⊇→⇒⇔↦∣+−±∓×⋅∪∩∧∨⊕⊗]$/u;

/** A formula narrower than this stays in one piece (em). */
const shortest = 6;

/** Nor is a piece of fewer elements cut off. */
const leastElements = 2;

/** Whether an element is a sign between two sides. */
export const isSign = (element: Element) =>
  element.localName === 'mo' &&
  element.getAttribute('form') !== 'prefix' &&
  signs.test(element.textContent ?? '');

/** The elements of a formula, side by side, cut after the signs that a line may end after. */
function piecesOf(elements: readonly Element[]): Element[][] {
  const pieces: Element[][] = [[]];
  elements.forEach((element, index) => {
    const piece = pieces.at(-1) as Element[];
    piece.push(element);
    const rest = elements.length - 1 - index;
    const mayEnd = piece.length > leastElements && rest >= leastElements;
    if (mayEnd && isSign(element)) pieces.push([]);
  });
  return pieces;
}

/**
 * Divides a formula in a line of text into several, with a break marker after each: total fit may
 * then end a line between two. They look as one did, and are one again in the PDF's tags.
 *
 * @param width Of the formula, px.
 * @returns the formulas it has become
 */
export function splitFormula(math: MathMLElement, width: number): MathMLElement[] {
  const { fontSize } = getComputedStyle(math);
  const row = math.children.length === 1 ? math.firstElementChild : null;
  if (row?.localName !== 'mrow' || width < shortest * Number.parseFloat(fontSize)) return [math];
  const pieces = piecesOf([...row.children]);
  if (pieces.length < 2) return [math];
  math.dataset.octavoWhole = `formula-${nextInTake('formula')}`;
  const [, ...later] = pieces;
  // At the end of its row, a sign would be taken for one that follows.
  for (const piece of pieces.slice(0, -1)) piece.at(-1)?.setAttribute('form', 'infix');
  const split = [math];
  for (const piece of later) {
    const next = math.cloneNode(false) as MathMLElement;
    next.removeAttribute('alttext');
    const rest = row.cloneNode(false) as Element;
    rest.append(...piece);
    next.append(rest);
    split.at(-1)?.after(zeroWidthSpace, next);
    split.push(next);
  }
  return split;
}

/** A sign that ends a line has no space after it. */
export function endLineAfter(math: Element): void {
  const last = math.firstElementChild?.lastElementChild;
  if (last?.localName === 'mo') last.setAttribute('rspace', '0em');
}
