import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from '../../diagnostics/report.js';
import type { SourceText } from '../../publication/publication.js';
import type { Formula, FormulaBlock } from '../nodes.js';
import { pointAfter } from '../places.js';
import { holdsFlow, type MarkdownParent, mapChildren } from '../tree.js';

/**
 * A display formula in a paragraph is a block between two parts of it, the second of which goes on
 * without an indent. Where no block may stand (in a heading, a cell, a link) it stays in its line.
 */
export function formulaBlocks(root: Root): void {
  mapChildren(root, (node, parent) => {
    if (node.type !== 'paragraph') return [node];
    if (!holdsFlow(parent) && parent.type !== 'htmlElement') return [node];
    return node.children.some(isDisplay) ? parted(node) : [node];
  });
  mapChildren(root, (node, parent) => {
    if (node.type === 'paragraph' && followsFormula(node, parent)) {
      node.data = { ...node.data, hProperties: { className: ['goes-on'] } };
    }
    return [node];
  });
}

/** No blank line stands between: the sentence goes on. */
function followsFormula(paragraph: Paragraph, { children }: MarkdownParent): boolean {
  const before = children[children.indexOf(paragraph) - 1];
  const end = before?.type === 'formulaBlock' ? before.position?.end.line : undefined;
  return end !== undefined && paragraph.position?.start.line === end + 1;
}

const isDisplay = (node: PhrasingContent): node is Formula =>
  node.type === 'formula' && node.display;

function parted({ children, data, position }: Paragraph): RootContent[] {
  const parts: RootContent[] = [];
  let run: PhrasingContent[] = [];
  const endRun = () => {
    const words = trimmed(run);
    run = [];
    if (words.length === 0) return;
    const goesOn = parts.length > 0;
    const place = words[0]?.position ?? position;
    parts.push({
      type: 'paragraph',
      children: words,
      data: goesOn ? { hProperties: { className: ['goes-on'] } } : data,
      position: goesOn ? place : position,
    });
  };
  children.forEach((child, index) => {
    if (isDisplay(child)) {
      endRun();
      takePunctuation(child, children[index + 1]);
      parts.push(blockOf(child));
    } else run.push(child);
  });
  endRun();
  return parts;
}

/** Environments that stand for a whole display: nothing can be set beside them. */
const wholeDisplay = /\\end\{(?:equation|align|alignat|gather|multline|eqnarray)\*?\}\s*$/;

/** The mark that ends a sentence or part of one stands with the formula, not alone on a line. */
function takePunctuation(formula: Formula, after: PhrasingContent | undefined): void {
  if (after?.type !== 'text' || wholeDisplay.test(formula.value)) return;
  const [mark] = /^[.,;:!?]+(?=\s|$)/.exec(after.value) ?? [];
  if (mark === undefined) return;
  formula.value = `${formula.value.trimEnd()}${mark}`;
  after.value = after.value.slice(mark.length);
}

function blockOf(formula: Formula): FormulaBlock {
  return {
    type: 'formulaBlock',
    children: [formula],
    data: { hName: 'div', hProperties: { className: ['formula'] } },
    position: formula.position,
  };
}

const isBlank = (node: PhrasingContent | undefined) =>
  node?.type === 'break' || (node?.type === 'text' && node.value.trim() === '');

function trimmed(run: readonly PhrasingContent[]): PhrasingContent[] {
  const words = [...run];
  while (isBlank(words[0])) words.shift();
  while (isBlank(words.at(-1))) words.pop();
  const first = words[0];
  const last = words.at(-1);
  if (first?.type === 'text') first.value = first.value.trimStart();
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return words;
}

const beginning = /(?<![\\$\p{L}\p{N}])\$\$(?=[^\s$])/u;

/** Two dollars at the beginning of a line, or before a sign, that begin no formula: hardly meant as text. */
export function unclosedFormulas(root: Root, { text, shown }: SourceText, report: Report): void {
  visit(root, 'text', (node, index, parent) => {
    const { position } = node;
    if (!position) return;
    const written = text.slice(position.start.offset, position.end.offset);
    const isFirst = parent?.type === 'paragraph' && index === 0 && /^\$\$(?!\$)/.test(written);
    const at = isFirst ? 0 : written.search(beginning);
    if (at < 0) return;
    const { line, column } = pointAfter(position.start, written, at);
    report.add(
      'markdown/unclosed-formula',
      { file: shown, line, column },
      {
        message: `Two dollars ${isFirst ? 'begin this line' : 'stand here'}, but no formula: they stay text`,
        remedy: 'End the formula with $$ before the next blank line, or write \\$\\$ for dollars',
      },
    );
  });
}
