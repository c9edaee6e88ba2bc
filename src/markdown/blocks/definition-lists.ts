import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { DefinitionDescription, DefinitionList, DefinitionTerm } from '../nodes.js';
import { isParent, type MarkdownParent } from '../tree.js';

/** A line that may hold a definition: there is one before it. */
const candidate = /^[ \t>]*[:~][ \t]/;

const isBlank = (line: string | undefined) => line !== undefined && /^[ \t>]*$/.test(line);
const isRow = (line: string | undefined) => line !== undefined && /^[ \t>]*\|/.test(line);
const isUnderHead = (line: string | undefined) =>
  line !== undefined && /^[ \t>]*\|?[ \t]*:?-[-:| \t]*$/.test(line);

/** Index of the next line that is not blank, up or down. */
function nextWritten(lines: readonly string[], from: number, step: 1 | -1): number {
  let index = from + step;
  while (isBlank(lines[index])) index += step;
  return index;
}

/** A table's caption, by the lines around it. */
function isCaptionLine(lines: readonly string[], index: number): boolean {
  if (isRow(lines[nextWritten(lines, index, -1)])) return true;
  const head = nextWritten(lines, index, 1);
  return isBlank(lines[index - 1]) && isRow(lines[head]) && isUnderHead(lines[head + 1]);
}

/**
 * Looks for definitions line by line, before anything is parsed.
 *
 * @returns Undefined where there are none; else the lines, from 1, that look like one and are a
 * table's caption: a manuscript with many tables is so not read twice.
 */
export function definitionsIn(text: string): { captions: number[] } | undefined {
  if (!/[\r\n][ \t>]*[:~][ \t]/.test(text)) return undefined;
  const lines = text.split(/\r\n|\n|\r/);
  const candidates = lines.flatMap((line, index) => (candidate.test(line) ? [index] : []));
  const captions = candidates.filter((index) => isCaptionLine(lines, index));
  if (captions.length === candidates.length) return undefined;
  return { captions: captions.map((index) => index + 1) };
}

const startOf = ({ position }: RootContent) => position?.start.line ?? 0;
const endOf = ({ position }: RootContent) => position?.end.line ?? 0;

/**
 * Makes lists of definitions and the terms before them, throughout a tree.
 *
 * A term is a paragraph of one line right before its definitions, blank lines between or not; so a
 * longer paragraph with a colon at the beginning of a line stays one. Before a table, a lone line
 * after a blank one is the table's caption.
 *
 * @returns the lines, from 1, of definitions without a term
 */
export function gatherDefinitions(root: Root): number[] {
  const loose: number[] = [];
  const walk = (parent: MarkdownParent): void => {
    for (const child of parent.children) if (isParent(child)) walk(child);
    if (parent.children.some(({ type }) => type === 'definitionDescription')) {
      parent.children = gather(parent.children, loose);
    }
  };
  walk(root);
  return loose;
}

function gather(nodes: readonly RootContent[], loose: number[]): RootContent[] {
  const gathered: RootContent[] = [];
  nodes.forEach((node, index) => {
    if (node.type !== 'definitionDescription') {
      gathered.push(node);
      return;
    }
    const before = gathered.at(-1);
    const term = before && isTerm(before) ? before : undefined;
    const isSpread = startOf(node) > endOf(nodes[index - 1] ?? node) + 1;
    if (before?.type === 'definitionList' && isOf(before, nodes[index - 1])) {
      append(before, { ...node, spread: isSpread });
    } else if (!term || (isSpread && isCaption(node, nodes[index + 1]))) {
      loose.push(startOf(node));
      gathered.push(node);
    } else {
      gathered.pop();
      const list = listBefore(gathered, term);
      append(list, { type: 'definitionTerm', children: term.children, ...of(term) });
      append(list, { ...node, spread: isSpread });
      if (gathered.at(-1) !== list) gathered.push(list);
    }
  });
  return gathered;
}

const of = ({ position }: Paragraph): Pick<DefinitionTerm, 'position' | 'data'> => ({
  position,
  data: { hName: 'dt' },
});

function isTerm(node: RootContent): node is Paragraph {
  return node.type === 'paragraph' && startOf(node) === endOf(node);
}

/** Whether the node before a definition is the last of a list that it goes on. */
function isOf({ children }: DefinitionList, before: RootContent | undefined): boolean {
  return before?.type === 'definitionDescription' && startOf(before) === startOf(lastOf(children));
}

const lastOf = (nodes: readonly RootContent[]) => nodes.at(-1) as RootContent;

function isCaption({ children }: DefinitionDescription, next: RootContent | undefined): boolean {
  return next?.type === 'table' && children.length === 1 && children[0]?.type === 'paragraph';
}

/** The list that a term goes on: the one right before it. */
function listBefore(gathered: readonly RootContent[], term: Paragraph): DefinitionList {
  const last = gathered.at(-1);
  if (last?.type === 'definitionList') return last;
  return { type: 'definitionList', children: [], data: { hName: 'dl' }, position: term.position };
}

function append(list: DefinitionList, node: DefinitionTerm | DefinitionDescription): void {
  list.children.push(node);
  if (list.position && node.position) {
    list.position = { start: list.position.start, end: node.position.end };
  }
}

/** Gives up definitions without a term that no second reading of the manuscript made text. */
export function releaseDefinitions(parent: MarkdownParent): void {
  parent.children = parent.children.flatMap((node): RootContent[] => {
    if (isParent(node)) releaseDefinitions(node);
    if (node.type !== 'definitionDescription' || parent.type === 'definitionList') return [node];
    const [first, ...rest] = node.children;
    const mark: PhrasingContent = { type: 'text', value: ': ', position: node.position };
    if (first?.type !== 'paragraph') return node.children;
    return [{ ...first, children: [mark, ...first.children] }, ...rest];
  });
}
