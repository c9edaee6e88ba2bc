import type { Element, ElementContent, Nodes, Parents, Root, Text } from 'hast';
import { h } from 'hastscript';
import { EXIT, visitParents } from 'unist-util-visit-parents';
import type { PageStart } from '../../pages/pages.js';
import type { Identifiers } from './identifiers.js';
import { elementsOf, isElement, isNoteCall } from './tree.js';

/** Parents that take no inline content between their children. */
const structural = new Set('colgroup dl ol table tbody tfoot thead tr ul'.split(' '));

/** Elements that a page break may not stand in, but before. */
const whole = new Set('h1 h2 h3 h4 h5 h6 math ruby svg'.split(' '));

/** Letters of scripts that are written with spaces between words. */
const spacedLetter =
  /[\p{L}\p{M}\p{N}'’](?<![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])/u;

export const isPageBreak = (node: Nodes): node is Element =>
  isElement(node, 'span') && node.properties.role === 'doc-pagebreak';

/** The folio is the label until an edition says more. */
export function pageBreak({ label }: PageStart): Element {
  return h('span', { className: 'page-break', role: 'doc-pagebreak', ariaLabel: label });
}

/** The page breaks of trees, in order, each with an id of its own (`page-12`), clear of the text's. */
export function declarePageBreaks(trees: readonly Nodes[], identifiers: Identifiers): Element[] {
  const breaks = trees.flatMap((tree) => elementsOf(tree, isPageBreak));
  for (const { properties } of breaks) {
    properties.id = identifiers.of(` page-${properties.ariaLabel}`);
  }
  return breaks;
}

/** Where the word begins that `offset` falls into: a word that a page break hyphenated stays whole. */
export function wordStart(text: string, offset: number): number {
  let start = offset;
  const isLetter = (index: number) => spacedLetter.test(text.charAt(index));
  if (!isLetter(start)) return offset;
  while (start > 0 && isLetter(start - 1)) start -= 1;
  return start;
}

function insertBefore(parent: Parents, child: Nodes, added: Element): void {
  const children = parent.children as ElementContent[];
  children.splice(children.indexOf(child as ElementContent), 0, added);
}

function insertAfter(parent: Parents, child: Nodes, added: Element): void {
  const children = parent.children as ElementContent[];
  children.splice(children.indexOf(child as ElementContent) + 1, 0, added);
}

function splitText(parent: Parents, text: Text, at: number, added: Element): void {
  const before: Text = { type: 'text', value: text.value.slice(0, at) };
  text.value = text.value.slice(at);
  const children = parent.children as ElementContent[];
  children.splice(children.indexOf(text), 0, ...(before.value ? [before] : []), added);
}

/** Puts the break before the text at `offset`, counted over all text of the block. */
function breakInside(block: Element, offset: number, added: Element): boolean {
  let before = 0;
  let placed = false;
  visitParents(block, 'text', (text: Text, ancestors: Parents[]) => {
    const from = before;
    before += text.value.length;
    const parent = ancestors.at(-1);
    if (parent === undefined || offset >= before) return undefined;
    if (parent.type === 'element' && structural.has(parent.tagName)) return undefined;
    const index = ancestors.findIndex(
      (node) => node.type === 'element' && (isNoteCall(node) || whole.has(node.tagName)),
    );
    if (index > 0) insertBefore(ancestors[index - 1] as Parents, ancestors[index] as Nodes, added);
    else splitText(parent, text, wordStart(text.value, Math.max(0, offset - from)), added);
    placed = true;
    return EXIT;
  });
  return placed;
}

interface BlockPlace {
  block: Element;
  parent: Parents;
}

/** The leaf blocks of the trees by their numbers. */
function blocksOf(trees: readonly Root[]): Map<number, BlockPlace> {
  const blocks = new Map<number, BlockPlace>();
  for (const tree of trees) {
    visitParents(tree, 'element', (block: Element, ancestors: Parents[]) => {
      const number = Number(block.properties.dataBlock ?? Number.NaN);
      if (!Number.isNaN(number)) blocks.set(number, { block, parent: ancestors.at(-1) ?? tree });
    });
  }
  return blocks;
}

/** Blocks that a break may only come before, whatever the offset, or where it is 0. */
function startsWhole({ tagName }: Element, offset: number): boolean {
  return (
    whole.has(tagName) ||
    ['figure', 'hr'].includes(tagName) ||
    (offset === 0 && ['pre', 'table'].includes(tagName))
  );
}

/** Where pages begin, as the parts of a publication need to know it. */
interface PlacedStarts {
  /** The page that the body begins on. */
  opening?: PageStart;
  /** Pages that begin in a leaf block. */
  inText: PageStart[];
  /** The first page after the text: what it opens with is not of the text. */
  closing?: PageStart;
}

function placeStarts(starts: readonly PageStart[], body: Root): PlacedStarts {
  const inText = starts.filter(({ block }) => block !== undefined);
  const [first] = inText;
  const last = inText.at(-1);
  if (!first || !last) return { opening: starts[0], inText: [] };
  const [opensBody] = blocksOf([body]).keys();
  const isOpening = first.block === opensBody && (first.offset ?? 0) === 0;
  // What stands before the body, such as contents, may open the page that the body begins on.
  const before = isOpening ? undefined : starts[starts.indexOf(first) - 1];
  return {
    opening: before ?? first,
    inText: before ? inText : inText.slice(1),
    closing: starts[starts.indexOf(last) + 1],
  };
}

/** The trees of a publication that pages begin in, as yet with the numbers of their leaf blocks. */
export interface PagedTrees {
  body: Root;
  references: Root;
  colophon?: Root;
}

/**
 * Marks in the trees where each page begins: before all of the body the page it begins on, in the
 * text each page that begins there, and before the colophon the first page after the text, which
 * it opens.
 */
export function markPages(
  { body, references, colophon }: PagedTrees,
  starts: readonly PageStart[],
): void {
  const { opening, inText, closing } = placeStarts(starts, body);
  markPageStarts([body, references, ...(colophon ? [colophon] : [])], inText);
  if (opening) body.children.unshift(pageBreak(opening));
  if (closing && colophon) colophon.children.unshift(pageBreak(closing));
}

/**
 * Marks in the trees where each page begins. A break stands before the first text of its page:
 * before a heading, never in it, and before a word that the page break hyphenated.
 * Blocks are found by `data-block`, so this comes before anything else is done to the trees.
 */
export function markPageStarts(trees: readonly Root[], starts: readonly PageStart[]): void {
  const blocks = blocksOf(trees);
  for (const start of starts) {
    const place = start.block === undefined ? undefined : blocks.get(start.block);
    if (place) markPageStart(place, start);
  }
}

function markPageStart({ block, parent }: BlockPlace, start: PageStart): void {
  const added = pageBreak(start);
  const offset = start.offset ?? 0;
  const isFree = !(parent.type === 'element' && structural.has(parent.tagName));
  if (isFree && startsWhole(block, offset)) insertBefore(parent, block, added);
  else if (breakInside(block, offset, added)) return;
  else if (isFree && structural.has(block.tagName)) insertAfter(parent, block, added);
  else block.children.push(added);
}
