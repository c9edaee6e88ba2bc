import type { Element, Nodes, Properties, Root } from 'hast';
import { isBlock } from './blocks.js';
import { type Direction, directionOf } from './direction.js';

/** Letters of scripts that are written from right to left (Unicode's bidirectional classes R and AL). */
const rightToLeftLetters = /[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}]/gu;

const letters = /\p{L}/gu;

/** Three words. */
const phrase = /\p{L}\P{L}+\p{L}+\P{L}+\p{L}/u;

const hasRightToLeft = new RegExp(rightToLeftLetters.source, 'u');

/** Code runs from left to right, whatever is around it. */
const code = new Set(['code', 'kbd', 'pre', 'samp']);

/** Formulas and code are no text whose letters tell anything. */
const apart = new Set([...code, 'math', 'svg']);

/** Lists run one way as a whole: their marks stand where their lines begin. */
const lists = new Set(['ol', 'ul', 'dl']);

/**
 * Tells which way text runs where that is another than around it and nobody has said so (`dir`):
 * what is in a language runs as that language does; any other paragraph, heading or cell runs as most
 * of its letters do. A name or two of other letters stand among text from right to left as they are.
 */
export function tellDirections(tree: Root, lang: string): void {
  tellInside(tree.children, directionOf(lang));
}

/** Which way a paragraph of plain text runs, where that is another than its publication runs. */
export function directionOfText(text: string, lang: string): Direction | undefined {
  const around = directionOf(lang);
  const own = mostLetters(text, around);
  return own === around ? undefined : own;
}

function tellInside(nodes: readonly Nodes[], around: Direction): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    if (code.has(node.tagName) && around === 'rtl') node.properties.dir ??= 'ltr';
    if (apart.has(node.tagName)) continue;
    const own = ownDirection(node, around);
    if (own !== around && node.properties.dir === undefined) node.properties.dir = own;
    tellInside(node.children, own);
  }
}

function ownDirection(element: Element, around: Direction): Direction {
  const { dir, lang } = element.properties;
  if (dir === 'rtl' || dir === 'ltr') return dir;
  if (dir !== undefined) return around;
  if (typeof lang === 'string' && lang !== '') return directionOf(lang);
  const isParagraph =
    lists.has(element.tagName) ||
    element.tagName === 'caption' ||
    (isBlock(element) && !element.children.some(isBlock));
  return isParagraph ? mostLetters(decisiveText(element), around) : around;
}

/** The text that tells which way a paragraph runs: its own, or what it marks where that is all. */
function decisiveText(element: Element): string {
  const own = textIn(element, ({ dir, lang }) => dir === undefined && lang === undefined);
  return own.match(letters) ? own : textIn(element, () => true);
}

function textIn({ children }: Element, counts: (properties: Properties) => boolean): string {
  return children
    .map((child) => {
      if (child.type === 'text') return child.value;
      if (child.type !== 'element' || apart.has(child.tagName)) return '';
      return counts(child.properties) ? textIn(child, counts) : '';
    })
    .join('');
}

/** Which way most letters of a text run; as around it where neither half is the larger. */
function mostLetters(text: string, around: Direction): Direction {
  if (around === 'ltr' && !hasRightToLeft.test(text)) return around;
  const rightToLeft = text.match(rightToLeftLetters)?.length ?? 0;
  const others = (text.match(letters)?.length ?? 0) - rightToLeft;
  if (rightToLeft === others || (others > rightToLeft && !phrase.test(text))) return around;
  return rightToLeft > others ? 'rtl' : 'ltr';
}
