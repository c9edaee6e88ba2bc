import type { MeasuredBlock, MeasuredGalley } from './measured.js';
import { columnEndPenalties, type Flow, type FlowItem, type NoteFlow } from './pagination/index.js';

/** Rows of the body that a cut leaves on either side, at least. */
const leastRows = 2;

/** A low table stays whole; a high one is cut between rows, its head followed by some of them. */
function rowCost({ head, heights }: MeasuredBlock, row: number, wholeTable: number): number {
  const { forbidden, insideGroup } = columnEndPenalties;
  const total = heights.reduce((sum, height) => sum + height, 0);
  const fromHead = row - (head?.rows ?? 0);
  const isLow = total < wholeTable;
  const strays = fromHead < leastRows || heights.length - row < leastRows;
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

type Forced = FlowItem['forced'];

const forcedBy = (value: MeasuredBlock['breakBefore'] | undefined): Forced =>
  value === 'page' || value === 'column' ? value : undefined;

function blockItems(
  block: MeasuredBlock,
  before: MeasuredBlock | undefined,
  wholeTable: number,
): FlowItem[] {
  const kept = block.breakBefore === 'avoid' || before?.breakAfter === 'avoid';
  const forced = forcedBy(block.breakBefore) ?? forcedBy(before?.breakAfter);
  const notes: number[][] = block.heights.map(() => []);
  for (const [item, note] of block.notes) notes[item]?.push(note);
  const headRows = block.head?.rows ?? 0;
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
    };
    if (block.head && index > headRows) item.repeat = block.head.height;
    if (first && forced && before) item.forced = forced;
    return item;
  });
}

/** A galley's lines, rows and boxes, in order. */
export function galleyItems({ blocks }: MeasuredGalley, wholeTable = 0): FlowItem[] {
  return blocks.flatMap((block, index) => blockItems(block, blocks[index - 1], wholeTable));
}

function noteFlow(galley: MeasuredGalley): NoteFlow {
  return { items: galleyItems(galley).map((item) => ({ ...item, notes: [] })) };
}

/**
 * What pagination needs to know of a text and its notes.
 *
 * @param wholeTable Height below which a table is not cut, px.
 */
export function flowOf(
  text: MeasuredGalley,
  notes: readonly MeasuredGalley[] = [],
  wholeTable = 0,
): Flow {
  return { items: galleyItems(text, wholeTable), notes: notes.map((note) => noteFlow(note)) };
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
