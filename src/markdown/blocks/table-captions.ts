import type { Paragraph, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from '../../diagnostics/report.js';
import type { TableCaption } from '../nodes.js';
import { placeOf } from '../places.js';
import { isParent, type MarkdownParent } from '../tree.js';

/** How a paragraph says that it is a caption (pandoc, `table_captions`). */
export const mark = /^(?:[Tt]able)?:[ \t]+/;
const namedMark = /^[Tt]able:[ \t]+/;

/** A paragraph `Table: …` or `: …` right before or after a table becomes the table's caption. */
export function tableCaptions(root: Root, file: string, report: Report): void {
  visit(root, (node) => {
    if (isParent(node) && node.type !== 'table') captionTables(node);
  });
  visit(root, 'paragraph', (paragraph) => {
    if (!namedMark.test(leadOf(paragraph))) return;
    report.add('markdown/lost-caption', placeOf(paragraph, file), {
      message: 'This reads like the caption of a table, but no table without one stands beside it',
      remedy: 'Move it right before or after its table, a blank line between',
    });
  });
}

function captionTables(parent: MarkdownParent): void {
  const { children } = parent;
  const used = new Set<RootContent>();
  const caption = (node: RootContent | undefined) =>
    node?.type === 'paragraph' && !used.has(node) && mark.test(leadOf(node)) ? node : undefined;
  children.forEach((node, index) => {
    if (node.type !== 'table') return;
    const found = caption(children[index + 1]) ?? caption(children[index - 1]);
    if (!found) return;
    used.add(found);
    addCaption(node, found);
  });
  if (used.size > 0) parent.children = children.filter((node) => !used.has(node));
}

function leadOf({ children: [first] }: Paragraph): string {
  return first?.type === 'text' ? first.value : '';
}

function addCaption(table: Table, { children, position }: Paragraph): void {
  const [lead, ...rest] = children;
  const unmarked: PhrasingContent[] =
    lead?.type === 'text' ? [{ ...lead, value: lead.value.replace(mark, '') }] : [];
  const caption: TableCaption = {
    type: 'tableCaption',
    children: [...unmarked, ...rest],
    position,
  };
  // mdast's table holds rows only; `markdownHandlers.table` takes the caption out again.
  (table.children as RootContent[]).unshift(caption);
}
