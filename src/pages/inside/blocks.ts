/** Elements that stand as blocks whatever a template says; all else flows in lines. */
const blockNames = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE UL'.split(
    ' ',
  ),
);

export const isBlock = (node: Node): node is HTMLElement =>
  node instanceof HTMLElement && blockNames.has(node.tagName);

const isBlank = (node: Node) =>
  node.nodeType === Node.COMMENT_NODE ||
  (node.nodeType === Node.TEXT_NODE && !/[^ \t\n\r\f]/.test((node as Text).data));

/** Whether nothing but blank text stands in an element. */
export const isEmpty = (element: Element) => [...element.childNodes].every(isBlank);

export const holdsBlocks = (element: Element): boolean => [...element.children].some(isBlock);

/** Bare text beside blocks (a list item with a list in it) gets a box of its own. */
export function wrapBareText(container: Element): void {
  let box: HTMLElement | undefined;
  for (const node of [...container.childNodes]) {
    if (isBlock(node)) {
      box = undefined;
    } else if (box) {
      box.append(node);
    } else if (!isBlank(node)) {
      box = document.createElement('div');
      box.className = 'octavo-bare';
      node.before(box);
      box.append(node);
    }
  }
}

/** What cannot be set as a formula is code, in lines like text. */
const isDisplayFormula = (element: HTMLElement) =>
  element.classList.contains('formula') && element.querySelector(':scope > math') !== null;

export type BlockKind = 'lines' | 'code' | 'table' | 'box';

/** What a block is to pagination; undefined for one that only holds others. */
export function kindOf(element: HTMLElement): BlockKind | undefined {
  if (element.tagName === 'TABLE') return 'table';
  if (element.tagName === 'PRE') return 'code';
  if (element.tagName === 'HR' || isDisplayFormula(element)) return 'box';
  if (element.tagName === 'FIGURE') {
    return element.querySelector('table, pre, blockquote, p, ul, ol') ? undefined : 'box';
  }
  if (holdsBlocks(element)) return undefined;
  const onlyPicture = element.querySelector('img, svg, video') && !element.textContent?.trim();
  return onlyPicture ? 'box' : 'lines';
}

/** Every paragraph-like element in a box or cell: one whose text is set in lines of its own. */
export function* paragraphsIn(element: HTMLElement): Generator<HTMLElement> {
  if (isBlock(element) && kindOf(element) === 'lines') {
    yield element;
    return;
  }
  if (element.tagName === 'PRE') return;
  for (const child of element.children) {
    if (child instanceof HTMLElement) yield* paragraphsIn(child);
  }
}
