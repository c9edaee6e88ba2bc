import type { GalleySetting } from './set-paragraph.js';
import { fitTables, type TableInMeasure, unfitTable } from './tables.js';

/** A table that stands on a page of its own, its head at the left. */
const turned = 'octavo-turned';

export const isTurned = (root: HTMLElement) => root.classList.contains(turned);

/**
 * Turns tables that no legible type brings into the width of the page: they are set as wide as the
 * page is high. To be asked when their galleys stand in the page and are not set yet.
 *
 * @param page Width and height of the type area, px.
 */
export function turnWideTables(
  floats: readonly GalleySetting[],
  page: { width: number; height: number },
): void {
  if (page.height <= page.width) return;
  const tables = floats.flatMap((setting): (TableInMeasure & { setting: GalleySetting })[] => {
    const [block, ...others] = setting.galley.blocks;
    if (block?.kind !== 'table' || others.length > 0) return [];
    return [{ setting, table: block.element as HTMLTableElement, measure: page.width }];
  });
  if (tables.length === 0) return;
  for (const { setting, table } of fitTables(tables)) {
    const { root } = setting.galley;
    unfitTable(table);
    root.classList.add(turned);
    root.style.width = `${page.height}px`;
    setting.width = page.height;
    setting.height = page.width;
  }
  for (const { table } of tables) unfitTable(table);
}

/** Places a turned table's root in a type area (px), from its foot upwards. */
export function placeTurned(root: HTMLElement, areaHeight: number): void {
  root.style.width = `${areaHeight}px`;
  root.style.transformOrigin = '0 0';
  root.style.transform = `translate(0, ${areaHeight}px) rotate(-90deg)`;
}
