import type { Element, ElementContent, Parents, Root } from 'hast';
import { controlCharacters } from '../../publication/control-characters.js';
import { hasClass, isElement, isNoteCall, replaceElements } from './tree.js';

/** Elements that HTML gave up (HTML Standard, 16.2) and what says the same today. */
const successors: Record<string, string> = {
  acronym: 'abbr',
  big: 'span',
  center: 'div',
  dir: 'ul',
  font: 'span',
  listing: 'pre',
  nobr: 'span',
  strike: 's',
  tt: 'code',
  xmp: 'pre',
};

/** Attributes that HTML gave up on every element, by their hast names. */
const obsolete = new Set(
  (
    'aLink axis background bgColor border borderColor bottomMargin cellPadding cellSpacing char ' +
    'charOff charSet classId clear color compact event face frame frameBorder hSpace leftMargin ' +
    'link longDesc marginHeight marginWidth noHref noShade noWrap profile rev rightMargin rules ' +
    'scheme scrolling size summary text topMargin vLink vSpace'
  ).split(' '),
);

/** Elements whose `width` and `height` HTML still knows. */
const sized = new Set(
  'canvas embed iframe img input object source svg video rect image'.split(' '),
);

/** Without the characters that XML has no place for. */
export const writable = (text: string) => text.replace(controlCharacters, '');

function addClass(element: Element, name: string): void {
  if (hasClass(element, name)) return;
  const { className } = element.properties;
  element.properties.className = [...(Array.isArray(className) ? className : []), name];
}

function conformAttributes(element: Element): void {
  const { properties, tagName } = element;
  const { align, vAlign } = properties;
  if (typeof align === 'string') addClass(element, `align-${align.toLowerCase()}`);
  if (typeof vAlign === 'string') addClass(element, `align-${vAlign.toLowerCase()}`);
  delete properties.align;
  delete properties.vAlign;
  delete properties.dataBlock;
  for (const name of Object.keys(properties)) {
    const value = properties[name];
    const stale =
      (obsolete.has(name) && !(name === 'size' && tagName === 'input')) ||
      ((name === 'width' || name === 'height') && !sized.has(tagName)) ||
      (name === 'name' && tagName === 'a') ||
      (name === 'type' && (tagName === 'ul' || tagName === 'li')) ||
      /^(on[a-z]|item)/i.test(name);
    if (stale) delete properties[name];
    else if (typeof value === 'string') properties[name] = writable(value);
  }
}

/** Says which cells a header cell heads, where the manuscript's table (which has no way to) did not. */
function scopeHeader(cell: Element, ancestors: readonly Parents[]): void {
  if (cell.properties.scope) return;
  const inHead = ancestors.some((node) => isElement(node as Element, 'thead'));
  const row = ancestors.at(-1);
  const cells = row ? row.children.filter((child) => isElement(child as Element)) : [];
  const firstRow = cells.length > 1 && cells.every((child) => isElement(child as Element, 'th'));
  cell.properties.scope = inHead || firstRow ? 'col' : 'row';
}

const inFormula = (element: Element, ancestors: readonly Parents[]) =>
  element.tagName === 'math' || ancestors.some((node) => isElement(node as Element, 'math'));

const insideLink = (ancestors: readonly Parents[]) =>
  ancestors.some((node) => isElement(node as Element, 'a'));

/** Note calls cannot stand inside a link: they follow it. */
function freeNoteCalls(link: Element): ElementContent[] {
  const calls: Element[] = [];
  replaceElements(link, (element) => {
    if (!isNoteCall(element)) return element;
    calls.push(element);
    return undefined;
  });
  return [link, ...calls];
}

function conformElement(
  element: Element,
  ancestors: readonly Parents[],
): Element | ElementContent[] {
  // MathML has attributes of the same names, and means others by them.
  if (inFormula(element, ancestors)) return element;
  element.tagName = successors[element.tagName] ?? element.tagName;
  conformAttributes(element);
  if (isElement(element, 'th')) scopeHeader(element, ancestors);
  if (element.tagName !== 'a' || isNoteCall(element)) return element;
  return insideLink(ancestors) ? element.children : freeNoteCalls(element);
}

function writeText(tree: Parents): void {
  tree.children = (tree.children as ElementContent[]).filter((child) => {
    if (child.type === 'text') child.value = writable(child.value);
    if (child.type === 'element') writeText(child);
    return child.type === 'text' || child.type === 'element';
  });
}

/**
 * Brings a tree to what HTML and XHTML both allow today: no obsolete elements and attributes, no
 * link inside a link, no character that XML cannot hold, every header cell with its scope; and
 * takes out the numbers of leaf blocks, which are the house's own.
 */
export function conform<T extends Root | Element>(tree: T): T {
  writeText(tree);
  replaceElements(tree, conformElement);
  return tree;
}
