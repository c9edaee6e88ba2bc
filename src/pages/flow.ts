import type { MeasuredBlock, MeasuredGalley } from './measured.js';
import {
  columnEndPenalties,
  type Flow,
  type FlowItem,
  type NoteFlow,
  type SideWish,
} from './pagination/index.js';
import { leastGapOf, leastGaps } from './return-to-grid.js';

/** Share of a line that stands between a float and the text at least. */
const leastFloatGap = 0.5;

/** Rows of the body that a cut leaves on either side, at least. */
const leastRows = 2;

/** A low table stays whole; a high one is cut between rows, its head followed by some of them. */
function rowCost({ head, foot, heights }: MeasuredBlock, row: number, wholeTable: number): number {
  const { forbidden, insideGroup } = columnEndPenalties;
  const total = heights.reduce((sum, height) => sum + height, 0);
  const fromHead = row - (head?.rows ?? 0);
  const isLow = total < wholeTable;
  const toFoot = heights.length - row - (foot?.rows ?? 0);
  const strays = fromHead < leastRows || toFoot < leastRows;
  return isLow || fromHead <= 0 || strays ? forbidden : insideGroup;
}

/** What ending a column before a block's item costs, as far as the block itself tells. */
function costInside(block: MeasuredBlock, index: number, wholeTable: number): number {
  const { forbidden, hyphenated, insideParagraph } = columnEndPenalties;
  const count = block.heights.length;
  if (block.keepTogether || block.tied.includes(index)) return forbidden;
  if (block.kind === 'rows') return rowCost(block, index, wholeTable);
  if (index < block.orphans || count - index < block.widows) return forbidden;
  return block.hyphenated.includes(index - 1) ? hyphenated : insideParagraph;
}

/** px that a float takes of a column, the space to the text included: whole lines. */
export function roomOfFloat(height: number, leading: number): number {
  return Math.ceil(height / leading + leastFloatGap) * leading;
}

/** What brings the first line of a block to the grid. */
function comingToGrid({ isOther, rise }: MeasuredBlock, leastGap: number | undefined) {
  if (leastGap === undefined) return {};
  return { leastGap, ...(rise !== undefined && !isOther && { rise }) };
}

type Forced = FlowItem['forced'];

const forcedBy = (value: MeasuredBlock['breakBefore'] | undefined): Forced =>
  value === 'page' || value === 'column' ? value : undefined;

function blockItems(
  block: MeasuredBlock,
  before: MeasuredBlock | undefined,
  wholeTable: number,
  leastGap: number | undefined,
): FlowItem[] {
  const kept = block.breakBefore === 'avoid' || before?.breakAfter === 'avoid';
  const forced = forcedBy(block.breakBefore) ?? forcedBy(before?.breakAfter);
  const notes: number[][] = block.heights.map(() => []);
  for (const [item, note] of block.notes) notes[item]?.push(note);
  const headRows = block.head?.rows ?? 0;
  const footStart = block.heights.length - (block.foot?.rows ?? 0);
  return block.heights.map((height, index): FlowItem => {
    const first = index === 0;
    const item: FlowItem = {
      height,
      gap: first ? block.gap : 0,
      breakBefore: first
        ? kept && !forced
          ? columnEndPenalties.forbidden
          : columnEndPenalties.insideParagraph
        : costInside(block, index, wholeTable),
      notes: notes[index] ?? [],
      ...(first && comingToGrid(block, leastGap)),
    };
    if (block.isInBox || (!first && block.rise !== undefined)) item.inBox = true;
    if (block.endsText) item.endsText = true;
    if (first && block.headSpace !== undefined) item.repeat = block.headSpace;
    if (block.head && index > headRows) item.repeat = block.head.height;
    if (block.foot && index > headRows && index <= footStart) item.repeatBelow = block.foot.height;
    if (first && forced && before) item.forced = forced;
    return item;
  });
}

/** A galley's lines, rows and boxes, in order. */
export function galleyItems({ blocks }: MeasuredGalley, sizes?: FlowSizes): FlowItem[] {
  const least = sizes && sizes.grid > 0 ? leastGaps(blocks, sizes.grid) : [];
  const items = blocks.map((block, index) =>
    blockItems(block, blocks[index - 1], sizes?.wholeTable ?? 0, least[index]),
  );
  if (sizes) markFloats(blocks, items, sizes);
  return items.flat();
}

