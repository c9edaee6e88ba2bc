import { stripMarkers } from '../../typography/markers.js';
import type { SettingFault } from '../measured.js';
import type { Fonts } from './advances.js';
import { paragraphsIn } from './blocks.js';
import { fitFormulas } from './formulas.js';
import { safety } from './freeze.js';
import { type Block, type Galley, readGalley } from './galley.js';
import { Measures } from './measures.js';
import { noteOf } from './note-of.js';
import { isPlain, readText } from './paragraph-text.js';
import { setLines, stripAll } from './set-lines.js';
import { fitTable, freezeColumns, joinedRows, rowsOf, unfitTable } from './tables.js';
import { isLegible, unfoldTable } from './unfold-table.js';

export interface GalleySetting {
  galley: Galley;
  /** Width of the galley, px. */
  width: number;
  fonts: Fonts;
  faults: SettingFault[];
  /** Of a full column, px: what is higher is cut. */
  height: number;
}

const contentWidth = (element: HTMLElement) =>
  Number.parseFloat(getComputedStyle(element).width) || 0;

function addFault(
  { faults }: GalleySetting,
  kind: SettingFault['kind'],
  block: Block,
  text: string,
): void {
  faults.push({ kind, block: block.number, note: noteOf(block.element), text });
}

/** Sets one paragraph; true where the lines are ours. */
function setParagraph(
  setting: GalleySetting,
  block: Block,
  paragraph: HTMLElement,
  measure: number,
): boolean {
  const first = readText(paragraph, setting.fonts);
  if (!isPlain(paragraph, first.text)) {
    stripAll(paragraph);
    if (paragraph === block.element) {
      const { text, calls } = readText(paragraph, setting.fonts);
      Object.assign(block, { text, calls, measure });
    }
    return false;
  }
  let read: typeof first | undefined = first;
  const set = setLines(
    paragraph,
    () => {
      const text = read ?? readText(paragraph, setting.fonts);
      read = undefined;
      return text;
    },
    measure,
  );
  // Of words broken in a table, the table's own fault tells.
  const broken = block.kind === 'table' ? [] : set.overfull;
  for (const word of broken) addFault(setting, 'long-word', block, word);
  if (paragraph === block.element) {
    block.text = set.text.text;
    block.calls = set.text.calls;
    block.measure = measure;
    block.points = set.points;
    block.hyphenated = set.hyphenated;
  }
  return true;
}

/**
 * Sets all paragraphs whose width is known beforehand, tables apart. The galley's root joins the
 * page here and is not laid out before that is asked for.
 */
export function setParagraphs(setting: GalleySetting): void {
  const { galley, width } = setting;
  const { root, blocks } = galley;
  root.style.width = `${width}px`;
  const places = new Measures(root);
  const paragraphs: { block: Block; paragraph: HTMLElement; place: string }[] = [];
  for (const block of blocks) {
    if (block.kind !== 'lines' && block.kind !== 'box') continue;
    for (const paragraph of paragraphsIn(block.element)) {
      paragraphs.push({ block, paragraph, place: places.note(paragraph, root) });
    }
  }
  const widths = places.measure();
  document.body.append(root);
  fitFormulas(root, setting.faults);
  for (const { block, paragraph, place } of paragraphs) {
    setParagraph(setting, block, paragraph, widths.get(place) ?? width);
  }
}

/** Sets tables, whose columns only layout knows: it is asked for here, where there are tables. */
export function setTables(setting: GalleySetting): void {
  const { blocks } = setting.galley;
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index] as Block;
    if (block.kind === 'code') stripAll(block.element);
    if (block.kind !== 'table') continue;
    const unset = block.element.cloneNode(true) as HTMLTableElement;
    if (!setTable(setting, block)) blocks.splice(index, 1, ...setUnfolded(setting, block, unset));
  }
}

/** False where nobody could read the table, or no column holds a row of it. */
function setTable(setting: GalleySetting, block: Block): boolean {
  const table = block.element as HTMLTableElement;
  const measure = contentWidth(table.parentElement ?? setting.galley.root);
  block.rows = rowsOf(table);
  block.rowOffsets = block.rows.map((row) => textBefore(row, table));
  if (!fitTable(table, measure)) {
    addFault(setting, 'wide-table', block, tableName(table));
    if (!isLegible(table, measure)) return false;
  }
  freezeColumns(table);
  const { faults } = setting;
  for (const paragraph of paragraphsInCells(table)) {
    // A cell may be as wide as its longest word: no room is kept back.
    setParagraph(setting, block, paragraph, contentWidth(paragraph) + 2 * safety);
  }
  if (highestCut(block) <= setting.height) return true;
  faults.push({
    kind: 'tall-row',
    block: block.number,
    note: noteOf(table),
    text: tableName(table),
  });
  return false;
}

/** Height of the highest piece that a cut leaves of a table: rows that cells join, under the head. */
function highestCut(block: Block): number {
  const { rows, element } = block;
  const { tHead, caption } = element as HTMLTableElement;
  const heights = rows.map((row) => row.getBoundingClientRect().height);
  const headRows = tHead?.rows.length ?? 0;
  const head = heights.slice(0, headRows).reduce((sum, height) => sum + height, 0);
  const tied = new Set(joined(block));
  let highest = 0;
  let piece = caption?.getBoundingClientRect().height ?? 0;
  heights.slice(headRows).forEach((height, row) => {
    piece = tied.has(row + headRows) ? piece + height : row === 0 ? piece + height : height;
    highest = Math.max(highest, head + piece);
  });
  return Math.max(highest, head);
}

/** Puts a table's rows, as plain blocks, in its place. */
function setUnfolded(setting: GalleySetting, block: Block, table: HTMLTableElement): Block[] {
  const { element } = block;
  const wasNumbered = element.dataset.block !== undefined;
  const list = unfoldTable(table);
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
  for (const inner of blocks) {
    if (inner.kind !== 'lines' && inner.kind !== 'box') continue;
    for (const paragraph of paragraphsIn(inner.element)) {
      setParagraph(setting, inner, paragraph, contentWidth(paragraph));
    }
  }
  return blocks;
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
