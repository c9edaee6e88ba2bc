import type { MeasuredBlock, MeasuredGalley } from '../measured.js';
import { breaks } from './breaks.js';
import { browserLines } from './browser-lines.js';
import type { Block, Galley } from './galley.js';
import { joined } from './set-tables.js';
import { repeatedFoot } from './tables.js';

const px = (value: string) => Number.parseFloat(value) || 0;

/** All lines of a paragraph are of one height where they are higher together by less (px). */
const evenness = 0.5;

/** The engine counts in parts of a px. */
const engineUnit = 1 / 64;

/** Whether so many lines are as high as their line height says, which the engine rounds. */
function areEven(content: number, count: number, lineHeight: number): boolean {
  const units = lineHeight / engineUnit;
  return [Math.floor(units), Math.round(units)].some(
    (rounded) => Math.abs(content - count * rounded * engineUnit) < evenness,
  );
}

/** Marks what has an edge above its text. */
const boxed = 'octavo-boxed';

function isInBox({ element, entered }: Block): boolean {
  const box = element.parentElement?.closest<HTMLElement>(`.${boxed}`);
  return box !== null && box !== undefined && !entered.includes(box);
}

interface Edges {
  top: number;
  bottom: number;
}

/** Where what a block brings begins and ends: boxes that open or close with it are its own. */
function outerEdges(block: Block): Edges {
  const own = block.element.getBoundingClientRect();
  const opening = block.entered.find((container) => {
    const style = getComputedStyle(container);
    return px(style.paddingTop) + px(style.borderTopWidth) > 0;
  });
  const closing = block.left.find((container) => {
    const style = getComputedStyle(container);
    return px(style.paddingBottom) + px(style.borderBottomWidth) > 0;
  });
  // What begins a column is no longer in a page whose styles can be asked.
  opening?.classList.add(boxed);
  return {
    top: opening ? opening.getBoundingClientRect().top : own.top,
    bottom: closing ? closing.getBoundingClientRect().bottom : own.bottom,
  };
}

/** Heights of a paragraph's lines, its own padding and borders left out. */
function lineHeights(block: Block): number[] {
  const { element, points } = block;
  const style = getComputedStyle(element);
  const count = points.length + 1;
  const content =
    element.getBoundingClientRect().height -
    px(style.paddingTop) -
    px(style.paddingBottom) -
    px(style.borderTopWidth) -
    px(style.borderBottomWidth);
  const even = content / count;
  const isSet = element.classList.contains('octavo-set');
  if (isSet && areEven(content, count, px(style.lineHeight))) {
    return new Array(count).fill(even);
  }
  const lines = browserLines(element);
  if (!isSet) {
    block.points = lines.flatMap(({ point }) => (point ? [point] : []));
  } else if (lines.length !== count) {
    return new Array(count).fill(even);
  }
  return lines.map(({ top, bottom }) => bottom - top);
}

function rowHeights(block: Block): number[] {
  const { bottom } = block.element.getBoundingClientRect();
  const tops = block.rows.map((row) => row.getBoundingClientRect().top);
  return tops.map((top, index) => (tops[index + 1] ?? bottom) - top);
}

function itemHeights(block: Block): number[] {
  if (block.kind === 'box') return [block.element.getBoundingClientRect().height];
  return block.kind === 'table' && block.rows.length ? rowHeights(block) : lineHeights(block);
}

function callsIn(element: HTMLElement, item: number): { item: number; call: HTMLElement }[] {
  return [...element.querySelectorAll<HTMLElement>('.note-call')].map((call) => ({ item, call }));
}

/** Which item of its block each note call stands in. */
function callItems(block: Block): { item: number; call: HTMLElement }[] {
  if (block.kind === 'table') {
    const { caption } = block.element as HTMLTableElement;
    return [
      ...(caption ? callsIn(caption, 0) : []),
      ...block.rows.flatMap((row, item) => callsIn(row, item)),
    ];
  }
  if (block.kind !== 'lines') return callsIn(block.element, 0);
  let item = 0;
  return block.calls.map(({ at, call }) => {
    while ((block.points[item]?.from ?? Number.POSITIVE_INFINITY) <= at) item += 1;
    return { item, call };
  });
}

/**
 * A block in a container that is to stay whole, and that a column can hold, is tied to the one
 * before it there.
 */
