import { stripMarkers } from '../../typography/markers.js';
import { paragraphsIn } from './blocks.js';
import { safety } from './fillers.js';
import { type Block, readGalley } from './galley.js';
import { noteOf } from './note-of.js';
import { stripAll } from './set-lines.js';
import { addFault, type GalleySetting, readParagraph, setParagraph } from './set-paragraph.js';
import {
  dissolveSpans,
  fitTables,
  freezeColumns,
  joinedRows,
  repeatedFoot,
  rowsOf,
  unfitTable,
} from './tables.js';
import { isLegible, unfoldTable } from './unfold-table.js';

/** A table on its way into lines. */
interface UnsetTable {
  setting: GalleySetting;
  block: Block;
  table: HTMLTableElement;
  /** The table as it was. */
  unset: HTMLTableElement;
  /** Width that it stands in, px. */
  measure: number;
}

const contentWidth = (element: HTMLElement) =>
  Number.parseFloat(getComputedStyle(element).width) || 0;

/**
 * Sets the tables of galleys, whose columns only layout knows: it is asked for a few times for all
 * of them, between which all that was read is written.
 */
export function setTables(settings: readonly GalleySetting[]): void {
  const tables: UnsetTable[] = [];
  for (const setting of settings) {
    for (const block of setting.galley.blocks) {
      if (block.kind === 'code') stripAll(block.element);
      if (block.kind !== 'table') continue;
      const table = block.element as HTMLTableElement;
      const unset = table.cloneNode(true) as HTMLTableElement;
      tables.push({ setting, block, table, unset, measure: 0 });
    }
  }
  if (tables.length === 0) return;
  const legible = fitIn(tables);
  setCells(legible);
  const low = new Set(legible.filter(isLowEnough));
  for (const table of tables) if (!low.has(table)) unfold(table);
}

/** Brings tables to their widths. What is left out nobody could read. */
function fitIn(tables: readonly UnsetTable[]): UnsetTable[] {
  for (const unset of tables) {
    const { block, table, setting } = unset;
    unset.measure = contentWidth(table.parentElement ?? setting.galley.root);
    block.rows = rowsOf(table);
    block.rowOffsets = block.rows.map((row) => textBefore(row, table));
  }
  const crowded = new Set(fitTables(tables));
  return tables.filter((unset) => {
    if (!crowded.has(unset)) return true;
    const { setting, block, table, measure } = unset;
    addFault(setting, 'wide-table', block, tableName(table));
    return isLegible(table, measure);
  });
}

function setCells(tables: readonly UnsetTable[]): void {
  freezeColumns(tables.map(({ table }) => table));
  const read = tables.flatMap(({ setting, block, table }) =>
    [...paragraphsInCells(table)].map((paragraph) => ({
      paragraph: readParagraph(setting, block, paragraph),
      // A cell may be as wide as its longest word: no room is kept back.
      measure: contentWidth(paragraph) + 2 * safety,
    })),
  );
  for (const { paragraph, measure } of read) setParagraph(paragraph, measure);
}

/** Whether a column holds each row of a table, and those that cells join to it. */
function isLowEnough({ setting, block, table }: UnsetTable): boolean {
  if (highestCut(block) <= setting.height) return true;
  if (joined(block).length > 0) {
    // What joins more rows than a column holds stands in the first of them.
    dissolveSpans(table);
    if (highestCut(block) <= setting.height) return true;
  }
  const { number } = block;
  setting.faults.push({
    kind: 'tall-row',
    block: number,
    note: noteOf(table),
    text: tableName(table),
  });
  return false;
}

/** Height of the highest piece that a cut leaves of a table: rows that cells join, with head and foot. */
function highestCut(block: Block): number {
  const { rows, element } = block;
  const { tHead, caption } = element as HTMLTableElement;
  const heights = rows.map((row) => row.getBoundingClientRect().height);
  const headRows = tHead?.rows.length ?? 0;
  const head = heights.slice(0, headRows).reduce((sum, height) => sum + height, 0);
  const footRows = repeatedFoot(element as HTMLTableElement)?.rows.length ?? 0;
  const foot = heights.slice(heights.length - footRows).reduce((sum, height) => sum + height, 0);
  const tied = new Set(joined(block));
  let highest = 0;
  let piece = caption?.getBoundingClientRect().height ?? 0;
  heights.slice(headRows, heights.length - footRows).forEach((height, row) => {
    piece = tied.has(row + headRows) ? piece + height : row === 0 ? piece + height : height;
    highest = Math.max(highest, head + piece + foot);
  });
  return Math.max(highest, head + foot);
}

/** Puts a table's rows, as plain blocks, in its place. */
function unfold({ setting, block, unset }: UnsetTable): void {
  const { element } = block;
  const wasNumbered = element.dataset.block !== undefined;
  const list = unfoldTable(unset);
  unfitTable(element);
  const { fontFamily, fontSize, lineHeight } = getComputedStyle(element);
  Object.assign(list.style, { fontFamily, fontSize, lineHeight });
  const holder = document.createElement('div');
  holder.append(list);
  const { blocks } = readGalley(holder);
  element.replaceWith(list);
  for (const inner of blocks) {
    inner.number ??= block.number;
    if (!wasNumbered) inner.offset += block.offset;
  }
  blocks[0]?.entered.unshift(...block.entered);
  blocks.at(-1)?.left.unshift(...block.left);
  const read = blocks.flatMap((inner) =>
    inner.kind === 'lines' || inner.kind === 'box'
      ? [...paragraphsIn(inner.element)].map((paragraph) => ({
          paragraph: readParagraph(setting, inner, paragraph),
          measure: contentWidth(paragraph),
        }))
      : [],
  );
  for (const { paragraph, measure } of read) setParagraph(paragraph, measure);
  const all = setting.galley.blocks;
  all.splice(all.indexOf(block), 1, ...blocks);
}

export const joined = (block: Block): number[] => joinedRows(block.rows);

function* paragraphsInCells(table: HTMLTableElement): Generator<HTMLElement> {
  if (table.caption) yield* paragraphsIn(table.caption);
  for (const cell of table.querySelectorAll<HTMLElement>('td, th')) {
    const inside = [...cell.children].flatMap((child) => [...paragraphsIn(child as HTMLElement)]);
    if (inside.length) yield* inside;
    else if (cell.textContent?.trim()) yield cell;
  }
}

function tableName(table: HTMLTableElement): string {
  const words = (table.caption?.textContent || table.rows[0]?.textContent || '').trim();
  return words.replace(/\s+/g, ' ').slice(0, 40);
}

/** Characters of an element's text before one inside it, markers left out. */
function textBefore(inner: HTMLElement, element: HTMLElement): number {
  const range = document.createRange();
  range.setStart(element, 0);
  range.setEndBefore(inner);
  return stripMarkers(range.toString()).length;
}
