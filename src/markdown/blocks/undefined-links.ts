import type { Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from '../../diagnostics/report.js';
import type { SourceText } from '../../publication/publication.js';
import { pointAfter } from '../places.js';

/**
 * `[words][label]`, or the end of it where markup in the words divides the text. Labels that begin
 * like notes and citations are theirs.
 */
const reference = /(?:(?<!\\)\[(?!\^)[^[\]]*|^)\](\[(?![\^@])[^[\]\s][^[\]]*\])/g;

/** A link whose label nothing defines is text to the parser. Looks for such text, as it was written. */
export function undefinedLinks(root: Root, { text, shown }: SourceText, report: Report): void {
  visit(root, 'text', ({ position }: Text) => {
    if (!position) return;
    const written = text.slice(position.start.offset, position.end.offset);
    for (const match of written.matchAll(reference)) {
      const label = match[1] ?? '';
      const { line, column } = pointAfter(
        position.start,
        written,
        match.index + match[0].length - label.length,
      );
      report.add(
        'markdown/undefined-link',
        { file: shown, line, column },
        {
          message: `The label ${label} of this link is not defined`,
          remedy: `Define it in a paragraph of its own: \`${label}: https://…\``,
        },
      );
    }
  });
}
