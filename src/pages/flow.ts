import type { MeasuredBlock, MeasuredGalley } from './measured.js';
import { columnEndPenalties, type Flow, type FlowItem, type NoteFlow } from './pagination/index.js';

/** What ending a column before a block's item costs, as far as the block itself tells. */
function costInside(block: MeasuredBlock, index: number): number {
  const { forbidden, hyphenated, insideParagraph, insideGroup } = columnEndPenalties;
  const count = block.heights.length;
  if (block.keepTogether || block.tied.includes(index)) return forbidden;
  if (block.kind === 'rows') {
    return block.head && index <= block.head.rows ? forbidden : insideGroup;
  }
  if (index < block.orphans || count - index < block.widows) return forbidden;
  return block.hyphenated.includes(index - 1) ? hyphenated : insideParagraph;
}

type Forced = FlowItem['forced'];

const forcedBy = (value: MeasuredBlock['breakBefore'] | undefined): Forced =>
  value === 'page' || value === 'column' ? value : undefined;

function blockItems(block: MeasuredBlock, before: MeasuredBlock | undefined): FlowItem[] {
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
        : costInside(block, index),
      notes: notes[index] ?? [],
    };
    if (block.head && index > headRows) item.repeat = block.head.height;
    if (first && forced && before) item.forced = forced;
    return item;
  });
}

/** A galley's lines, rows and boxes, in order. */
export function galleyItems({ blocks }: MeasuredGalley): FlowItem[] {
  return blocks.flatMap((block, index) => blockItems(block, blocks[index - 1]));
}

function noteFlow(galley: MeasuredGalley): NoteFlow {
  return { items: galleyItems(galley).map((item) => ({ ...item, notes: [] })) };
}

/** What pagination needs to know of a text and its notes. */
export function flowOf(text: MeasuredGalley, notes: readonly MeasuredGalley[] = []): Flow {
  return { items: galleyItems(text), notes: notes.map(noteFlow) };
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
