import type { PhrasingContent, Root, RootContent, Text } from 'mdast';
import type { HtmlElement } from '../nodes.js';
import { pointAfter } from '../places.js';
import { mapLists } from '../tree.js';
import { readAttributes } from './attributes.js';

const sign = /\[|\]\{([^{}]*)\}|\]/g;

/** Nodes since a bracket that nothing has closed yet. */
interface OpenSpan {
  /** The bracket, should nothing close it. */
  bracket: Text;
  content: RootContent[];
}

/**
 * pandoc's bracketed spans: `[words]{lang=de .name}`. What stands in brackets without attributes
 * stays as it is, and so does a text with escaped brackets.
 */
export function bracketedSpans(root: Root, source: string): void {
  mapLists(root, (children): RootContent[] => {
    const mayHold = children.some((node) => node.type === 'text' && node.value.includes(']{'));
    return mayHold ? withSpans(children, source) : [...children];
  });
}

function withSpans(children: readonly RootContent[], source: string): RootContent[] {
  const top: RootContent[] = [];
  const open: OpenSpan[] = [];
  const add = (node: RootContent) => {
    const list = open.at(-1)?.content ?? top;
    const last = list.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      last.value += node.value;
      if (last.position && node.position) last.position.end = node.position.end;
    } else if (node.type !== 'text' || node.value !== '') list.push(node);
  };
  const giveUp = () => {
    const span = open.pop();
    if (span) [span.bracket, ...span.content].forEach(add);
  };
  for (const node of children) {
    if (node.type !== 'text' || isEscaped(node, source)) {
      add(node);
      continue;
    }
    let at = 0;
    for (const match of node.value.matchAll(sign)) {
      add(part(node, source, at, match.index));
      at = match.index + match[0].length;
      const bracket = part(node, source, match.index, at);
      const properties = match[1] === undefined ? undefined : readAttributes(match[1]);
      if (match[0] === '[') open.push({ bracket, content: [] });
      else if (properties && open.length > 0)
        add(spanOf(open.pop() as OpenSpan, properties, bracket));
      else {
        giveUp();
        add(bracket);
      }
    }
    add(part(node, source, at, node.value.length));
  }
  while (open.length > 0) giveUp();
  return top;
}

function spanOf(
  { bracket, content }: OpenSpan,
  hProperties: Record<string, unknown>,
  closing: Text,
): HtmlElement {
  const [start, end] = [bracket.position?.start, closing.position?.end];
  return {
    type: 'htmlElement',
    children: content as PhrasingContent[],
    data: { hName: 'span', hProperties },
    ...(start && end ? { position: { start, end } } : {}),
  };
}

const writtenAs = ({ position }: Text, source: string) =>
  source.slice(position?.start.offset, position?.end.offset);

function isEscaped(node: Text, source: string): boolean {
  return node.position !== undefined && /\\[[\]{}]/.test(writtenAs(node, source));
}

/** Part of a text, with its place where the text is written as it is read. */
function part(node: Text, source: string, from: number, to: number): Text {
  const { position } = node;
  const text: Text = { type: 'text', value: node.value.slice(from, to), position };
  if (!position || writtenAs(node, source) !== node.value) return text;
  const at = (offset: number) => ({
    ...pointAfter(position.start, node.value, offset),
    offset: (position.start.offset ?? 0) + offset,
  });
  text.position = { start: at(from), end: at(to) };
  return text;
}
