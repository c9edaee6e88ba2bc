import type { Paragraph, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from '../../diagnostics/report.js';
import { placeOf } from '../places.js';

/** `[@key]: …` at a paragraph's start, a link definition in CommonMark and a citation here. */
export function citationDefinitions(root: Root, file: string, report: Report): void {
  visit(root, 'paragraph', (paragraph: Paragraph) => {
    const [first, second] = paragraph.children;
    if (first?.type !== 'citation' || first.narrative) return;
    if (second?.type !== 'text' || !second.value.startsWith(':')) return;
    const key = first.items[0]?.key ?? '';
    report.add('markdown/citation-definition', placeOf(first, file), {
      message: `[@${key}]: … at the start of a paragraph is read as a citation and its text, not as a link definition`,
      remedy: 'Define links under another label, or put a word before the citation',
    });
  });
}
