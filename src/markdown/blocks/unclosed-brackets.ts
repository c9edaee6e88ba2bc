import type { Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from '../../diagnostics/report.js';
import type { SourceText } from '../../publication/publication.js';
import { placeOf, pointAfter } from '../places.js';

const noteBeginning = /(?<!\\)\^\[/g;

/** What may stand between the bracket of a citation and its first key. */
const citationBeginning = /(?<![\\^])\[(?<prefix>-?|[\p{L}\s.,]{1,40})$/u;

/** Notes and citations whose bracket is never closed are text, or a name in the sentence. */
export function unclosedBrackets(root: Root, { text, shown }: SourceText, report: Report): void {
  const written = ({ position }: RootContent) =>
    text.slice(position?.start.offset, position?.end.offset);

  visit(root, 'text', (node) => {
    if (!node.position) return;
    const own = written(node);
    for (const { index } of own.matchAll(noteBeginning)) {
      const { line, column } = pointAfter(node.position.start, own, index);
      report.add(
        'markdown/unclosed-bracket',
        { file: shown, line, column },
        {
          message: 'The bracket of this note is not closed in its paragraph: it stays text',
          remedy: 'End the note with `]`, or write `^\\[` for the signs themselves',
        },
      );
    }
  });

  visit(root, 'citation', (node, index, parent) => {
    const before = parent?.children[(index ?? 0) - 1];
    if (!node.narrative || before?.type !== 'text') return;
    const prefix = citationBeginning.exec(written(before))?.groups?.prefix;
    if (prefix === undefined) return;
    const after = text.slice(node.position?.end.offset, parent?.position?.end.offset);
    const isAside = prefix.length > 1 && /(?<!\\)\]/.test(after);
    if (isAside) return;
    report.add('markdown/unclosed-bracket', placeOf(node, shown), {
      message: `The bracket before @${node.items[0]?.key} is not closed in its paragraph: the work is cited as a name in the sentence`,
      remedy: 'End the citation with `]`, or write `\\[` for the bracket itself',
    });
  });
}