/** Floats that are in one piece may leave their places: not those that themselves ask for a break. */
function markFloats(
  blocks: readonly MeasuredBlock[],
  items: readonly FlowItem[][],
  { leading, grid }: FlowSizes,
): void {
  let settled: MeasuredBlock | undefined;
  let floatEnd = 0;
  /** Past what might have been a float, and is in several pieces. */
  let cutEnd = 0;
  /** Space above the first of a run of floats that stands right after such. */
  let gapAfterCut: number | undefined;
  blocks.forEach((block, index) => {
    const own = items[index] as FlowItem[];
    if (index === floatEnd && index > 0 && block.gapWithoutFloats !== undefined) {
      const gap = gapAfterCut ?? block.gapWithoutFloats;
      const kept = block.breakBefore === 'avoid' || settled?.breakAfter === 'avoid';
      const { forbidden, insideParagraph } = columnEndPenalties;
      const [first] = own;
      const breakBefore = kept ? forbidden : insideParagraph;
      const comes = grid > 0 && leastGapOf({ ...block, gap }, settled) !== undefined;
      if (first) first.withoutFloats = { gap, breakBefore, ...(comes && { leastGap: gap }) };
    }
    if (block.float === undefined) {
      if (index >= floatEnd) settled = block;
      return;
    }
    const { blocks: count, height } = block.float;
    const group = items.slice(index, index + count).flat();
    const forces = forcedBy(blocks[index + count - 1]?.breakAfter) !== undefined;
    const inOnePiece = group.every(({ breakBefore, forced }, at) =>
      at === 0 ? !forced : breakBefore === columnEndPenalties.forbidden,
    );
    if (forces || !inOnePiece) {
      settled = block;
      cutEnd = index + count;
      return;
    }
    if (index !== floatEnd) gapAfterCut = index === cutEnd ? block.gap : undefined;
    floatEnd = index + count;
    const [first] = group;
    if (first) first.float = { items: group.length, height: roomOfFloat(height, leading) };
  });
}

function noteFlow(galley: MeasuredGalley): NoteFlow {
  const items = galleyItems(galley).map((item) => ({ ...item, notes: [] }));
  return { items, marked: galley.isMarked };
}

export interface FlowSizes {
  /** Height below which a table is not cut, px. */
  wholeTable: number;
  /** Baseline to baseline, px: floats take whole lines. */
  leading: number;
  /** The same of the grid that text comes back to, px; 0 where there is none. */
  grid: number;
}

/**
 * What pagination needs to know of a text and its notes.
 *
 * @param sizes Left out, tables may be cut wherever their rows allow, and nothing floats.
 */
export function flowOf(
  text: MeasuredGalley,
  notes: readonly MeasuredGalley[] = [],
  sizes?: FlowSizes,
): Flow {
  return { items: galleyItems(text, sizes), notes: notes.map((note) => noteFlow(note)) };
}

/** Items of text that asks for a new page on one side of the leaf, in order. */
export function sideWishes({ blocks }: MeasuredGalley, { items }: Flow): SideWish[] {
  let item = 0;
  return blocks.flatMap(({ heights, sideBefore }, index): SideWish[] => {
    const side = sideBefore ?? blocks[index - 1]?.sideAfter;
    const own = item;
    item += heights.length;
    return side && items[own]?.forced === 'page' ? [{ item: own, side }] : [];
  });
}

/** The first item of a block, by its `data-block`. */
export function firstItemOf(
  { blocks }: MeasuredGalley,
  block: number | undefined,
): number | undefined {
  if (block === undefined) return undefined;
  const index = blocks.findIndex((each) => each.block === block);
  if (index < 0) return undefined;
  return blocks.slice(0, index).reduce((sum, { heights }) => sum + heights.length, 0);
}

/** The block that an item belongs to. */
export function blockOfItem(
  { blocks }: MeasuredGalley,
  item: number | undefined,
): MeasuredBlock | undefined {
  let rest = item ?? Number.NaN;
  return blocks.find(({ heights }) => {
    rest -= heights.length;
    return rest < 0;
  });
}
