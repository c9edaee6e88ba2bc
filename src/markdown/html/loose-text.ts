import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { isPhrasing } from '../tree.js';

/** Elements whose loose text is a paragraph. */
export const holdParagraphs: ReadonlySet<string> = new Set(
  'article aside blockquote details div footer header section'.split(' '),
);

export function isNoBlank(node: RootContent): boolean {
  return node.type !== 'text' || node.value.trim() !== '';
}

/** Blocks, with each run of loose text between them made a paragraph. */
export function inParagraphs(content: readonly RootContent[]): RootContent[] {
  const blocks: RootContent[] = [];
  let run: PhrasingContent[] = [];
  const endRun = () => {
    if (run.some(isNoBlank)) blocks.push(paragraphOf(run));
    run = [];
  };
  for (const node of content) {
    if (isPhrasing(node)) {
      run.push(node);
    } else {
      endRun();
      blocks.push(node);
    }
  }
  endRun();
  return blocks;
}

function paragraphOf(children: PhrasingContent[]): Paragraph {
  const first = children[0];
  const last = children.at(-1);
  if (first?.type === 'text') first.value = first.value.trimStart();
  if (last?.type === 'text') last.value = last.value.trimEnd();
  const start = first?.position?.start;
  const end = last?.position?.end;
  return { type: 'paragraph', children, position: start && end ? { start, end } : undefined };
}