function tieContainers(galley: Galley, measured: MeasuredBlock[], height: number): void {
  const staysWhole = (container: HTMLElement) =>
    getComputedStyle(container).breakInside.startsWith('avoid') &&
    (container.tagName === 'FIGURE' || container.getBoundingClientRect().height <= height);
  const open = new Set<HTMLElement>();
  galley.blocks.forEach((block, index) => {
    const found = measured[index];
    if (open.size && found) {
      found.keepTogether = true;
      if (found.breakBefore === 'auto') found.breakBefore = 'avoid';
    }
    for (const container of block.entered) {
      if (staysWhole(container)) open.add(container);
    }
    if (open.size && found) found.keepTogether = true;
    for (const container of block.left) open.delete(container);
  });
}

/**
 * Rows that a table repeats in each of its parts, where others are left: without its own borders,
 * which a part has not where it is cut.
 */
function repeatedRows(
  block: Block,
  heights: readonly number[],
): Pick<MeasuredBlock, 'head' | 'foot'> {
  const table = block.element as HTMLTableElement;
  const head = table.tHead?.rows.length ?? 0;
  const foot = repeatedFoot(table)?.rows.length ?? 0;
  if (head + foot >= block.rows.length) return {};
  const { borderCollapse, borderTopWidth, borderBottomWidth, paddingBottom } = getComputedStyle(
    block.element,
  );
  // The first row begins in the middle of a collapsed border; the last ends with the table.
  const above = borderCollapse === 'collapse' ? px(borderTopWidth) / 2 : 0;
  const below = px(borderBottomWidth) + (borderCollapse === 'collapse' ? 0 : px(paddingBottom));
  const rowsAt = (from: number, rows: number, border: number) => ({
    rows,
    height: heights.slice(from, from + rows).reduce((sum, height) => sum + height, -border),
  });
  return {
    ...(head > 0 && { head: rowsAt(0, head, above) }),
    ...(foot > 0 && { foot: rowsAt(heights.length - foot, foot, below) }),
  };
}

export interface MeasureContext {
  /** Notes already brought by an earlier call: only the first call brings its note. */
  called: Set<number>;
  /** Of a full column, px. */
  height: number;
}

function measureBlock(
  block: Block,
  edges: Edges,
  gap: number,
  context: MeasureContext,
): MeasuredBlock {
  const heights = itemHeights(block);
  const total = heights.reduce((sum, height) => sum + height, 0);
  const inside = block.element.getBoundingClientRect();
  const isTable = block.kind === 'table' && block.rows.length > 0;
  const repeated = isTable ? repeatedRows(block, heights) : {};
  const style = getComputedStyle(block.element);
  // What stands over the items' sum (padding, borders, a caption) goes with the first and last.
  const firstTop = isTable
    ? (block.rows[0]?.getBoundingClientRect().top ?? inside.top)
    : inside.top + (block.kind === 'box' ? 0 : px(style.paddingTop) + px(style.borderTopWidth));
  const rise = firstTop - edges.top;
  const fall = edges.bottom - firstTop - total;
  heights[0] = (heights[0] ?? 0) + rise;
  heights[heights.length - 1] = (heights.at(-1) ?? 0) + fall;
  const notes: [number, number][] = [];
  for (const { item, call } of callItems(block)) {
    const note = Number(call.dataset.note) - 1;
    if (!(note >= 0) || context.called.has(note)) continue;
    context.called.add(note);
    notes.push([item, note]);
  }
  return {
    kind: isTable ? 'rows' : block.kind === 'box' ? 'box' : 'lines',
    gap,
    heights,
    tied: isTable ? joined(block) : [],
    hyphenated: block.hyphenated,
    notes,
    ...repeated,
    ...(block.kind === 'lines' && rise > evenness && { rise }),
    ...(block.kind === 'lines' && fall > evenness && { fall }),
    ...(isInBox(block) && { isInBox: true }),
    ...(block.element.closest('.end-of-text') && { endsText: true }),
    ...breaks(block),
    orphans: Number(style.orphans) || 2,
    widows: Number(style.widows) || 2,
    block: block.number,
  };
}

/** What stands before a take to be measured against. */
export const contextOf = ({ root }: Galley): Element | null =>
  root.querySelector(':scope > [data-octavo-context]');

/** Reads the heights of everything in a galley that is set and stands in the page. */
export function measureGalley(galley: Galley, context: MeasureContext): MeasuredGalley {
  // Of a later take, the space above its first block is that between two blocks.
  const before = contextOf(galley);
  let bottom = before
    ? before.getBoundingClientRect().bottom
    : galley.root.getBoundingClientRect().top;
  const blocks = galley.blocks.map((block) => {
    const edges = outerEdges(block);
    const gap = Math.max(0, edges.top - bottom);
    const [outer] = block.entered;
    if (outer) block.inset = edges.top - outer.getBoundingClientRect().top;
    bottom = edges.bottom;
    return measureBlock(block, edges, gap, context);
  });
  tieContainers(galley, blocks, context.height);
  return { blocks };
}
