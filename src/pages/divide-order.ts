import type { TakeSize } from './join-takes.js';
import type { ColumnPlan, MakeUp, NoteAreaPlan, PlacedInColumn } from './measured.js';

/** The order for all pages, before it is divided among the takes. */
export type WholeOrder = Omit<MakeUp, 'firstPage' | 'nextFirstPage' | 'received'>;

/** What a take is ordered before it is known what the take before hands over. */
export type TakeOrder = Omit<MakeUp, 'received'>;

interface Range {
  from: number;
  to: number;
}

const isIn = (at: number, { from, to }: Range) => at >= from && at < to;

/** Ranges that counts take one after another. */
function ranges(counts: readonly number[]): Range[] {
  let from = 0;
  return counts.map((count) => {
    const range = { from, to: from + count };
    from = range.to;
    return range;
  });
}

const within = (at: number, { from, to }: Range) => Math.min(Math.max(at, from), to) - from;

const floatsWithin = (floats: readonly PlacedInColumn[], items: Range) =>
  floats
    .filter(({ item }) => isIn(item, items))
    .map((float) => ({ ...float, item: float.item - items.from }));

/** A column's part in one take, counted within it. */
function partOf(column: ColumnPlan, items: Range, notes: Range): ColumnPlan {
  return {
    ...column,
    from: within(column.from, items),
    to: within(column.to, items),
    notes: column.notes
      .filter(({ note }) => isIn(note, notes))
      .map((part) => ({ ...part, note: part.note - notes.from })),
    head: floatsWithin(column.head, items),
    foot: floatsWithin(column.foot, items),
  };
}

const holdsItems = (column: ColumnPlan, items: Range) =>
  column.to > items.from && column.from < items.to && column.to > column.from;

const holdsNotes = (column: ColumnPlan, notes: Range) =>
  column.notes.some(({ note }) => isIn(note, notes));

const areaPartOf = (area: NoteAreaPlan, notes: Range): NoteAreaPlan => ({
  ...area,
  pieces: area.pieces
    .filter(({ note }) => isIn(note, notes))
    .map((piece) => ({ ...piece, note: piece.note - notes.from })),
});

const holdsFloats = ({ head, foot }: ColumnPlan, items: Range) =>
  [...head, ...foot].some(({ item }) => isIn(item, items));

/**
 * Divides an order among takes. A page that two takes have a part in is begun by the first and
 * ended by the second, and so are pages that only the rest of a note or a float of the first
 * reaches.
 *
 * @returns One order for each take.
 */
export function divideOrder(order: WholeOrder, takes: readonly TakeSize[]): TakeOrder[] {
  const blocks = ranges(takes.map((take) => take.blocks));
  const items = ranges(takes.map((take) => take.items));
  const notes = ranges(takes.map((take) => take.notes));
  const floats = ranges(takes.map((take) => take.floats));
  const pageCount = order.furniture.length;
  const firsts = takes.map((_, take) => {
    if (take === 0) return 0;
    const first = order.columns.find((column) => holdsItems(column, items[take] as Range));
    return first?.page ?? pageCount;
  });
  return takes.map((_, take) => {
    const [ownItems, ownNotes, ownFloats] = [items[take], notes[take], floats[take]] as [
      Range,
      Range,
      Range,
    ];
    const ownBlocks = blocks[take] as Range;
    const isLast = take === takes.length - 1;
    const firstPage = Math.min(...firsts.slice(take));
    const nextFirstPage = isLast ? pageCount : Math.min(...firsts.slice(take + 1));
    const isOwn = (column: ColumnPlan) =>
      isIn(column.page, { from: firstPage, to: nextFirstPage }) ||
      holdsItems(column, ownItems) ||
      holdsFloats(column, ownItems) ||
      holdsNotes(column, ownNotes);
    const floatPlans = order.floats.slice(ownFloats.from, ownFloats.to);
    const columns = order.columns.filter(isOwn).map((column) => partOf(column, ownItems, ownNotes));
    const areas = order.areas
      .map((area) => areaPartOf(area, ownNotes))
      .filter(
        ({ page, pieces }) =>
          pieces.length > 0 || isIn(page, { from: firstPage, to: nextFirstPage }),
      );
    const pages = [...columns, ...areas, ...floatPlans].map(({ page }) => page);
    return {
      ...order,
      firstPage,
      nextFirstPage,
      furniture: order.furniture.slice(firstPage, Math.max(nextFirstPage - 1, ...pages) + 1),
      columns,
      areas,
      gaps: order.gaps
        // The space above the next take's first block is one below this take's last.
        .filter(({ block }) => isIn(block, ownBlocks) || block === ownBlocks.to)
        .map(({ block, gap }) => ({ block: block - ownBlocks.from, gap })),
      closing: isLast ? order.closing : [],
      floats: floatPlans,
    };
  });
}
