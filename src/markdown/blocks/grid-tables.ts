import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from '../../diagnostics/report.js';
import type { SourceText } from '../../publication/publication.js';
import { placeOf } from '../places.js';

const firstLine = /^\+(?:[-=:]{2,}\+)+[ \t]*(?:\r\n|\r|\n)[ \t>]*\|/;

/** pandoc's tables drawn with signs are text to the parser. */
export function gridTables(root: Root, { text, shown }: SourceText, report: Report): void {
  visit(root, 'paragraph', (node) => {
    const { position } = node;
    if (!firstLine.test(text.slice(position?.start.offset, position?.end.offset))) return;
    report.add('markdown/grid-table', placeOf(node, shown), {
      message: 'Octavo reads no tables drawn with + and -: its signs are printed as they stand',
      remedy:
        'Write its rows as `| a | b |` below a line of heads and one of `|---|---|`, or in HTML',
    });
  });
}
