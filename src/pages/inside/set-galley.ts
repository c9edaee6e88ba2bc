import { stripMarkers } from '../../typography/markers.js';
import type { SettingFault } from '../measured.js';
import type { Fonts } from './advances.js';
import { paragraphsIn } from './blocks.js';
import type { Block, Galley } from './galley.js';
import { Measures } from './measures.js';
import { isPlain, readText } from './paragraph-text.js';
import { safety, setLines, stripAll } from './set-lines.js';
import { fitTable, freezeColumns, joinedRows, rowsOf } from './tables.js';

export interface GalleySetting {
  galley: Galley;
  /** Width of the galley, px. */
  width: number;
  fonts: Fonts;
  faults: SettingFault[];
  /** For faults in notes. */
  note?: number;
}

const contentWidth = (element: HTMLElement) =>
  Number.parseFloat(getComputedStyle(element).width) || 0;

function addFault(
  { faults, note }: GalleySetting,
  kind: SettingFault['kind'],
  block: Block,
  text: string,
): void {
  faults.push({ kind, block: block.number, note, text });
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
  for (const { block, paragraph, place } of paragraphs) {
    setParagraph(setting, block, paragraph, widths.get(place) ?? width);
  }
}

/** Sets tables, whose columns only layout knows: it is asked for here, where there are tables. */
export function setTables(setting: GalleySetting): void {
  const { galley } = setting;
  for (const block of galley.blocks) {
    if (block.kind === 'code') stripAll(block.element);
    if (block.kind !== 'table') continue;
    const table = block.element as HTMLTableElement;
    const measure = contentWidth(table.parentElement ?? galley.root);
    block.rows = rowsOf(table);
    block.rowOffsets = block.rows.map((row) => textBefore(row, table));
    if (!fitTable(table, measure)) addFault(setting, 'wide-table', block, tableName(table));
    freezeColumns(table);
    for (const paragraph of paragraphsInCells(table)) {
      // A cell may be as wide as its longest word: no room is kept back.
      setParagraph(setting, block, paragraph, contentWidth(paragraph) + 2 * safety);
    }
  }
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
