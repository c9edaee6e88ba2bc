import type { MeasuredBlock } from '../measured.js';
import { Items, takeBefore } from './cut.js';
import type { Block, Galley } from './galley.js';
import { keepLanguage } from './keep-language.js';
import { leaveName } from './leave-name.js';
import { fitTables, unfitTable } from './tables.js';

/** A figure or table that leaves its place in the text, in a galley of its own. */
export interface FloatGalley extends Galley {
  /** The text's block that it stood after; undefined at the very beginning. */
  after: Block | undefined;
}

/** Where a figure or table may leave its place: not out of a list, a quotation or a call-out. */
export function mayFloat(element: HTMLElement): boolean {
  return element.closest('li, dd, blockquote, aside, figure, .box, .note') === null;
}

/** Floats in the order of their elements in the text as it was. */
export function inOrder(
  floats: readonly FloatGalley[],
  elements: readonly HTMLElement[],
): FloatGalley[] {
  const at = ({ root }: FloatGalley) => elements.indexOf(root.firstElementChild as HTMLElement);
  return floats.toSorted((a, b) => at(a) - at(b));
}

/** Elements that a template lets span the columns (`column-span: all`), outermost ones, in order. */
export function spanningIn(candidates: readonly HTMLElement[]): HTMLElement[] {
  const spanning: HTMLElement[] = [];
  for (const element of candidates) {
    if (spanning.at(-1)?.contains(element)) continue;
    if (getComputedStyle(element).columnSpan === 'all') spanning.push(element);
  }
  return spanning;
}

/**
 * Takes an element with its blocks out of a galley. What its containers begin or end with goes to
 * the neighbours.
 *
 * @returns Undefined where nothing of it is text or picture.
 */
export function liftOut(galley: Galley, element: HTMLElement): FloatGalley | undefined {
  const { blocks } = galley;
  const first = blocks.findIndex((block) => element.contains(block.element));
  if (first < 0) return undefined;
  let end = first;
  while (end < blocks.length && element.contains((blocks[end] as Block).element)) end += 1;
  const lifted = blocks.splice(first, end - first);
  const [before, next] = [blocks[first - 1], blocks[first]];
  const holds = (container: HTMLElement) => container.contains(element) && container !== element;
  const opened = (lifted[0] as Block).entered.filter(holds);
  const closed = (lifted.at(-1) as Block).left.filter(holds);
  const both = new Set(opened.filter((container) => closed.includes(container)));
  const stays = (container: HTMLElement) => !both.has(container);
  next?.entered.unshift(...opened.filter(stays));
  before?.left.push(...closed.filter(stays));
  (lifted[0] as Block).entered = (lifted[0] as Block).entered.filter((at) => !holds(at));
  (lifted.at(-1) as Block).left = (lifted.at(-1) as Block).left.filter((at) => !holds(at));
  const root = galley.root.cloneNode(false) as HTMLElement;
  root.removeAttribute('id');
  keepLanguage(element, galley.root);
  root.append(element);
  for (const container of both) {
    leaveName(container, element);
    container.remove();
  }
  return { root, blocks: lifted, after: before };
}

/**
 * Takes out the tables that no type legible enough brings into a column. All that is wider than
 * its column is measured before anything is lifted: layout is asked for once.
 */
export function liftWideTables(galley: Galley, measure: number): FloatGalley[] {
  const tables = galley.blocks.flatMap(({ kind, element }) =>
    kind === 'table' && mayFloat(element) ? [{ table: element as HTMLTableElement, measure }] : [],
  );
  const wide = fitTables(tables).map(({ table }) => table);
  for (const table of wide) unfitTable(table);
  return wide.flatMap((table) => liftOut(galley, table) ?? []);
}

/** px that a float takes without the margins around it. */
export function floatHeight(root: HTMLElement): number {
  return root.firstElementChild?.getBoundingClientRect().height ?? 0;
}

/** Items that begin a new page, where a float is higher than one. */
function pageStarts(blocks: readonly MeasuredBlock[], height: number): number[] {
  const starts: number[] = [];
  let [item, room] = [0, height];
  for (const { gap, heights, head, foot, tied } of blocks) {
    const footStart = heights.length - (foot?.rows ?? 0);
    // Each part leaves room for the foot, which stands for itself in the last.
    if (foot) room -= foot.height;
    heights.forEach((own, index) => {
      if (foot && index === footStart) room += foot.height;
      const above = index === 0 ? gap : 0;
      const joined = heights
        .slice(index + 1)
        .findIndex((_, next) => !tied.includes(index + 1 + next));
      const group = heights.slice(index, index + 1 + Math.max(0, joined));
      const least = group.reduce((sum, part) => sum + part, above);
      if (least > room && item > (starts.at(-1) ?? 0) && !tied.includes(index)) {
        starts.push(item);
        room = height - (head && index >= head.rows ? head.height : 0) + above;
        if (foot && index < footStart) room -= foot.height;
      }
      room -= own + above;
      item += 1;
    });
  }
  return starts;
}

/**
 * A float as parts that pages can hold: one where it is no higher than a page, else cut between
 * lines or rows, a table's head and foot repeated. The parts stand where the float stood.
 *
 * @param height Of a page's columns, px.
 */
export function partsOf(
  galley: FloatGalley,
  blocks: readonly MeasuredBlock[],
  height: number,
): HTMLElement[] {
  const { root } = galley;
  if (floatHeight(root) <= height) return [root];
  const items = new Items(
    galley,
    blocks.map(({ heights }) => heights.length),
  );
  const parts = pageStarts(blocks, height).flatMap((start) => {
    const at = items.at(start);
    if (!at) return [];
    const part = root.cloneNode(false) as HTMLElement;
    part.append(takeBefore(root, at.block, at.index));
    root.before(part);
    return [part];
  });
  return [...parts, root];
}

const isForced = (value: MeasuredBlock['breakBefore']) => value === 'page' || value === 'column';

/**
 * A new column or page that is asked for before a float is for the text after it as well, with
 * which the float then stands.
 *
 * @returns Whether one is asked for.
 */
export function passOnBreak(
  [first]: readonly MeasuredBlock[],
  next: MeasuredBlock | undefined,
): boolean {
  if (!first || !next || !isForced(first.breakBefore)) return false;
  if (next.breakBefore !== 'page') next.breakBefore = first.breakBefore;
  if (first.sideBefore) next.sideBefore ??= first.sideBefore;
  return true;
}

/** Whether a new column or page is asked for within a float: it is in one piece. */
export const isLostBreak = ({ breakBefore }: MeasuredBlock, index: number): boolean =>
  index > 0 && isForced(breakBefore);

/**
 * Notes called in a float belong where the text calls it: to the item that it stands after.
 *
 * @returns Their numbers, from 0.
 */
export function giveNotes(from: readonly MeasuredBlock[], to: MeasuredBlock | undefined): number[] {
  const given = from.flatMap(({ notes }) => notes.map(([, note]) => note));
  if (to) for (const note of given) to.notes.push([to.heights.length - 1, note]);
  return to ? given : [];
}
