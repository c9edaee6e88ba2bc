import type { Block, Galley } from './galley.js';
import { nextInTake } from './series.js';
import { repeatedFoot } from './tables.js';

/** Items of a galley, numbered through its blocks. */
export class Items {
  readonly #blocks: readonly Block[];
  /** Number of each block's first item. */
  readonly #firsts: number[] = [];
  readonly count: number;

  constructor(galley: Galley, lengths: readonly number[]) {
    this.#blocks = galley.blocks;
    let count = 0;
    for (const length of lengths) {
      this.#firsts.push(count);
      count += length;
    }
    this.count = count;
  }

  /** Number of a block's first item; of the last block's end, their count. */
  firstOf(block: number): number {
    return this.#firsts[block] ?? this.count;
  }

  /** The block an item belongs to, and which of its items it is. */
  at(item: number): { block: Block; index: number } | undefined {
    let low = 0;
    let high = this.#firsts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#firsts[middle] ?? 0) <= item) low = middle;
      else high = middle - 1;
    }
    const block = this.#blocks[low];
    return block && { block, index: item - (this.#firsts[low] ?? 0) };
  }
}

/** How much of a text node's beginning earlier cuts have taken away. */
const taken = new WeakMap<Node, number>();

/** Sets the end of a range right before an item. */
function endBefore(range: Range, block: Block, index: number): void {
  if (index === 0) {
    range.setEndBefore(block.entered[0] ?? block.element);
    return;
  }
  const row = block.rows[index];
  if (row) {
    range.setEndBefore(row);
    return;
  }
  const point = block.points[index - 1];
  if (!point) {
    range.setEndBefore(block.element);
  } else if (point.offset === -1) {
    range.setEndAfter(point.node);
  } else if (point.offset === -2) {
    range.setEndBefore(point.node);
  } else {
    range.setEnd(point.node, point.offset - (taken.get(point.node) ?? 0));
    taken.set(point.node, point.offset);
  }
}

/** Elements that a cut at the end of `range` goes through, outermost first. */
function cutElements(range: Range, root: HTMLElement): HTMLElement[] {
  const path: HTMLElement[] = [];
  const { endContainer } = range;
  let at = endContainer instanceof HTMLElement ? endContainer : endContainer.parentElement;
  for (; at && at !== root; at = at.parentElement) path.unshift(at);
  return path;
}

/** The last element of each generation of a fragment: the front parts of what was cut. */
function frontParts(fragment: DocumentFragment, depth: number): HTMLElement[] {
  const parts: HTMLElement[] = [];
  let at: ParentNode = fragment;
  while (parts.length < depth && at.lastElementChild instanceof HTMLElement) {
    at = at.lastElementChild;
    parts.push(at as HTMLElement);
  }
  return parts;
}

const filled = 'img, svg, math, br, video, hr';

/** A cut at an element's edge leaves an empty one of it: a link of no text, for one. */
function dropEmpty(part: Element): void {
  for (let first = part.firstChild; first; first = part.firstChild) {
    if (first.textContent !== '') return;
    if (first instanceof Element && (first.matches(filled) || first.querySelector(filled))) return;
    first.remove();
  }
}

/** Containers whose parts the engine does not join. */
const unjoined = /^(UL|OL|DL|TABLE|COLGROUP|THEAD|TBODY|TFOOT|TR)$/;

/** Those of them that a mark joins afterwards. */
const marked = /^(UL|OL|DL|TABLE)$/;

/** The first part of each element that goes on, by its later parts. */
const wholes = new WeakMap<Element, HTMLElement>();

/** Tells the engine that the rest belongs to the front: one paragraph stays one. */
function join(front: HTMLElement, rest: HTMLElement): void {
  const name = nextInTake('part');
  if (marked.test(front.tagName)) {
    front.dataset.octavoWhole ??= name;
    rest.dataset.octavoWhole = front.dataset.octavoWhole;
  }
  if (unjoined.test(front.tagName)) {
    rest.removeAttribute('id');
    return;
  }
  const whole = wholes.get(rest) ?? front;
  whole.id ||= `octavo-whole-${name}`;
  const id = `octavo-part-${name}`;
  whole.setAttribute('aria-owns', `${whole.getAttribute('aria-owns') ?? ''} ${id}`.trim());
  wholes.set(rest, whole);
  rest.id = id;
  rest.setAttribute('role', 'presentation');
  rest.removeAttribute('aria-owns');
}

/** How marks begin that parts of one element carry in two takes. */
export const handedWhole = 'h';

const handedName = () => `${handedWhole}${nextInTake('handed')}`;

/** Elements under some roots by the mark of the whole that they are parts of. */
function partsByWhole(roots: readonly Element[]): Map<string, HTMLElement[]> {
  const parts = new Map<string, HTMLElement[]>();
  for (const part of roots.flatMap((root) => [
    ...root.querySelectorAll<HTMLElement>('[data-octavo-whole]'),
  ])) {
    const whole = part.dataset.octavoWhole ?? '';
    parts.set(whole, [...(parts.get(whole) ?? []), part]);
  }
  return parts;
}

const partsIn = (roots: readonly Element[]) =>
  roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>('[id^="octavo-part-"]')]);

