import { stripMarkers } from '../../typography/markers.js';
import { type BlockKind, isBlock, isEmpty, kindOf, wrapBareText } from './blocks.js';

/** Where a new line begins: in a text node, or right after a `<br>` (offset -1). */
export interface LinePoint {
  node: Node;
  offset: number;
  /** Offset into the text that the lines were set from. */
  from: number;
}

/** A leaf block of a galley. */
export interface Block {
  kind: BlockKind;
  element: HTMLElement;
  /** Containers that begin with this block, outermost first. */
  entered: HTMLElement[];
  /** px from the top of the outermost of them to its own: what that has before its text. */
  inset: number;
  /** Containers that end with it, outermost first. */
  left: HTMLElement[];
  /** Of what begins with the block, and of what ends with it, those whose margins meet others. */
  opening: HTMLElement[];
  ending: HTMLElement[];
  /** Number of the Document's block it belongs to, and how far into its text it begins. */
  number?: number;
  offset: number;
  /** Characters before its own text that the manuscript does not have. */
  added: number;
  /** Where lines begin, from the second. */
  points: LinePoint[];
  /** Rows of a table, in the order they are shown. */
  rows: HTMLTableRowElement[];
  /** How far into the block's text each row begins. */
  rowOffsets: number[];
  /** Lines that end with a hyphen written at the break. */
  hyphenated: number[];
  /** The text that the lines were set from, markers included. */
  text: string;
  /** Calls, by offset into {@link text}. */
  calls: { at: number; call: HTMLElement }[];
  /** Width of its lines, px. */
  measure: number;
}

export interface Galley {
  root: HTMLElement;
  blocks: Block[];
}

interface Numbered {
  number: number;
  length: number;
}

/** Characters at the beginning of an element that the manuscript does not have. */
export function addedTo(element: Element): number {
  const first = element.firstElementChild;
  return first?.classList.contains('octavo-added') ? (first.textContent?.length ?? 0) : 0;
}

/** Reads a tree into blocks, in order. The tree need not be in the page. */
export function readGalley(root: HTMLElement): Galley {
  const blocks: Block[] = [];
  const numbered: Numbered[] = [];
  let entering: HTMLElement[] = [];

  const count = (length: number) => {
    for (const block of numbered) block.length += length;
  };

  const visit = (element: HTMLElement): void => {
    const { block: attribute, octavoContext } = element.dataset;
    if (octavoContext !== undefined) return;
    if (attribute !== undefined) numbered.push({ number: Number(attribute), length: 0 });
    const kind = kindOf(element);
    if (kind === undefined) visitContainer(element);
    else if (!isEmpty(element) || element.tagName === 'HR') add(element, kind);
    // Its number or bullet stands there all the same.
    else if (element.tagName === 'LI') add(element, 'box');
    else element.classList.add('octavo-empty');
    if (attribute !== undefined) numbered.pop();
  };

  const visitContainer = (element: HTMLElement): void => {
    entering.push(element);
    count(Number(element.dataset.octavoSkipped ?? 0));
    const before = blocks.length;
    visitChildren(element);
    if (blocks.length > before) {
      blocks.at(-1)?.left.unshift(element);
      return;
    }
    entering = entering.filter((waiting) => waiting !== element);
    element.classList.add('octavo-empty');
  };

  const visitChildren = (element: HTMLElement): void => {
    wrapBareText(element);
    for (const child of element.childNodes) {
      if (isBlock(child)) visit(child);
      else count(stripMarkers(child.textContent ?? '').length);
    }
  };

  const add = (element: HTMLElement, kind: BlockKind): void => {
    const own = numbered.at(-1);
    blocks.push({
      kind,
      element,
      entered: entering,
      inset: 0,
      left: [],
      opening: [],
      ending: [],
      number: own?.number,
      offset: own?.length ?? 0,
      added: addedTo(element),
      points: [],
      rows: [],
      rowOffsets: [],
      hyphenated: [],
      text: '',
      calls: [],
      measure: 0,
    });
    entering = [];
    count(stripMarkers(element.textContent ?? '').length - addedTo(element));
  };

  visitChildren(root);
  return { root, blocks };
}
