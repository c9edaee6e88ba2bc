/** A page's place on a side of a sheet. */
export interface Cell {
  /** From 0; undefined: the place stays blank. */
  page?: number;
  /** From the left and from the top, from 0. */
  column: number;
  row: number;
}

/** One side of a sheet, as it goes through the press. */
export interface SheetSide {
  /** From 1. */
  sheet: number;
  side: 'front' | 'back';
  /** Sheets that lie around this one once they are gathered and folded. */
  around: number;
  cells: Cell[];
}

/**
 * Pages of a booklet that is folded once and stitched through the fold: its sheets lie in each
 * other, so the first holds the first and the last two pages. Blank pages fill up the end to a
 * multiple of four. Backs are to be printed head to head (turned over on their short edge).
 */
export function saddleStitched(pageCount: number): SheetSide[] {
  const places = Math.ceil(pageCount / 4) * 4;
  const cells = (left: number, right: number): Cell[] =>
    [left, right].map((page, column) => ({
      page: page < pageCount ? page : undefined,
      column,
      row: 0,
    }));
  return Array.from({ length: places / 4 }, (_, around): SheetSide[] => {
    const [first, last] = [around * 2, places - 1 - around * 2];
    const sheet = around + 1;
    return [
      { sheet, side: 'front', around, cells: cells(last, first) },
      { sheet, side: 'back', around, cells: cells(first + 1, last - 1) },
    ];
  }).flat();
}

/** The same of what is read from right to left, and bound at the right. */
export function boundAtRight(sides: readonly SheetSide[], columns: number): SheetSide[] {
  return sides.map((side) => ({
    ...side,
    cells: side.cells
      .map((cell) => ({ ...cell, column: columns - 1 - cell.column }))
      .toSorted((one, other) => one.row - other.row || one.column - other.column),
  }));
}

/** Pages in the order they are read, row by row, each sheet printed on one side. */
export function inGrid(pageCount: number, columns: number, rows: number): SheetSide[] {
  const each = columns * rows;
  return Array.from({ length: Math.ceil(pageCount / each) }, (_, index) => ({
    sheet: index + 1,
    side: 'front' as const,
    around: 0,
    cells: Array.from({ length: each }, (_, place) => {
      const page = index * each + place;
      return {
        page: page < pageCount ? page : undefined,
        column: place % columns,
        row: Math.floor(place / columns),
      };
    }),
  }));
}
