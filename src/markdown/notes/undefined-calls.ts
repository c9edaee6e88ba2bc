import type { Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from '../../diagnostics/report.js';
import type { SourceText } from '../../publication/publication.js';
import { pointAfter } from '../places.js';

const call = /(?<!\\)\[\^([^\]\s]+)\]/g;

/** A call whose label nothing defines is text to the parser. Looks for such text, as it was written. */
export function undefinedCalls(root: Root, { text, shown }: SourceText, report: Report): void {
  visit(root, 'text', ({ position }: Text) => {
    if (!position) return;
    const written = text.slice(position.start.offset, position.end.offset);
    for (const match of written.matchAll(call)) {
      const { line, column } = pointAfter(position.start, written, match.index);
      report.add(
        'markdown/undefined-note',
        { file: shown, line, column },
        {
          message: `The note ${match[0]} is called but not defined`,
          remedy: `Define it in a paragraph of its own: ${match[0]}: …`,
        },
      );
    }
  });
}
