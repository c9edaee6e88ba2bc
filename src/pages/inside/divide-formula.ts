import { nextInTake } from './series.js';
import { isSign } from './split-formula.js';

/** Lines are this much narrower than they may be: signs at their edges take other spaces there. */
const ease = 0.96;

/** A line holds so many elements at least. */
const leastElements = 2;

/**
 * Divides a formula that stands by itself into lines no wider than its column, before the signs
 * that a line may begin with (The TeXbook, chapter 19). It is asked of the layout where these are.
 * The lines are one formula again in the PDF's tags.
 *
 * @param measure px.
 * @returns the lines; the formula alone where it cannot be divided
 */
export function divideFormula(math: MathMLElement, measure: number): MathMLElement[] {
  const row = math.children.length === 1 ? math.firstElementChild : null;
  if (row?.localName !== 'mrow') return [math];
  const starts = lineStarts([...row.children], measure * ease);
  if (starts.length === 0) return [math];
  math.dataset.octavoWhole = `formula-${nextInTake('formula')}`;
  const elements = [...row.children];
  const lines = [math];
  starts.forEach((start, index) => {
    const next = math.cloneNode(false) as MathMLElement;
    next.removeAttribute('alttext');
    next.removeAttribute('id');
    const rest = row.cloneNode(false) as Element;
    rest.append(...elements.slice(start, starts[index + 1]));
    // At the beginning of its row, a sign would be taken for one that stands before a number.
    rest.firstElementChild?.setAttribute('form', 'infix');
    next.append(rest);
    lines.at(-1)?.after(next);
    lines.push(next);
  });
  return lines;
}

/** The elements that lines begin with, from the second: each line as full as it may be. */
function lineStarts(elements: readonly Element[], width: number): number[] {
  const edges = elements.map((element) => element.getBoundingClientRect());
  const end = edges.at(-1)?.right ?? 0;
  const starts: number[] = [];
  let start = 0;
  let fitting: number | undefined;
  const lengthTo = (right: number) => right - (edges[start]?.left ?? 0);
  const begin = (at: number) => {
    starts.push(at);
    start = at;
    fitting = undefined;
  };
  elements.forEach((element, index) => {
    const rest = elements.length - index;
    if (!isSign(element) || index - start < leastElements || rest <= leastElements) return;
    if (lengthTo(edges[index]?.left ?? 0) > width && fitting !== undefined) begin(fitting);
    if (index - start >= leastElements) fitting = index;
  });
  if (lengthTo(end) > width && fitting !== undefined) begin(fitting);
  return starts;
}
