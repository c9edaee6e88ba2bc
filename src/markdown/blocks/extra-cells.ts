import type { Root, Table } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from '../../diagnostics/report.js';
import { placeOf } from '../places.js';

/**
 * Takes out the cells of a row beyond its table's columns, which GFM leaves out (4.10, Tables
 * extension): notes and citations in them would be counted and never seen.
 */
export function extraCells(root: Root, file: string, report: Report): void {
  visit(root, 'table', ({ children: rows }: Table) => {
    const columns = rows[0]?.children.length ?? 0;
    for (const row of rows) {
      const [extra] = row.children.splice(columns);
      if (!extra) continue;
      report.add('markdown/extra-cells', placeOf(extra, file), {
        message: `This row has more cells than its table has columns (${columns}): the rest is left out`,
        remedy: 'Add the columns to the first two rows of the table, or remove the cells',
      });
    }
  });
}
