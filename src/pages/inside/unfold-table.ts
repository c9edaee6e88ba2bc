import { stripMarkers } from '../../typography/markers.js';
import { holdsBlocks } from './blocks.js';

/** A column of a table narrower than this is not legible, whatever it holds (em). */
const leastColumn = 3;

/** Whether a table that is brought to its measure can still be read. */
export function isLegible(table: HTMLTableElement, measure: number): boolean {
  if (table.getBoundingClientRect().width > measure + 1) return false;
  const least = leastColumn * Number.parseFloat(getComputedStyle(table).fontSize);
  const cells = [...table.querySelectorAll('td, th')].filter(
    (cell) => cell.textContent?.trim() !== '',
  );
  return cells.every((cell) => cell.getBoundingClientRect().width >= least);
}

/** The column that each cell of some rows begins in. */
function columnsOf(rows: readonly HTMLTableRowElement[]): Map<HTMLTableCellElement, number> {
  const columns = new Map<HTMLTableCellElement, number>();
  /** For each column, the rows that a cell from above still stands in. */
  const taken: number[] = [];
  for (const row of rows) {
    const reach = taken.map((left) => Math.max(0, left - 1));
    let column = 0;
    for (const cell of row.cells) {
      while ((taken[column] ?? 0) > 0) column += 1;
      columns.set(cell, column);
      for (let end = column + cell.colSpan; column < end; column += 1) {
        reach[column] = cell.rowSpan - 1;
      }
    }
    taken.splice(0, taken.length, ...Array.from(reach, (left) => left ?? 0));
  }
  return columns;
}

const plainText = (element: Element) =>
  stripMarkers(element.textContent ?? '')
    .replace(/\s+/g, ' ')
    .trim();

/** What a table's head says over each column; nothing where it says more than words. */
function headings(table: HTMLTableElement): Map<number, string> | undefined {
  const rows = [...(table.tHead?.rows ?? [])];
  if (rows.some((row) => row.querySelector('.note-call, img, svg, [id]'))) return undefined;
  const names = new Map<number, string>();
  for (const [cell, column] of columnsOf(rows)) {
    const name = plainText(cell);
    for (let at = column; name && at < column + cell.colSpan; at += 1) names.set(at, name);
  }
  return names;
}

/** Added before a cell: no text of the manuscript's. */
function label(name: string): HTMLElement {
  const element = document.createElement('b');
  element.className = 'octavo-added';
  element.textContent = `${name}: `;
  return element;
}

function unfoldCell(cell: HTMLElement, name: string | undefined): HTMLElement {
  const element = document.createElement('div');
  element.className = 'octavo-cell';
  if (cell.id) element.id = cell.id;
  if (cell.lang) element.lang = cell.lang;
  if (cell.tagName === 'TH') element.classList.add('octavo-cell-head');
  element.append(...cell.childNodes);
  const blocks = holdsBlocks(element);
  const first = blocks ? element.firstElementChild : element;
  if (name) {
    if (first?.matches('p, .octavo-cell') && !holdsBlocks(first)) first.prepend(label(name));
    else element.prepend(label(name));
  }
  return element;
}

/**
 * A table as plain blocks, row after row and in each the cells one under the other, with what stands
 * over their columns: for tables too wide to be read, or with rows that no column holds.
 */
export function unfoldTable(table: HTMLTableElement): HTMLElement {
  const list = document.createElement('div');
  list.className = 'octavo-unfolded';
  if (table.id) list.id = table.id;
  if (table.lang) list.lang = table.lang;
  if (table.dataset.block !== undefined) list.dataset.block = table.dataset.block;
  if (table.caption) {
    const title = document.createElement('div');
    title.className = 'octavo-cell';
    title.append(...table.caption.childNodes);
    list.append(title);
  }
  const names = headings(table);
  const head = new Set<HTMLTableRowElement>(table.tHead?.rows ?? []);
  const rows = [...table.rows].filter((row) => !head.has(row));
  const columns = columnsOf(rows);
  const shownHead = names && rows.length ? [] : head;
  if (names && rows.length) {
    list.dataset.octavoSkipped = String(stripMarkers(table.tHead?.textContent ?? '').length);
  }
  for (const row of [...shownHead, ...rows]) {
    const group = document.createElement('div');
    group.className = 'octavo-row';
    for (const cell of row.cells) {
      if (plainText(cell) === '' && !cell.querySelector('img, svg')) continue;
      group.append(unfoldCell(cell, names?.get(columns.get(cell) ?? -1)));
    }
    if (group.childElementCount) list.append(group);
  }
  return list;
}