/** Learns of the parts in what another take has cut, and which wholes they belong to. */
export function learnParts(roots: readonly Element[]): void {
  const named = new Map(partsIn(roots).map((part) => [part.id, part]));
  for (const root of roots) {
    for (const whole of root.querySelectorAll<HTMLElement>('[aria-owns]')) {
      for (const id of whole.getAttribute('aria-owns')?.split(' ') ?? []) {
        const part = named.get(id);
        if (part) wholes.set(part, whole);
      }
    }
  }
}

/**
 * Joins parts of elements that are printed apart, some under `kept` and some under `handed`, by
 * marks: the engine joins by their names only what it prints together.
 */
export function joinByMarks(kept: readonly Element[], handed: readonly Element[]): void {
  for (const part of partsIn(handed)) {
    const whole = wholes.get(part);
    if (!whole || handed.some((root) => root.contains(whole))) continue;
    whole.dataset.octavoWhole ??= handedName();
    part.dataset.octavoWhole = whole.dataset.octavoWhole;
    part.removeAttribute('role');
    const owned = whole.getAttribute('aria-owns')?.split(' ') ?? [];
    whole.setAttribute('aria-owns', owned.filter((id) => id !== part.id).join(' '));
  }
  const others = partsByWhole(kept);
  for (const [whole, parts] of partsByWhole(handed)) {
    const joined = others.get(whole);
    if (!joined || whole.startsWith(handedWhole)) continue;
    const name = handedName();
    for (const part of [...joined, ...parts]) part.dataset.octavoWhole = name;
  }
}

/** Rows as they stand in a part of their table besides the one that is read. */
function repeatedRows(section: HTMLTableSectionElement | null | undefined): HTMLElement[] {
  if (!section) return [];
  const repeated = section.cloneNode(true) as HTMLElement;
  for (const call of repeated.querySelectorAll('.note-call')) call.remove();
  for (const named of repeated.querySelectorAll('[id]')) named.removeAttribute('id');
  repeated.removeAttribute('id');
  repeated.ariaHidden = 'true';
  return [repeated];
}

/** A table that goes on has its columns and its head again; where it is cut, its foot stands too. */
function repeatHeadAndFoot(front: HTMLElement, rest: HTMLElement): void {
  if (!(front instanceof HTMLTableElement && rest instanceof HTMLTableElement)) return;
  // Lines of notes are counted as they stand: nothing is repeated among them.
  const isInNote = rest.closest('.note') !== null;
  const columns = front.querySelector(':scope > colgroup')?.cloneNode(true);
  const head = isInNote ? [] : repeatedRows(front.tHead);
  rest.prepend(...(columns ? [columns] : []), ...head);
  if (!front.tFoot && !isInNote) front.append(...repeatedRows(repeatedFoot(rest)));
}

/** Takes everything before an item out of a galley, cutting what the cut goes through. */
export function takeBefore(root: HTMLElement, block: Block, index: number): DocumentFragment {
  const range = document.createRange();
  range.setStart(root, 0);
  endBefore(range, block, index);
  const rests = cutElements(range, root);
  const fragment = range.extractContents();
  const fronts = frontParts(fragment, rests.length);
  rests.forEach((rest, depth) => {
    const front = fronts[depth];
    if (!front) return;
    join(front, rest);
    repeatHeadAndFoot(front, rest);
    front.classList.add('octavo-continues');
    rest.classList.add('octavo-continued');
  });
  const rest = rests.at(-1);
  if (rest && block.points.length) dropEmpty(rests.find((part) => part === block.element) ?? rest);
  return fragment;
}

/** Takes all that is left. */
export function takeRest(root: HTMLElement): DocumentFragment {
  const range = document.createRange();
  range.selectNodeContents(root);
  return range.extractContents();
}
