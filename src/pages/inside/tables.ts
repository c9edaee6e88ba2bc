/** Type sizes tried in turn on a table that is too wide for its column, as shares of its own. */
const sizes = [1, 0.9, 0.8];

/** Content of a table stands over its box by this much before it counts (px). */
const tolerance = 0.75;

/** A table and the width that it stands in, px. */
export interface TableInMeasure {
  table: HTMLTableElement;
  measure: number;
}

const isTooWide = ({ table, measure }: TableInMeasure) =>
  table.getBoundingClientRect().width > measure + tolerance;

/**
 * Brings tables to the widths of their columns: by smaller type, and where that does not help, by
 * breaking words anywhere. Layout is asked for once for each size of type.
 *
 * @returns Those where it came to that.
 */
export function fitTables<T extends TableInMeasure>(tables: readonly T[]): T[] {
  let wide = [...tables];
  for (const size of sizes) {
    if (size < 1) for (const { table } of wide) table.style.fontSize = `${size}em`;
    wide = wide.filter(isTooWide);
  }
  for (const { table } of wide) table.classList.add('octavo-crowded');
  return wide;
}

/** Gives a table back the type it had before it was brought to a width. */
export function unfitTable(table: HTMLElement): void {
  table.style.fontSize = '';
  table.classList.remove('octavo-crowded');
}

/** Rows as shown: head, bodies, foot. */
export function rowsOf(table: HTMLTableElement): HTMLTableRowElement[] {
  const { tHead, tFoot } = table;
  return [
    ...(tHead?.rows ?? []),
    ...[...table.rows].filter((row) => row.parentElement !== tHead && row.parentElement !== tFoot),
    ...(tFoot?.rows ?? []),
  ];
}

/** A foot of more rows is no line of sums, and is not repeated. */
const mostFootRows = 3;

/** The foot that a table repeats wherever it is cut. */
export function repeatedFoot({ tFoot }: HTMLTableElement): HTMLTableSectionElement | undefined {
  return tFoot && tFoot.rows.length <= mostFootRows ? tFoot : undefined;
}

/** Rows (by index) that a cell joins to the row above: no break may come before them. */
export function joinedRows(rows: readonly HTMLTableRowElement[]): number[] {
  const joined = new Set<number>();
  rows.forEach((row, index) => {
    const section = rows.filter(({ parentElement }) => parentElement === row.parentElement);
    const rest = section.length - section.indexOf(row);
    for (const cell of row.cells) {
      const span = cell.rowSpan === 0 ? rest : Math.min(cell.rowSpan, rest);
      for (let below = 1; below < span; below += 1) joined.add(index + below);
    }
  });
  return [...joined].sort((a, b) => a - b);
}

/**
 * Leaves a cell that joins rows in the first of them, with empty ones below: the rows may then be
 * parted.
 */
export function dissolveSpans(table: HTMLTableElement): void {
  for (const section of [...table.tBodies]) {
    const rows = [...section.rows];
    rows.forEach((row, index) => {
      for (const cell of [...row.cells]) {
        const span = cell.rowSpan === 0 ? rows.length : cell.rowSpan;
        if (span < 2) continue;
        const column = columnOf(cell);
        cell.rowSpan = 1;
        for (const below of rows.slice(index + 1, index + span)) {
          const filler = document.createElement('td');
          filler.colSpan = cell.colSpan;
          below.insertBefore(filler, cellFrom(below, column));
        }
      }
    });
  }
}

/** Columns before a cell in its row, cells from above left out: those are dissolved already. */
function columnOf(cell: HTMLTableCellElement): number {
  const row = [...((cell.parentElement as HTMLTableRowElement | null)?.cells ?? [])];
  return row.slice(0, row.indexOf(cell)).reduce((sum, { colSpan }) => sum + colSpan, 0);
}

/** The cell of a row that begins at or after a column. */
function cellFrom(row: HTMLTableRowElement, column: number): HTMLTableCellElement | null {
  let at = 0;
  for (const cell of row.cells) {
    if (at >= column) return cell;
    at += cell.colSpan;
  }
  return null;
}

/** Writes the columns' widths down, so that every part of a cut table keeps them. */
export function freezeColumns(tables: readonly HTMLTableElement[]): void {
  const measured = tables.map((table) => ({
    table,
    columns: columnWidths(table),
    width: table.getBoundingClientRect().width,
  }));
  for (const { table, columns, width } of measured) {
    for (const group of table.querySelectorAll(':scope > colgroup')) group.remove();
    const group = document.createElement('colgroup');
    for (const columnWidth of columns) {
      const column = document.createElement('col');
      column.style.width = `${columnWidth}px`;
      group.append(column);
    }
    const { caption } = table;
    if (caption) caption.after(group);
    else table.prepend(group);
    table.style.tableLayout = 'fixed';
    table.style.width = `${width}px`;
  }
}

/** Widths of the columns in their order, read off the cells that span one alone; the rest share what is left. */
function columnWidths(table: HTMLTableElement): number[] {
  const lefts = new Set<number>();
  const { left, right } = table.getBoundingClientRect();
  for (const cell of table.querySelectorAll('td, th')) {
    lefts.add(Math.round(cell.getBoundingClientRect().left * 64) / 64);
  }
  const edges = [...lefts].filter((edge) => edge > left - 1).sort((a, b) => a - b);
  const widths = edges.map((edge, index) => (edges[index + 1] ?? right) - edge);
  return getComputedStyle(table).direction === 'rtl' ? widths.reverse() : widths;
}
